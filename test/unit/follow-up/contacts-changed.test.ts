import { describe, expect, it } from 'vitest';
import type { CheckIn } from '#shared/domain/follow-up/check-in.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { nextDueAt } from '#shared/domain/follow-up/next-due-at.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { afterInputs } from './after-inputs.ts';

const changed = (contactId: string, at = NOW): FollowUpInput => ({
  kind: 'contact-changed',
  reach: { sms: { contactId, discreet: false } },
  at,
});
const inHours = (from: string, to: string): FollowUpInput => ({
  kind: 'contact-changed',
  reach: { sms: { contactId: 'a-contact', discreet: false, safeHours: [{ from, to }] } },
  at: NOW,
});
const wake: FollowUpInput = { kind: 'wake' };
const messageId = 'fu#a-follow-up~d1~1~sms';
const claim: FollowUpInput = { kind: 'claim', messageId };
const refused = (code: string): FollowUpInput => ({
  kind: 'hand-over-result',
  messageId,
  result: { kind: 'refused', code },
});

describe('when the agency gives other contacts', () => {
  it('a check-in that still fits stays at its time, however often the change is told', () => {
    const tomorrow = aFollowUp({
      checkIns: [aScheduledCheckIn({ sendAt: NOW + DAY, tooLateAt: NOW + 2 * DAY })],
    });
    const { followUp } = afterInputs(tomorrow, [changed('new'), changed('new'), changed('new')]);
    expect(followUp.checkIns).toMatchObject([{ sendAt: NOW + DAY }]);
  });

  it('a check-in outside the new hours moves into them', () => {
    const soon = aFollowUp({ checkIns: [aScheduledCheckIn({ sendAt: NOW + HOUR })] });
    expect(afterInputs(soon, [inHours('12:00', '13:00')]).followUp.checkIns).toMatchObject([
      { sendAt: Date.parse('2026-11-24T17:00:00Z') },
    ]);
  });

  it('a check-in that the new hours allow only at its last moment keeps it, and is no task yet', () => {
    const soon = aScheduledCheckIn({ sendAt: NOW + HOUR, tooLateAt: NOW + 4 * HOUR });
    const { followUp } = afterInputs(aFollowUp({ checkIns: [soon] }), [inHours('14:00', '15:00')]);
    expect(followUp).toMatchObject({ checkIns: [{ sendAt: NOW + 4 * HOUR }], ended: [], casesToRaise: [] });
  });

  it('a first check-in that would be too late in the new hours goes in the last ones before its time', () => {
    const noon = Date.parse('2026-11-24T17:00:00Z');
    const late = aScheduledCheckIn({ sendAt: noon + DAY - 3 * HOUR, tooLateAt: noon + DAY - HOUR });
    const plan = (checkIn: Partial<CheckIn> = {}) =>
      afterInputs(aFollowUp({ checkIns: [{ ...late, ...checkIn }] }), [inHours('12:00', '12:30')]).followUp;
    const asked = { attempt: 1, channel: 'sms', messageId, at: NOW - HOUR, reached: 'unknown' } as const;

    expect(plan()).toMatchObject({ checkIns: [{ sendAt: noon }], ended: [], casesToRaise: [] });
    expect(plan({ attempt: 2, attempts: [asked] }).checkIns).toEqual([]);
    expect(plan({ sendAt: noon + DAY - 5 * MINUTE, tooLateAt: noon + DAY }).checkIns).toMatchObject([
      { sendAt: noon + DAY },
    ]);
    const lastMinutes = noon + DAY + 28 * MINUTE;
    expect(plan({ sendAt: lastMinutes, tooLateAt: lastMinutes + HOUR }).checkIns).toMatchObject([
      { sendAt: noon },
    ]);
    expect(plan({ id: 'g12d1' }).checkIns).toMatchObject([{ sendAt: noon }]);
  });

  it('a first check-in that goes sooner leaves its time to answer where the window is long enough', () => {
    const closing = Date.parse('2026-11-25T01:00:00Z');
    const step = aScheduledCheckIn({ sendAt: closing + 12 * HOUR, tooLateAt: closing + 12.5 * HOUR });
    const high = aFollowUp({ tier: 'high', checkIns: [step] });

    expect(afterInputs(high, [inHours('09:00', '20:00')]).followUp.checkIns).toMatchObject([
      { sendAt: closing - 4 * HOUR },
    ]);
  });

  it.each(['d7', 'd14', 'd30', 'g2d7', 'cc1'])('a later step (%s) does not go before its day', (id) => {
    const noon = Date.parse('2026-11-24T17:00:00Z');
    const step = aScheduledCheckIn({ id, sendAt: noon + 5 * DAY - HOUR, tooLateAt: noon + 5 * DAY - MINUTE });

    expect(
      afterInputs(aFollowUp({ checkIns: [step] }), [inHours('12:00', '12:45')]).followUp.ended,
    ).toMatchObject([{ id, state: 'not-sent', why: 'no-window-in-time' }]);
  });

  it.each([
    ['is too short', '12:00', '12:29', 0],
    ['is never open', '21:00', '22:00', 0],
    ['is within an hour of closing', '12:00', '12:45', NOW + 2 * HOUR],
  ])('a first check-in whose last window %s comes to staff at once', (_why, from, to, closedAt) => {
    const noon = Date.parse('2026-11-24T17:00:00Z');
    const late = aScheduledCheckIn({ sendAt: noon + DAY - 3 * HOUR, tooLateAt: noon + DAY - HOUR });
    const plan = aFollowUp({ checkIns: [late] });
    const closed = { ...plan, session: { ...plan.session, ...(closedAt && { closedAt }) } };

    expect(afterInputs(closed, [inHours(from, to)]).followUp.ended).toMatchObject([
      { state: 'not-sent', why: 'no-window-in-time' },
    ]);
  });

  it.each([NOW - HOUR, NOW])(
    'a check-in of a client on hold that is due already (%i) waits for the end of the hold',
    (sendAt) => {
      const due = aScheduledCheckIn({ sendAt, tooLateAt: NOW + 2 * HOUR });
      const onHold = aFollowUp({
        status: 'held',
        hold: { why: 'admission', since: NOW - 5 * HOUR },
        checkIns: [due],
      });
      const { followUp } = afterInputs(onHold, [inHours('09:30', '09:45')]);
      expect(followUp).toMatchObject({ checkIns: [due], ended: [], casesToRaise: [] });
    },
  );

  it('a check-in whose text is on its way stays there, though another clock planned it a few minutes ahead', () => {
    const onItsWay = aScheduledCheckIn({ state: 'sending', sendAt: NOW + 3 * MINUTE });
    const { followUp } = afterInputs(aFollowUp({ checkIns: [onItsWay] }), [inHours('12:00', '13:00')]);
    expect(followUp.checkIns).toEqual([onItsWay]);
  });

  it('an older change that comes late changes nothing', () => {
    const { followUp } = afterInputs(aFollowUp(), [changed('new'), changed('old', NOW - MINUTE)]);
    expect(followUp.reach).toMatchObject({ sms: { contactId: 'new' } });
  });

  it('a text that waits to go to the old number is withdrawn and goes to the new one', () => {
    const withdrawn = afterInputs(aFollowUp(), [wake, changed('new'), claim]);
    expect(withdrawn.effects.filter(({ kind }) => kind === 'hand-over')).toEqual([]);
    expect(nextDueAt(withdrawn.followUp)).toBeLessThanOrEqual(NOW);
    const { effects } = afterInputs(withdrawn.followUp, [wake, claim]);
    expect(effects).toContainEqual(
      expect.objectContaining({ kind: 'hand-over', message: expect.objectContaining({ contactId: 'new' }) }),
    );
  });

  it.each(['21610', '21211'])('the old number’s refusal (%s) says nothing about the new one', (code) => {
    const { followUp } = afterInputs(aFollowUp(), [wake, claim, changed('new'), refused(code)]);
    expect(followUp.reach.sms).toEqual({ contactId: 'new', discreet: false });
    expect(followUp.checkIns).toMatchObject([{ state: 'scheduled', attempt: 2, channel: 'sms' }]);
  });

  it.each([
    ['had to wait its turn', { kind: 'throttled', retryAfterSeconds: 30 }],
    ['could not go at that moment', { kind: 'refused', code: '20429' }],
  ] as const)(
    'a text that %s does not go to the old number after all, but to the new one',
    (_why, result) => {
      const waits: FollowUpInput = { kind: 'hand-over-result', messageId, result };
      const withdrawn = afterInputs(aFollowUp(), [wake, claim, changed('new'), waits, claim]);
      expect(withdrawn.effects.filter(({ kind }) => kind === 'hand-over')).toHaveLength(1);
      const { effects } = afterInputs(withdrawn.followUp, [wake, claim]);
      expect(effects).toContainEqual(
        expect.objectContaining({
          kind: 'hand-over',
          message: expect.objectContaining({ contactId: 'new' }),
        }),
      );
    },
  );

  it('a check-in does not hang when the carrier knows of a stop on a contact that is gone', () => {
    const gone: FollowUpInput = { kind: 'contact-changed', reach: {}, at: NOW };
    const { followUp, effects } = afterInputs(aFollowUp(), [wake, claim, gone, refused('21610')]);
    expect(followUp.ended).toMatchObject([{ id: 'd1', state: 'not-delivered' }]);
    expect(effects).toContainEqual(
      expect.objectContaining({
        kind: 'suppress-contact',
        contactId: 'a-contact',
        reason: 'carrier-opt-out',
      }),
    );
  });
});
