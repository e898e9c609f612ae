import { describe, expect, test } from 'vitest';
import { aClosedSession, aConsent, aPhone } from '#test/builders/a-closed-session.ts';
import { aHelpline } from '#test/fakes/helpline.ts';

const monday = aClosedSession();
const wednesday = aClosedSession({
  id: 'evt-0002',
  sessionId: 'S-1043',
  closedAt: '2026-11-25T18:40:00Z',
});

const plansOf = (helpline: ReturnType<typeof aHelpline>) =>
  Object.fromEntries(
    helpline.world.followUps.all().map(({ session, status }) => [session.sessionId, status]),
  );

describe('two sessions of one client', () => {
  test('leave the plan of the newer one, in whatever order their events come', async () => {
    const helpline = aHelpline({ now: '2026-11-25T18:50:00Z' });
    await helpline.close(wednesday);
    await helpline.close(monday);
    await helpline.runFor(1);

    expect(plansOf(helpline)).toEqual({ 'S-1042': 'completed', 'S-1043': 'open' });
  });

  test('leave one plan also when the start of the newer one crashed before the older one was told', async () => {
    const helpline = aHelpline({ now: '2026-11-23T18:50:00Z' });
    await helpline.close(monday);
    await helpline.runUntil('2026-11-25T18:50:00Z');
    const { queues } = helpline.world;
    const toFollowUp = queues.toFollowUp.bind(queues);
    queues.toFollowUp = (id, input) =>
      input.kind === 'superseded' ? Promise.reject(new Error('crashed')) : toFollowUp(id, input);
    await expect(helpline.close(wednesday)).rejects.toThrow('crashed');
    queues.toFollowUp = toFollowUp;
    await helpline.runFor(1);

    expect(plansOf(helpline)).toEqual({ 'S-1042': 'completed', 'S-1043': 'open' });
  });
});

describe('a newer session that says not to reach the client by machine', () => {
  test('ends the earlier plan, and a person takes over', async () => {
    const helpline = aHelpline({ now: '2026-11-23T18:50:00Z' });
    await helpline.close(monday);
    await helpline.runUntil('2026-11-25T18:50:00Z');
    const before = helpline.world.carrier.sent.length;
    const mailed = helpline.world.mailer.sent.length;
    await helpline.close({
      ...wednesday,
      risk: { tier: 'low', source: 'cssrs' },
      contacts: [aPhone({ safety: 'unsafe' })],
    });
    await helpline.runFor(45 * 24);

    expect(helpline.world.carrier.sent).toHaveLength(before);
    expect(helpline.world.mailer.sent).toHaveLength(mailed);
    expect(helpline.world.cases.all().at(-1)).toMatchObject({
      reason: 'declined',
      because: ['contact-unsafe'],
    });
  });

  test('leaves the earlier plan alone where follow-up was only not offered again', async () => {
    const helpline = aHelpline({ now: '2026-11-23T18:50:00Z' });
    await helpline.close(monday);
    await helpline.close({ ...wednesday, offer: 'not-offered' });

    expect(plansOf(helpline)).toMatchObject({ 'S-1042': 'open' });
  });
});

