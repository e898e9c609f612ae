import { describe, expect, test } from 'vitest';
import { aClosedSession, aConsent, aPhone } from '#test/builders/a-closed-session.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import type { Trouble } from '#test/fakes/fake-carrier.ts';
import { aHelpline, type Helpline } from '#test/fakes/helpline.ts';

const textOnly = { contacts: [aPhone()], consents: [aConsent('sms')] };
const CLOSED = '2026-11-23T18:40:00Z';
const FIRST_TEXT_BY = '2026-11-24T14:50:00Z';

async function withTrouble(...troubles: Trouble[]): Promise<Helpline> {
  const helpline = aHelpline({ now: CLOSED });
  await helpline.close(aClosedSession(textOnly));
  helpline.world.carrier.failNext(...troubles);
  return helpline;
}

const reasons = (helpline: Helpline) => helpline.world.cases.all().map(({ reason }) => reason);
const firstCheckIn = (helpline: Helpline, kind: string) =>
  helpline.facts(kind).filter(({ detail }) => detail?.['checkIn'] === 'd1');

describe('when the carrier', () => {
  test('takes a text and its answer is lost, the client is texted once', async () => {
    const helpline = await withTrouble('lost-after-taking');
    await helpline.runUntil('2026-11-24T16:00:00Z');

    expect(helpline.world.carrier.sent).toHaveLength(1);
    expect(firstCheckIn(helpline, 'check-in-sent')).toHaveLength(1);
  });

  test('never got the text, it goes again only after the carrier denied it twice', async () => {
    const helpline = await withTrouble('lost-before-taking');
    await helpline.runUntil('2026-11-24T16:00:00Z');

    const [first, second] = helpline.world.carrier.requests;
    expect(helpline.world.carrier.sent).toHaveLength(1);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(12 * 60_000);
  });

  test('cannot say what became of a text, a person looks and nothing is sent again', async () => {
    const helpline = await withTrouble('lost-after-taking');
    helpline.world.carrier.failList(true);
    await helpline.runUntil('2026-11-24T16:00:00Z');

    expect(helpline.world.carrier.sent).toHaveLength(1);
    expect(reasons(helpline)).toContain('outcome-unknown');
  });

  test('reports a text whose recording crashed, the receipt settles it', async () => {
    const helpline = await withTrouble('lost-after-taking');
    await helpline.runUntil(FIRST_TEXT_BY);
    await helpline.receipt(1, 'delivered');
    await helpline.runFor(1);

    expect(helpline.world.carrier.sent).toHaveLength(1);
    expect(firstCheckIn(helpline, 'check-in-sent')).toHaveLength(1);
  });

  test('is busy (429), the same text knocks again', async () => {
    const helpline = await withTrouble('throttle', 'throttle');
    await helpline.runUntil('2026-11-24T16:00:00Z');

    expect(helpline.world.carrier.sent).toHaveLength(1);
  });

  test('says that the number is dead, contact repair is a task at once and the check-in is not a miss', async () => {
    const helpline = await withTrouble({ refuse: '30005' });
    await helpline.runUntil(FIRST_TEXT_BY);

    expect(reasons(helpline)).toEqual(expect.arrayContaining(['contact-repair', 'not-delivered']));
    expect(firstCheckIn(helpline, 'check-in-not-delivered')).toHaveLength(1);
    expect(firstCheckIn(helpline, 'check-in-missed')).toHaveLength(0);
  });

  test('says so only in a receipt, the outcome is the same', async () => {
    const helpline = await withTrouble();
    await helpline.runUntil(FIRST_TEXT_BY);
    await helpline.receipt(1, 'undelivered', '30005');

    expect(firstCheckIn(helpline, 'check-in-not-delivered')).toHaveLength(1);
  });

  test('cannot reach a phone that is off, the text is tried again and counts as delivered when it is', async () => {
    const helpline = await withTrouble();
    await helpline.runUntil(FIRST_TEXT_BY);
    await helpline.receipt(1, 'undelivered', '30003');
    await helpline.runFor(2);

    expect(helpline.world.carrier.sent).toHaveLength(2);
    expect(new Set(helpline.world.carrier.sent.map(({ messageId }) => messageId)).size).toBe(2);
  });

  test('knows of an opt-out that we do not (21610), we believe it', async () => {
    const helpline = await withTrouble({ refuse: '21610' });
    await helpline.runFor(45 * 24);

    expect(helpline.world.carrier.sent).toHaveLength(0);
    expect(helpline.facts('consent-revoked')).toMatchObject([{ why: 'carrier-opt-out' }]);
    expect(reasons(helpline)).toContain('opted-out');
  });

  test('refuses our sender, people call instead', async () => {
    const helpline = await withTrouble({ refuse: '30034' });
    await helpline.runUntil(FIRST_TEXT_BY);

    expect(firstCheckIn(helpline, 'check-in-not-sent')).toMatchObject([{ why: 'sender-down' }]);
    expect(reasons(helpline)).toContain('not-sent');
  });

  test('sends receipts doubled and out of order, the last word stands and nothing is said twice', async () => {
    const helpline = await withTrouble();
    await helpline.runUntil(FIRST_TEXT_BY);
    await helpline.receipt(1, 'delivered');
    await helpline.receipt(1, 'sent');
    await helpline.receipt(1, 'delivered');

    expect(helpline.facts('message-status').filter(({ why }) => why === 'delivered')).toHaveLength(1);
  });
});

