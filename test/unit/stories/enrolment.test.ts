import { describe, expect, test } from 'vitest';
import { receiveSessionClosed } from '#functions/receive-session-closed/receive-session-closed.ts';
import { aClosedSession, aConsent, anAddress, aPhone } from '#test/builders/a-closed-session.ts';
import { aWorld } from '#test/fakes/fake-world.ts';
import { aHelpline, type Helpline } from '#test/fakes/helpline.ts';

async function closed(different: Record<string, unknown>): Promise<Helpline> {
  const helpline = aHelpline({ now: '2026-11-23T18:40:00Z' });
  await helpline.close(aClosedSession(different));
  return helpline;
}

const client = (different: Record<string, unknown>) => ({
  client: { ref: 'C-77', preferredName: 'Maya', language: 'en', timeZone: 'America/New_York', ...different },
});
const reasons = (helpline: Helpline) => helpline.world.cases.all().map(({ reason }) => reason);

describe('nobody is enrolled, and it is recorded why,', () => {
  test.each([
    ['imminent', { risk: { tier: 'imminent' } }],
    ['do-not-contact', { flags: ['do-not-contact'] }],
    ['client-declined', { offer: 'declined' }],
    ['not-offered', { offer: 'not-offered' }],
    ['needs-contact-profile', { flags: ['ipv'] }],
    ['needs-contact-profile', { flags: ['discreet'] }],
    ['needs-contact-profile', { flags: ['sud-part2'] }],
    ['needs-contact-profile', { contacts: [aPhone({ shared: true })] }],
    ['minor-without-permission', { flags: ['minor'] }],
    ['minor-without-permission', client({ birthYear: 2010 })],
    ['no-catalogue', client({ language: 'vi' })],
    ['unreachable', { contacts: [] }],
    ['unreachable', { contacts: [{ channel: 'voice', value: '+14105550134', safety: 'safe' }] }],
    ['contact-unsafe', { contacts: [aPhone({ safety: 'unsafe' })] }],
    ['contact-safety-unknown', { contacts: [aPhone({ safety: 'unknown' })] }],
    ['no-consent', { consents: [] }],
    ['no-consent', { contacts: [aPhone()], consents: [aConsent('email')] }],
    ['no-consent', { contacts: [aPhone()], consents: [aConsent('sms', { purpose: 'survey' })] }],
  ])('%s: %j', async (reason, different) => {
    const helpline = await closed(different);
    await helpline.runFor(12);

    expect(helpline.facts('follow-up-declined')).toMatchObject([{ why: reason }]);
    expect(reasons(helpline)).toEqual(['declined']);
    expect(helpline.world.carrier.requests).toHaveLength(0);
  });

  test('and at low tier a plain decline is no task, but a profile, a language or imminent risk always is', async () => {
    expect(reasons(await closed({ offer: 'declined', risk: { tier: 'low' } }))).toEqual([]);
    expect(reasons(await closed({ flags: ['ipv'], risk: { tier: 'low' } }))).toEqual(['declined']);
    expect(reasons(await closed({ ...client({ language: 'vi' }), risk: { tier: 'low' } }))).toEqual([
      'declined',
    ]);
  });

  test('and imminent risk pages a person at once, at any hour', async () => {
    const helpline = aHelpline({ now: '2026-11-24T07:00:00Z' });
    await helpline.close(aClosedSession({ closedAt: '2026-11-24T06:59:00Z', risk: { tier: 'imminent' } }));

    expect(helpline.world.alerts.steps).toMatchObject([{ step: 0, priority: 'urgent' }]);
  });

  test('where another client is followed up on the same phone', async () => {
    const helpline = await closed({ contacts: [aPhone()] });
    await helpline.close(
      aClosedSession({ contacts: [aPhone()], id: 'e2', sessionId: 'S-2', ...client({ ref: 'C-2' }) }),
    );

    expect(helpline.facts('follow-up-declined')).toMatchObject([{ why: 'used-by-another-client' }]);
  });

  test('and an earlier STOP stands until the client consents again', async () => {
    const helpline = await closed({});
    await helpline.runFor(24);
    await helpline.text('+14105550134', 'STOP');
    const again = { contacts: [aPhone()], id: 'e2', sessionId: 'S-2', closedAt: '2026-11-25T18:00:00Z' };
    await helpline.close(aClosedSession({ ...again, consents: [aConsent('sms')] }));
    expect(helpline.facts('follow-up-declined')).toMatchObject([{ why: 'opted-out-before' }]);

    const fresh = aConsent('sms', { givenAt: '2026-11-25T17:59:00Z' });
    await helpline.close(aClosedSession({ ...again, id: 'e3', sessionId: 'S-3', consents: [fresh] }));
    expect(helpline.facts('follow-up-started')).toHaveLength(2);
  });
});

