import { describe, expect, test } from 'vitest';
import { aClosedSession, aConsent, anAddress, aPhone } from '#test/builders/a-closed-session.ts';
import { aHelpline, type Helpline } from '#test/fakes/helpline.ts';

const PHONE = '+14105550134';
const CLOSED = '2026-11-23T18:40:00Z';
const HOUR = 3_600_000;
const textOnly = { contacts: [aPhone()], consents: [aConsent('sms')] };
const highTier = { risk: { tier: 'high', safetyPlan: 'complete', meansSafetyDiscussed: true } };

const later = (type: string, more: Record<string, unknown>) => ({
  type: `handrail.${type}`,
  version: 1,
  id: `evt-${type}`,
  agencyId: 'riverbend',
  sessionId: 'S-1042',
  at: '2026-11-23T18:50:00Z',
  ...more,
});

async function closed(different: Record<string, unknown> = {}): Promise<Helpline> {
  const helpline = aHelpline({ now: CLOSED });
  await helpline.close(aClosedSession({ ...textOnly, ...different }));
  return helpline;
}

const caseOf = ({ world }: Helpline, reason: string) =>
  world.cases.all().find((one) => one.reason === reason) ?? expect.fail(`no case for ${reason}`);
const told = ({ world }: Helpline, caseId: string) =>
  world.alerts.steps.filter((alert) => alert.caseId === caseId).map(({ step }) => step);

describe('a call that was promised', () => {
  test('and is not made pages somebody when it is due, then the next person', async () => {
    const helpline = await closed();
    await helpline.runUntil('2026-11-24T15:00:00Z');
    await helpline.text(PHONE, '3');
    const call = caseOf(helpline, 'asked-for-call');
    await helpline.runUntil(call.dueAt - 1);
    expect(told(helpline, call.id)).toEqual([]);
    await helpline.runFor(1);

    expect(told(helpline, call.id)).toEqual([0, 1]);
  });
});

describe('a case', () => {
  test('whose first person cannot be alerted goes to the next within minutes', async () => {
    const helpline = await closed();
    helpline.world.alerts.failNext(3);
    await helpline.text(PHONE, 'i want to die tonight');
    await helpline.runFor(5 / 60);

    expect(told(helpline, caseOf(helpline, 'urgent-words').id)).toEqual([1]);
  });

  test('that somebody took on and left open comes up again three days after it was due', async () => {
    const helpline = await closed();
    await helpline.text(PHONE, 'i want to die tonight');
    const { id, dueAt } = caseOf(helpline, 'urgent-words');
    await helpline.acknowledge(id);
    await helpline.runUntil(dueAt + 72 * HOUR - 1);
    expect(told(helpline, id)).toEqual([0]);
    await helpline.runFor(24);

    expect(told(helpline, id)).toEqual([0, 0]);
    expect(helpline.facts('case-still-open')).toHaveLength(1);
  });

  test('that somebody took on and left open comes up with operators when nobody can be reminded', async () => {
    const helpline = await closed();
    await helpline.text(PHONE, 'i want to die tonight');
    const { id, dueAt } = caseOf(helpline, 'urgent-words');
    await helpline.acknowledge(id);
    await helpline.runUntil(dueAt + 72 * HOUR - 1);
    helpline.world.alerts.failNext(6);
    await helpline.runFor(1);

    expect(told(helpline, id)).toEqual([0]);
    const about = helpline.world.alerts.operators.filter(({ text }) => text.includes(id));
    expect(about).toMatchObject([{ subject: 'Handrail: a case is still open' }]);
  });

  test('that was closed because the client was not reached leaves the next check-in as planned', async () => {
    const helpline = await closed(highTier);
    await helpline.runUntil('2026-11-30T13:00:00Z');
    await helpline.closeCase(caseOf(helpline, 'missed-check-in').id, 'not-reached');
    const before = helpline.world.carrier.sent.length;
    await helpline.runUntil('2026-11-30T18:00:00Z');

    expect(helpline.world.carrier.sent.length).toBeGreaterThan(before);
    expect(helpline.facts('human-contact')).toMatchObject([
      { why: 'not-reached', detail: { connected: false } },
    ]);
  });
});

describe('a hold', () => {
  test('makes each check-in that it leaves out a task for a person', async () => {
    const helpline = await closed();
    await helpline.close(later('client-held', { why: 'custody' }));
    await helpline.runFor(45 * 24);

    expect(helpline.world.carrier.requests).toHaveLength(0);
    expect(helpline.world.cases.all()).toMatchObject(
      ['d1', 'd7', 'd30'].map((checkIn) => ({
        reason: 'held',
        because: ['custody'],
        subject: { checkIn },
      })),
    );
  });
});

