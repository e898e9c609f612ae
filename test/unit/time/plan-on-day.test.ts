import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ContactWindow, isOpen } from '#shared/domain/time/contact-window.ts';
import { dayNumberAt, instantOf, localDay, wallTimeAt } from '#shared/domain/time/local-time.ts';
import { type DayPlanRequest, planOnDay, varyTime } from '#shared/domain/time/plan-on-day.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ZONE = 'America/New_York';
const daily: ContactWindow = { zones: [ZONE], agencyWindow: [{ from: '09:00', to: '20:00' }] };
const weekdays: ContactWindow = {
  zones: [ZONE],
  agencyWindow: [{ from: '09:00', to: '20:00', days: ['MO', 'TU', 'WE', 'TH', 'FR'] }],
};
const local = (text: string) => instantOf(Date.parse(`${text}:00Z`), ZONE);
// A Monday.
const closedAt = local('2026-11-23T13:40');

function aDay(days: number, more: Partial<DayPlanRequest> = {}): DayPlanRequest {
  return { closedAt, days, window: daily, jitterKey: 'fu#1/day-7', ...more };
}

const until = (to: string): ContactWindow => ({ ...daily, safeHours: [{ from: '12:00', to }] });

describe('a check-in on a day', () => {
  it.each([
    [local('2026-11-23T00:00'), 7, '2026-11-30'],
    [local('2026-11-23T23:59'), 7, '2026-11-30'],
    [closedAt, 14, '2026-12-07'],
    [closedAt, 30, '2026-12-23'],
    [closedAt, 365, '2027-11-23'],
    // Counted on the calendar, over the night that has 25 hours.
    [local('2026-10-31T23:30'), 1, '2026-11-01'],
  ])('of a session closed at %i comes %i calendar days later, on %s, early', (closedAt, days, expected) => {
    const plan = planOnDay(aDay(days, { closedAt }));
    if (plan.kind !== 'planned') throw new Error('no window');
    expect(localDay(plan.at, ZONE)).toBe(expected);
    expect(plan.at).toBeGreaterThanOrEqual(local(`${expected}T09:00`));
    expect(plan.at).toBeLessThanOrEqual(local(`${expected}T09:45`));
    expect(plan).toMatchObject({ because: 'on-day', windowEndsAt: local(`${expected}T20:00`) });
  });

  it('moves to the next day with open hours, within the slack', () => {
    const saturday = aDay(5, { window: weekdays });
    const plan = planOnDay(saturday);
    expect(plan).toMatchObject({ because: 'later-day', windowEndsAt: local('2026-11-30T20:00') });
    expect(planOnDay({ ...saturday, slackDays: 2 })).toEqual(plan);
    expect(planOnDay({ ...saturday, slackDays: 1 })).toEqual({ kind: 'no-window' });
  });

  it('waits three days at most unless told otherwise', () => {
    const mondays: ContactWindow = { ...daily, agencyWindow: [{ from: '09:00', to: '20:00', days: ['MO'] }] };
    // Friday, then Thursday.
    expect(planOnDay(aDay(4, { window: mondays }))).toMatchObject({ because: 'later-day' });
    expect(planOnDay(aDay(3, { window: mondays }))).toEqual({ kind: 'no-window' });
  });

  it('is for a person to do where there are no open hours', () => {
    const never: ContactWindow = { ...daily, safeHours: [{ from: '20:00', to: '23:00' }] };
    expect(planOnDay(aDay(7, { window: never }))).toEqual({ kind: 'no-window' });
    expect(planOnDay(aDay(7, { window: { ...daily, zones: [] } }))).toEqual({ kind: 'no-window' });
  });

  it('takes hours of half an hour, at their beginning, and none shorter', () => {
    expect(planOnDay(aDay(7, { window: until('12:30') }))).toMatchObject({ at: local('2026-11-30T12:00') });
    expect(planOnDay(aDay(7, { window: until('12:29') }))).toEqual({ kind: 'no-window' });
  });

  it('is not planned into the past', () => {
    const notBefore = local('2026-11-30T15:00');
    const plan = planOnDay(aDay(7, { notBefore }));
    expect(plan.kind === 'planned' && plan.at >= notBefore).toBe(true);
    expect(plan).toMatchObject({ because: 'on-day' });
    expect(planOnDay(aDay(7, { notBefore: local('2026-11-30T19:45') }))).toMatchObject({
      because: 'later-day',
    });
  });
});