describe('hours that a session once named', () => {
  const noon = [{ from: '12:00', to: '15:00' }];
  const consents = [aConsent('sms')];
  const hoursOf = (helpline: ReturnType<typeof aHelpline>) =>
    helpline.world.carrier.sent.map(({ at }) => new Date(at).getUTCHours());

  test('hold for the plan of a newer one that does not name them, and nothing is refused on the way', async () => {
    const helpline = aHelpline({ now: '2026-11-23T18:50:00Z' });
    await helpline.close(aClosedSession({ contacts: [aPhone({ safeHours: noon })], consents }));
    await helpline.close({
      ...wednesday,
      closedAt: '2026-11-23T18:55:00Z',
      contacts: [aPhone()],
      consents,
    });
    await helpline.runFor(40 * 24);

    expect(hoursOf(helpline).length).toBeGreaterThanOrEqual(3);
    expect(hoursOf(helpline).filter((hour) => hour < 17 || hour >= 20)).toEqual([]);
    expect(helpline.facts('message-refused')).toEqual([]);
  });

  test('hold by when they were named, in whatever order three sessions are told', async () => {
    const helpline = aHelpline({ now: '2026-11-23T18:50:00Z' });
    const session = (number: number, closedAt: string, safeHours?: object) =>
      aClosedSession({
        id: `evt-${number}`,
        sessionId: `S-${number}`,
        closedAt,
        contacts: [aPhone(safeHours ? { safeHours } : {})],
        consents,
      });
    await helpline.close(session(1, '2026-11-23T18:00:00Z', [{ from: '09:00', to: '20:00' }]));
    await helpline.close(session(3, '2026-11-23T18:20:00Z'));
    await helpline.close(session(2, '2026-11-23T18:10:00Z', noon));
    await helpline.runFor(40 * 24);

    expect(hoursOf(helpline).length).toBeGreaterThanOrEqual(3);
    expect(hoursOf(helpline).filter((hour) => hour < 17 || hour >= 20)).toEqual([]);
  });

  test('that never meet the agency’s bring each step to staff, without asking all day', async () => {
    const helpline = aHelpline({ now: '2026-11-23T18:50:00Z' });
    const never = [{ from: '03:00', to: '03:30' }];
    await helpline.close({ ...wednesday, closedAt: '2026-11-23T18:20:00Z', contacts: [aPhone()], consents });
    await helpline.close(
      aClosedSession({
        closedAt: '2026-11-23T18:10:00Z',
        contacts: [aPhone({ safeHours: never })],
        consents,
      }),
    );
    await helpline.runFor(40 * 24);

    expect(helpline.world.carrier.sent).toEqual([]);
    expect(helpline.facts('message-refused').length).toBeLessThan(10);
    expect(helpline.facts('check-in-not-sent').length).toBeGreaterThanOrEqual(3);
  });

  test('hold when the agency gives the same telephone again without them', async () => {
    const helpline = aHelpline({ now: '2026-11-23T18:50:00Z' });
    const monday = aClosedSession({ contacts: [aPhone({ safeHours: noon })], consents });
    await helpline.close(monday);
    await helpline.close({
      version: 1,
      agencyId: 'riverbend',
      sessionId: 'S-1042',
      type: 'handrail.contact-changed',
      id: 'evt-changed',
      at: '2026-11-23T18:58:00Z',
      contacts: [aPhone()],
      consents,
    });
    await helpline.runFor(40 * 24);

    expect(hoursOf(helpline).length).toBeGreaterThanOrEqual(3);
    expect(hoursOf(helpline).filter((hour) => hour < 17 || hour >= 20)).toEqual([]);
    expect(helpline.facts('message-refused')).toEqual([]);
  });
});

describe('a newer session that starts no plan', () => {
  test('still says in which hours the client’s telephone is safe', async () => {
    const helpline = aHelpline({ now: '2026-11-23T18:50:00Z' });
    await helpline.close(aClosedSession({ contacts: [aPhone()], consents: [aConsent('sms')] }));
    const safeHours = [{ from: '12:00', to: '15:00' }];
    await helpline.close({
      ...wednesday,
      closedAt: '2026-11-23T18:55:00Z',
      client: { ref: 'C-77', language: 'vi', timeZone: 'America/New_York' },
      contacts: [aPhone({ safeHours })],
    });
    await helpline.runFor(40 * 24);

    const hours = helpline.world.carrier.sent.map(({ at }) => new Date(at).getUTCHours());
    expect(hours.length).toBeGreaterThanOrEqual(3);
    expect(hours.filter((hour) => hour < 17 || hour >= 20)).toEqual([]);
  });
});