test('a stop that staff were told, of texts alone, ends the e-mails too', async () => {
  const helpline = aHelpline({ now: CLOSED });
  await helpline.close(aClosedSession());
  await helpline.close(later('consent-revoked', { channel: 'sms', how: 'told-staff' }));
  await helpline.runFor(45 * 24);

  expect(helpline.world.carrier.requests).toHaveLength(0);
  expect(helpline.world.mailer.sent).toHaveLength(0);
  expect(helpline.world.cases.all()).toMatchObject([{ reason: 'opted-out' }]);
});

test('after a death no later session brings the texts back', async () => {
  const helpline = await closed();
  await helpline.close(later('client-held', { why: 'death' }));
  await helpline.runUntil('2026-11-27T18:00:00Z');
  await helpline.text(PHONE, 'START');
  await helpline.close(
    aClosedSession({
      ...textOnly,
      id: 'evt-2',
      sessionId: 'S-2',
      closedAt: '2026-11-27T18:00:00Z',
      consents: [aConsent('sms', { givenAt: '2026-11-27T17:50:00Z' })],
    }),
  );
  await helpline.runFor(45 * 24);

  const planned = helpline.world.carrier.sent.filter(({ messageId }) => messageId.startsWith('fu#'));
  expect(planned).toHaveLength(0);
  expect(helpline.facts('follow-up-declined')).toMatchObject([{ why: 'said-to-have-died' }]);
});

const byMail = (sessionId: string, closedAt: string) =>
  aClosedSession({
    id: `evt-${sessionId}`,
    sessionId,
    closedAt,
    contacts: [anAddress()],
    consents: [aConsent('email', { givenAt: closedAt })],
  });

test('a death ends every follow-up of the client, whichever session it is told of', async () => {
  const helpline = await closed();
  await helpline.close(byMail('S-2', '2026-11-23T18:45:00Z'));
  await helpline.close(later('client-held', { why: 'death' }));
  await helpline.runFor(45 * 24);

  expect(helpline.world.mailer.sent).toHaveLength(0);
  expect(helpline.world.carrier.sent).toHaveLength(0);
});

test('consent that is revoked ends every earlier plan of the client, and none that they agreed to later', async () => {
  const helpline = await closed(highTier);
  const revoked = later('consent-revoked', {
    channel: 'all',
    how: 'told-staff',
    sessionId: 'S-2',
    at: '2026-11-23T19:00:00Z',
  });
  // The tier of the first is higher, so that both plans stand.
  await helpline.close({ ...byMail('S-2', '2026-11-23T18:30:00Z'), risk: { tier: 'low' } });
  await helpline.close(revoked);
  await helpline.runFor(1);
  const plans = helpline.world.followUps.all().map(({ status }) => status);
  expect(plans).toEqual(['completed', 'completed']);
  await helpline.close(byMail('S-3', '2026-11-23T19:10:00Z'));
  await helpline.runFor(45 * 24);

  expect(helpline.world.carrier.sent).toHaveLength(0);
  expect(helpline.world.mailer.sent.length).toBeGreaterThan(0);
});

test('consent that is revoked of a session without a plan starts none that was agreed to before', async () => {
  const helpline = await closed({ client: { ref: 'C-77', language: 'vi' } });
  await helpline.close(
    later('consent-revoked', { channel: 'sms', how: 'told-staff', at: '2026-11-23T19:00:00Z' }),
  );
  await helpline.close(byMail('S-2', '2026-11-23T18:50:00Z'));
  await helpline.runFor(24);
  expect(helpline.world.mailer.sent).toHaveLength(0);
  expect(helpline.facts('follow-up-declined').at(-1)).toMatchObject({ why: 'no-consent' });

  await helpline.close(byMail('S-3', '2026-11-23T19:10:00Z'));
  await helpline.runFor(45 * 24);
  expect(helpline.world.mailer.sent.length).toBeGreaterThan(0);
});

test('a session of a client who is said to have died is a question for a person, also months later', async () => {
  const helpline = await closed({ client: { ref: 'C-77', language: 'vi' } });
  await helpline.close(later('client-held', { why: 'death' }));
  await helpline.runUntil('2027-03-04T15:00:00Z');
  await helpline.close(byMail('S-2', '2027-03-04T14:50:00Z'));
  await helpline.runFor(45 * 24);

  expect(helpline.world.mailer.sent).toHaveLength(0);
  expect(helpline.facts('follow-up-declined').at(-1)).toMatchObject({ why: 'said-to-have-died' });
  expect(helpline.world.cases.all().filter(({ reason }) => reason === 'declined')).toHaveLength(2);
});

test('a tier that the agency corrects upwards gets the higher tier’s plan and call', async () => {
  const helpline = await closed({ risk: { tier: 'low' } });
  await helpline.close(
    aClosedSession({ ...textOnly, ...highTier, id: 'evt-2', closedAt: '2026-11-23T18:41:00Z' }),
  );
  const call = caseOf(helpline, 'high-tier-call');

  expect(helpline.world.followUps.all()).toMatchObject([{ tier: 'high' }]);
  expect(call.dueAt).toBe(Date.parse('2026-11-25T18:41:00Z'));
});