describe('a caring contact', () => {
  const keys = Array.from({ length: 600 }, (_, index) => `fu#${index}/month-1`);
  const planned = (days: number) =>
    keys.map((jitterKey) => {
      const plan = varyTime(aDay(days, { jitterKey }));
      if (plan.kind !== 'planned') throw new Error('no window');
      return plan.at;
    });
  const shifts = (days: number) => {
    const wanted = dayNumberAt(closedAt, ZONE) + days;
    return [...new Set(planned(days).map((at) => dayNumberAt(at, ZONE) - wanted))].sort((a, b) => a - b);
  };

  it('comes up to two days sooner or later, but the next day stays the next day', () => {
    expect(shifts(30)).toEqual([-2, -1, 0, 1, 2]);
    expect(shifts(14)).toEqual([-2, -1, 0, 1, 2]);
    expect(shifts(13)).toEqual([-1, 0, 1]);
    expect(shifts(7)).toEqual([-1, 0, 1]);
    expect(shifts(6)).toEqual([0]);
    expect(shifts(1)).toEqual([0]);
  });

  it('comes at another time each, all in the first 60 % of the day’s window', () => {
    const minutes = planned(30).map((at) => (wallTimeAt(at, ZONE) % DAY) / MINUTE);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(9 * 60);
    expect(Math.min(...minutes)).toBeLessThan(9 * 60 + 10);
    expect(Math.max(...minutes)).toBeLessThanOrEqual(9 * 60 + 0.6 * 11 * 60);
    expect(Math.max(...minutes)).toBeGreaterThan(9 * 60 + 0.6 * 11 * 60 - 10);
  });

  it('leaves half an hour of a short window', () => {
    for (const jitterKey of keys) {
      const plan = varyTime(aDay(30, { jitterKey, window: until('13:00') }));
      if (plan.kind !== 'planned') throw new Error('no window');
      expect(plan.windowEndsAt - plan.at).toBeGreaterThanOrEqual(30 * MINUTE);
    }
  });

  it('comes at the same time whenever it is planned again', () => {
    expect(planned(30)).toEqual(planned(30));
  });

  it('comes at the same time in the next version, too: what is planned stays planned', () => {
    const days = ['fu#a.cc2', 'fu#a.cc3', 'fu#a.cc4'].map((jitterKey) => {
      const plan = varyTime(aDay(30, { jitterKey }));
      return plan.kind === 'planned' ? localDay(plan.at, ZONE) : plan.kind;
    });
    expect(days).toEqual(['2026-12-24', '2026-12-22', '2026-12-24']);
  });

  it('is always in the window, whatever key, day and zone', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 400 }),
        fc.subarray(['America/New_York', 'America/Phoenix', 'Pacific/Honolulu'], { minLength: 1 }),
        fc.integer({ min: closedAt - 60 * DAY, max: closedAt + 200 * DAY }),
        (jitterKey, days, zones, closedAt) => {
          const window = { ...weekdays, zones };
          for (const plan of [varyTime, planOnDay].map((decide) =>
            decide({ closedAt, days, window, jitterKey }),
          )) {
            if (plan.kind !== 'planned') throw new Error('no window');
            expect(isOpen(plan.at, window)).toBe(true);
            expect(isOpen(plan.at + 30 * MINUTE - 1, window)).toBe(true);
            const late = dayNumberAt(plan.at, zones[0] ?? '') - dayNumberAt(closedAt, zones[0] ?? '') - days;
            expect(late).toBeGreaterThanOrEqual(-2);
            expect(late).toBeLessThanOrEqual(5);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