describe('a follow-up that starts', () => {
  test('goes by e-mail alone where that is all the client agreed to', async () => {
    const helpline = await closed({ contacts: [anAddress()], consents: [aConsent('email')] });
    await helpline.runFor(24);

    expect(helpline.world.mailer.sent[0]?.to).toBe('maya@example.org');
    expect(helpline.world.carrier.requests).toHaveLength(0);
  });

  test('is written in the client’s language', async () => {
    const helpline = await closed(client({ language: 'es-PR' }));
    await helpline.runUntil('2026-11-24T15:00:00Z');

    expect(helpline.world.carrier.sent[0]?.body).toContain('Hola Maya');
  });

  test('opens the owner’s tasks that the session left', async () => {
    const risk = { tier: 'moderate', safetyPlan: 'partial', meansSafetyDiscussed: false };

    expect(reasons(await closed({ risk }))).toEqual(['safety-plan-incomplete', 'means-safety-not-discussed']);
    expect(reasons(await closed({ risk: { ...risk, tier: 'low' } }))).toEqual([]);
  });

  test.each([
    [{ before: 8, after: 8 }, true],
    [{ before: 5, after: 6 }, true],
    [{ before: 10, after: 8 }, true],
    [{ before: 8, after: 7 }, false],
    [{ before: 8, after: 5 }, false],
    [{ before: 3 }, false],
  ])('with distress %j goes first in the queue: %s', async (distress, raised) => {
    const [followUp] = (await closed({ distress })).world.followUps.all();

    expect(followUp?.raisedPriority).toBe(raised);
  });

  test.each(['inpatient', 'custody'])('starts held in %s', async (disposition) => {
    const helpline = await closed({ disposition });
    await helpline.runFor(24);

    expect(helpline.world.followUps.all()[0]?.status).toBe('held');
    expect(helpline.world.carrier.requests).toHaveLength(0);
  });

  test('for a minor with permission', async () => {
    const helpline = await closed({ flags: ['minor'], permission: { basis: 'guardian', by: 'st-12' } });

    expect(helpline.facts('follow-up-started')).toHaveLength(1);
  });
});

describe('an event that cannot be read', () => {
  test('is answered with every problem by path, and parked where an operator sees it', async () => {
    const helpline = aHelpline({ now: '2026-11-23T18:40:00Z' });
    const outcome = await helpline.close(
      aClosedSession({
        risk: { tier: 'huge' },
        consents: [aConsent('sms', { wordingVersion: '1999' })],
        client: {},
      }),
    );

    expect(outcome).toBe('invalid');
    const [parked] = helpline.world.inbox.all();
    expect(parked?.state).toBe('parked');
    expect(parked?.problems?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['risk.tier', 'client.ref', 'client.language']),
    );
  });

  test('names a wording of the closing sentence that does not exist', async () => {
    const helpline = aHelpline({ now: '2026-11-23T18:40:00Z' });
    await helpline.close(aClosedSession({ consents: [aConsent('sms', { wordingVersion: '1999' })] }));

    expect(helpline.world.inbox.all()[0]?.problems).toMatchObject([{ path: 'consents.0.wordingVersion' }]);
  });
});

test('an event written with other white space is the same event', async () => {
  const world = aWorld();
  const receive = (rawBody: string) =>
    receiveSessionClosed({ ...world, isSigned: () => Promise.resolve(true) }, { rawBody, signature: '' });
  const event = aClosedSession();

  expect((await receive(JSON.stringify(event))).kind).toBe('accepted');
  expect((await receive(JSON.stringify(event, undefined, 2))).kind).toBe('accepted-before');
});