describe('while sending is off', () => {
  test('nothing is handed over, each check-in is on the call list, and going live sends no burst', async () => {
    let programme = aProgramme({ sending: { mode: 'off' } });
    const helpline = aHelpline({ now: CLOSED });
    helpline.world.programme = () => Promise.resolve(programme);
    await helpline.close(aClosedSession(textOnly));
    await helpline.runFor(5 * 24);

    expect(helpline.world.carrier.requests).toHaveLength(0);
    expect(firstCheckIn(helpline, 'check-in-not-sent')).toMatchObject([{ why: 'sending-off' }]);
    expect(helpline.world.cases.all()).toMatchObject([{ reason: 'not-sent', because: ['sending-off'] }]);
    expect([...helpline.world.bodies.all().values()][0]?.text).toContain('Riverbend Care');

    programme = aProgramme();
    await helpline.runFor(1);
    expect(helpline.world.carrier.requests).toHaveLength(0);
    await helpline.runUntil('2026-11-30T16:00:00Z');
    expect(helpline.world.carrier.sent).toHaveLength(1);
  });
});

describe('a client', () => {
  test('is never texted more than the daily cap, whatever follows them up', async () => {
    const helpline = aHelpline({ now: CLOSED, programme: aProgramme({ dailyCap: 1 }) });
    await helpline.close(aClosedSession(textOnly));
    await helpline.close(
      aClosedSession({ ...textOnly, sessionId: 'S-2', id: 'evt-2', closedAt: '2026-11-23T18:41:00Z' }),
    );
    await helpline.runUntil('2026-11-25T04:59:00Z');

    expect(helpline.world.carrier.sent).toHaveLength(1);
  });

  test('with a second session is followed up by the newer one alone', async () => {
    const helpline = aHelpline({ now: CLOSED });
    await helpline.close(aClosedSession({ ...textOnly, risk: { tier: 'high' } }));
    await helpline.close(
      aClosedSession({ ...textOnly, sessionId: 'S-2', id: 'evt-2', closedAt: '2026-11-23T18:41:00Z' }),
    );
    await helpline.runUntil(FIRST_TEXT_BY);

    const [older, newer] = helpline.world.followUps.all();
    expect(older?.status).toBe('completed');
    expect(newer?.tier).toBe('high');
    expect(helpline.world.carrier.sent).toHaveLength(1);
  });

  test('gets the discreet text first where the number was not confirmed lately', async () => {
    const helpline = aHelpline({ now: CLOSED });
    await helpline.close(
      aClosedSession({
        contacts: [aPhone({ confirmedAt: '2026-09-01T00:00:00Z' })],
        consents: [aConsent('sms')],
      }),
    );
    await helpline.runUntil(FIRST_TEXT_BY);

    expect(helpline.world.carrier.sent[0]?.body).not.toContain('Riverbend');
  });
});

describe('the same event', () => {
  test('twice changes nothing, and an older one neither', async () => {
    const helpline = aHelpline({ now: CLOSED });
    await helpline.close(aClosedSession());
    const [before] = helpline.world.followUps.all();
    await helpline.close(aClosedSession());
    await helpline.close(
      aClosedSession({ id: 'evt-0', closedAt: '2026-11-23T18:00:00Z', risk: { tier: 'low' } }),
    );

    expect(helpline.world.followUps.all()).toEqual([before]);
  });

  test('closed again later replaces what was not asked yet, and never lowers the tier', async () => {
    const helpline = aHelpline({ now: CLOSED });
    await helpline.close(aClosedSession({ risk: { tier: 'high' } }));
    await helpline.runUntil('2026-11-24T20:00:00Z');
    await helpline.close(
      aClosedSession({ id: 'evt-9', closedAt: '2026-11-24T19:50:00Z', risk: { tier: 'low' } }),
    );
    const [followUp] = helpline.world.followUps.all();

    expect(followUp?.tier).toBe('high');
    expect(followUp?.checkIns.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['g2d1', 'g2d7', 'g2d14', 'g2d30']),
    );
    expect(helpline.world.cases.all().filter(({ reason }) => reason === 'high-tier-call')).toHaveLength(1);
  });
});

