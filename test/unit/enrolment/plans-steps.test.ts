import { describe, expect, it } from 'vitest';
import type { ClosedSession } from '#shared/domain/enrolment/closed-session.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import { aMailbox, aPhone, CLOSED, enrolled } from './a-session.ts';

const stepsOf = (different: Partial<ClosedSession> = {}, now = CLOSED) =>
  enrolled(different, now).followUp.checkIns;
const clock = (at: number) => (at - 5 * HOUR) % DAY;
const caring = { protocol: 'caring-contacts' } as const;
/** Hours that never meet the agency's. */
const never = [aPhone({ safeHours: [{ from: '02:00', to: '03:00' }] })];

describe('a plan of check-ins', () => {
  it('has the first within its ceiling, and says until when each may be late and silent', () => {
    const [first, second] = stepsOf();

    expect(first).toMatchObject({
      id: 'd1',
      kind: 'check-in',
      state: 'scheduled',
      channel: 'sms',
      tooLateAt: CLOSED + 36 * HOUR,
      silentBy: CLOSED + 72 * HOUR,
    });
    expect(second).toMatchObject({ id: 'd7', tooLateAt: (second?.sendAt ?? 0) + 36 * HOUR });
    expect(second?.silentBy).toBe((second?.sendAt ?? 0) + 72 * HOUR);
  });

  it('asks by e-mail where there is no phone', () => {
    expect(stepsOf({ contacts: [aMailbox()] }).map(({ channel }) => channel)).toEqual([
      'email',
      'email',
      'email',
    ]);
  });

  it('leaves a client at high tier who leaves before dawn the whole answer time on the same day', () => {
    const dawn = Date.parse('2026-11-24T10:00:00Z');
    const [first] = stepsOf({ tier: 'high', closedAt: dawn }, dawn);

    expect(first?.sendAt).toBeLessThanOrEqual(Date.parse('2026-11-24T21:00:00Z'));
    expect(first?.sendAt).toBeGreaterThan(Date.parse('2026-11-24T20:00:00Z'));
  });

  it('spreads the texts of a morning over clients, and the steps of one client over mornings', () => {
    const [first, second, third] = stepsOf();
    const [theirs, , theirThird] = stepsOf({ followUpId: 'fu#another' });

    expect(first?.sendAt).not.toBe(theirs?.sendAt);
    expect(third?.sendAt).not.toBe(theirThird?.sendAt);
    expect(clock(second?.sendAt ?? 0)).not.toBe(clock(third?.sendAt ?? 0));
  });

  it('has no hour of its own where the client’s hours never meet the agency’s: each step comes to staff on its day', () => {
    expect(stepsOf({ contacts: never }).map(({ sendAt }) => sendAt)).toEqual([
      CLOSED + HOUR,
      CLOSED + 7 * DAY,
      CLOSED + 30 * DAY,
    ]);
  });

  it('leaves out what is too late when the event comes, but never the first step', () => {
    const seventh = stepsOf()[1]?.tooLateAt ?? 0;

    expect(stepsOf({}, seventh - MINUTE).map(({ id }) => id)).toEqual(['d1', 'd7', 'd30']);
    expect(stepsOf({}, seventh).map(({ id }) => id)).toEqual(['d1', 'd30']);
    expect(stepsOf({}, CLOSED + 90 * DAY).map(({ id }) => id)).toEqual(['d1']);
  });
});

describe('a plan of caring contacts', () => {
  it('numbers them from one, and lets each be four days late', () => {
    const steps = stepsOf(caring);

    expect(steps.map(({ id }) => id)).toEqual(Array.from({ length: 9 }, (_, index) => `cc${index + 1}`));
    for (const { kind, sendAt, tooLateAt, silentBy } of steps)
      expect({ kind, tooLateAt, silentBy }).toEqual({
        kind: 'caring-contact',
        tooLateAt: sendAt + 96 * HOUR,
        silentBy: sendAt + 96 * HOUR,
      });
  });

  it('comes in the client’s hours, at another time of day each, and to each client at their own', () => {
    const steps = stepsOf(caring);
    const times = steps.map(({ sendAt }) => clock(sendAt));
    const theirs = stepsOf({ ...caring, followUpId: 'fu#another' });

    expect(new Set(times).size).toBe(9);
    expect(steps.map(({ sendAt }) => sendAt)).not.toContain(theirs[0]?.sendAt);
    expect(steps[0]?.sendAt).toBeGreaterThanOrEqual(Date.parse('2026-11-24T14:00:00Z'));
    expect(steps[0]?.sendAt).toBeLessThan(Date.parse('2026-11-25T01:00:00Z'));
  });

  it('keeps its days where the client’s hours never meet the agency’s', () => {
    const days = [1, 30, 61, 91, 122, 183, 244, 304, 365];

    expect(stepsOf({ ...caring, contacts: never }).map(({ sendAt }) => sendAt)).toEqual(
      days.map((day) => CLOSED + day * DAY),
    );
  });
});