const later = (type: string, more: Record<string, unknown>) => ({
  type: `handrail.${type}`,
  version: 1,
  id: `evt-${type}`,
  agencyId: 'riverbend',
  sessionId: 'S-1042',
  at: '2026-11-24T03:00:00Z',
  ...more,
});

describe('what comes later', () => {
  test('a death ends everything', async () => {
    const helpline = await withTrouble();
    await helpline.close(later('client-held', { why: 'death' }));
    await helpline.runFor(45 * 24);

    expect(helpline.world.carrier.requests).toHaveLength(0);
    expect(helpline.world.followUps.all()[0]?.status).toBe('completed');
  });

  test('a hold that outlasts every step ends the follow-up, and nobody is held for ever', async () => {
    const helpline = await withTrouble();
    await helpline.close(later('client-held', { why: 'admission' }));
    await helpline.runFor(60 * 24);

    expect(helpline.world.followUps.all()[0]?.status).toBe('completed');
    const contact = await helpline.world.contacts.get(
      await helpline.world.contacts.idOf('sms', '+14105550134'),
    );
    expect(contact?.openFollowUps).toEqual([]);
  });

  test('an admission pauses; when it is lifted the plan goes on without a burst', async () => {
    const helpline = await withTrouble();
    await helpline.close(later('client-held', { why: 'admission' }));
    await helpline.runFor(8 * 24);
    expect(helpline.world.carrier.requests).toHaveLength(0);

    await helpline.close(later('hold-lifted', { at: '2026-12-01T18:00:00Z' }));
    await helpline.runFor(24 * 24);
    const gaps = helpline.world.carrier.sent
      .slice(1)
      .map(({ at }, index) => at - (helpline.world.carrier.sent[index]?.at ?? 0));
    expect(helpline.world.carrier.sent[0]?.at).toBeGreaterThan(Date.parse('2026-12-01T18:00:00Z'));
    expect(gaps.every((gap) => gap >= 12 * 3_600_000)).toBe(true);
  });

  test('an event that overtakes its session waits for it', async () => {
    const helpline = aHelpline({ now: CLOSED });
    await helpline.close(later('client-held', { why: 'death' }));
    await helpline.close(aClosedSession(textOnly));
    await helpline.runFor(45 * 24);

    expect(helpline.world.carrier.requests).toHaveLength(0);
  });

  test('staff who reached the client make the next automatic question moot', async () => {
    const helpline = await withTrouble();
    await helpline.close(later('human-contact', { outcome: 'reached', channel: 'voice' }));
    await helpline.runFor(3 * 24);

    expect(helpline.world.carrier.requests).toHaveLength(0);
    expect(helpline.facts('human-contact')[0]?.detail).toMatchObject({ connected: true, withinHours: 24 });
  });
});

async function askedOnce(): Promise<Helpline> {
  const helpline = await withTrouble('lost-before-taking');
  const asked = () => helpline.world.followUps.all()[0]?.outbox[0]?.asked;
  await helpline.runUntil('2026-11-24T13:55:00Z');
  for (let minutes = 0; asked() !== 1 && minutes < 120; minutes += 1) await helpline.runFor(1 / 60);
  expect(asked()).toBe(1);
  return helpline;
}

describe('when the carrier denies having a text that it never got', () => {
  test('a question that its queue delivers twice is one question', async () => {
    const helpline = await askedOnce();
    const messageId = helpline.world.followUps.all()[0]?.outbox[0]?.id ?? '';
    await helpline.world.queues.toSend({ messageId, action: 'ask-carrier' }, 'routine');
    await helpline.runFor(1 / 60);

    expect(helpline.world.carrier.requests).toHaveLength(1);
  });

  test('a receipt that comes while the text waits to go again is believed', async () => {
    const helpline = await askedOnce();
    const { queues } = helpline.world;
    const toSend = queues.toSend.bind(queues);
    queues.toSend = (request, lane) =>
      request.action === 'send' ? Promise.resolve() : toSend(request, lane);
    await helpline.runFor(11 / 60);
    const message = helpline.world.followUps.all()[0]?.outbox[0];
    expect(message).toMatchObject({ state: 'queued', tries: 2 });

    const id = helpline.world.followUps.all()[0]?.id ?? '';
    const at = helpline.world.now();
    await queues.toFollowUp(id, { kind: 'receipt', messageId: message?.id ?? '', status: 'delivered', at });
    queues.toSend = toSend;
    await helpline.runFor(2);

    expect(helpline.world.carrier.requests).toHaveLength(1);
    expect(firstCheckIn(helpline, 'check-in-sent')).toHaveLength(1);
  });
});
