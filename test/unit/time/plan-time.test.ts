import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ContactWindow, isOpen } from '#shared/domain/time/contact-window.ts';
import { instantOf, localIso } from '#shared/domain/time/local-time.ts';
import { type FirstPlanRequest, planAfter, planFirst } from '#shared/domain/time/plan-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ZONE = 'America/New_York';
const TIERS = {
  high: { ceilingMinutes: 24 * 60, gapMinutes: 4 * 60 },
  moderate: { ceilingMinutes: 36 * 60, gapMinutes: 12 * 60 },
  low: { ceilingMinutes: 48 * 60, gapMinutes: 24 * 60 },
} as const;
const daily: ContactWindow = { zones: [ZONE], agencyWindow: [{ from: '09:00', to: '20:00' }] };
const weekdays: ContactWindow = {
  zones: [ZONE],
  agencyWindow: [{ from: '09:00', to: '20:00', days: ['MO', 'TU', 'WE', 'TH', 'FR'] }],
};
const until = (to: string): ContactWindow => ({ ...daily, safeHours: [{ from: '12:00', to }] });
const local = (text: string) => instantOf(Date.parse(`${text}:00Z`), ZONE);

function aPlan(
  closed: string,
  tier: keyof typeof TIERS,
  window = daily,
  more: Partial<FirstPlanRequest> = {},
) {
  return planFirst({ closedAt: local(closed), ...TIERS[tier], window, jitterKey: 'fu#1', ...more });
}

/** The first check-in's time, and which rule gave it. The time is the earliest that jitter may give. */
type Row = [closed: string, tier: keyof typeof TIERS, planned: string, because: string];

// 2026-11-23 is a Monday.
const ROWS: Row[] = [
  // In the day and the evening: the next morning, whatever the tier.
  ['2026-11-23T11:00', 'high', '2026-11-24T09:00', 'opening'],
  ['2026-11-23T13:40', 'high', '2026-11-24T09:00', 'opening'],
  ['2026-11-23T13:40', 'moderate', '2026-11-24T09:00', 'opening'],
  ['2026-11-23T13:40', 'low', '2026-11-24T09:00', 'opening'],
  ['2026-11-23T20:59', 'high', '2026-11-24T09:00', 'opening'],
  ['2026-11-23T21:00', 'high', '2026-11-24T09:00', 'opening'],
  ['2026-11-23T21:00', 'moderate', '2026-11-24T09:00', 'opening'],
  // Later in the evening the window is open when 12 h have passed. High: four hours to answer fit, so then.
  ['2026-11-23T21:01', 'high', '2026-11-24T09:01', 'open-already'],
  ['2026-11-23T22:00', 'high', '2026-11-24T10:00', 'open-already'],
  ['2026-11-24T00:00', 'high', '2026-11-24T12:00', 'open-already'],
  ['2026-11-24T03:59', 'high', '2026-11-24T15:59', 'open-already'],
  ['2026-11-24T04:00', 'high', '2026-11-24T16:00', 'open-already'],
  // From here 12 h would leave less than 4 h to answer: the same day, as late as leaves four.
  ['2026-11-24T04:01', 'high', '2026-11-24T16:00', 'ceiling'],
  ['2026-11-24T05:00', 'high', '2026-11-24T16:00', 'ceiling'],
  ['2026-11-24T08:30', 'high', '2026-11-24T16:00', 'ceiling'],
  ['2026-11-24T08:59', 'high', '2026-11-24T16:00', 'ceiling'],
  // The next morning's opening is less than two hours before the ceiling: the same day.
  ['2026-11-23T09:00', 'high', '2026-11-23T16:00', 'ceiling'],
  ['2026-11-23T10:59', 'high', '2026-11-23T16:00', 'ceiling'],
  // Moderate and low have longer to answer than a day's window: the first opening after 12 h.
  ['2026-11-23T23:00', 'moderate', '2026-11-25T09:00', 'opening'],
  // That opening is less than two hours before the ceiling: the morning before it.
  ['2026-11-23T21:01', 'moderate', '2026-11-24T09:00', 'ceiling'],
  ['2026-11-23T22:00', 'moderate', '2026-11-24T09:00', 'ceiling'],
  ['2026-11-23T22:59', 'moderate', '2026-11-24T09:00', 'ceiling'],
  ['2026-11-24T05:00', 'moderate', '2026-11-25T09:00', 'opening'],
  ['2026-11-24T08:59', 'moderate', '2026-11-25T09:00', 'opening'],
  ['2026-11-23T22:00', 'low', '2026-11-25T09:00', 'opening'],
  ['2026-11-24T08:59', 'low', '2026-11-25T09:00', 'opening'],
  // Nights on which clocks change: hours that passed are counted, the window stays on the wall.
  ['2026-10-31T20:30', 'high', '2026-11-01T09:00', 'opening'],
  ['2026-10-31T22:00', 'high', '2026-11-01T09:00', 'opening'],
  ['2026-10-31T22:01', 'high', '2026-11-01T09:01', 'open-already'],
  ['2027-03-13T20:00', 'high', '2027-03-14T09:00', 'opening'],
  ['2027-03-13T20:30', 'high', '2027-03-14T09:30', 'open-already'],
];

describe('the first check-in', () => {
  it.each(ROWS)('of a session closed %s at %s tier goes at %s (%s)', (closed, tier, planned, because) => {
    const plan = aPlan(closed, tier);
    if (plan.kind !== 'planned') throw new Error('no window');
    expect(plan.because).toBe(because);
    const earliest = local(planned);
    const ceiling = local(closed) + TIERS[tier].ceilingMinutes * MINUTE;
    expect(localIso(plan.at, ZONE) >= localIso(earliest, ZONE)).toBe(true);
    expect(plan.at).toBeLessThanOrEqual(Math.min(earliest + 45 * MINUTE, ceiling));
  });

  it('spreads over three quarters of an hour, the same for the same key', () => {
    const times = Array.from({ length: 500 }, (_, index) => {
      const plan = aPlan('2026-11-23T13:40', 'high', daily, { jitterKey: `fu#${index}` });
      return plan.kind === 'planned' ? plan.at - local('2026-11-24T09:00') : -1;
    });
    expect(Math.min(...times)).toBeGreaterThanOrEqual(0);
    expect(Math.min(...times)).toBeLessThan(MINUTE);
    expect(Math.max(...times)).toBeGreaterThan(44 * MINUTE);
    expect(Math.max(...times)).toBeLessThanOrEqual(45 * MINUTE);
    expect(aPlan('2026-11-23T13:40', 'high')).toEqual(aPlan('2026-11-23T13:40', 'high'));
  });

  it('keeps the answer time inside the window where it fits to the minute', () => {
    const plan = aPlan('2026-11-24T04:00', 'high');
    expect(plan).toMatchObject({ at: local('2026-11-24T16:00'), windowEndsAt: local('2026-11-24T20:00') });
  });

  it('is sooner than 12 h after closing on a Friday rather than later than the ceiling', () => {
    expect(aPlan('2026-11-27T15:00', 'high', weekdays)).toMatchObject({
      because: 'ceiling',
      at: local('2026-11-27T16:00'),
    });
    const later = aPlan('2026-11-27T18:00', 'high', weekdays);
    expect(later).toMatchObject({ because: 'ceiling' });
    expect(later.kind === 'planned' && later.at >= local('2026-11-27T19:00')).toBe(true);
    expect(later.kind === 'planned' && later.at <= local('2026-11-27T19:30')).toBe(true);
  });

  it('leaves an hour after closing and half an hour before the window closes, or a person has to do it', () => {
    expect(aPlan('2026-11-27T18:30', 'high', weekdays)).toMatchObject({ at: local('2026-11-27T19:30') });
    expect(aPlan('2026-11-27T18:31', 'high', weekdays)).toEqual({ kind: 'no-window' });
    expect(aPlan('2026-11-28T12:00', 'high', weekdays)).toEqual({ kind: 'no-window' });
  });

  it('goes at the ceiling itself when the window opens just then and no sooner, and not a minute after', () => {
    const noon = until('15:00');
    const ceilingAtOpening = { ceilingMinutes: 20 * 60 };
    expect(aPlan('2026-11-23T16:00', 'high', noon, ceilingAtOpening)).toMatchObject({
      at: local('2026-11-24T12:00'),
      because: 'opening',
    });
    expect(aPlan('2026-11-23T15:59', 'high', noon, ceilingAtOpening)).toEqual({ kind: 'no-window' });
  });

  it('takes the sooner of two windows in the last two hours, where there is none before', () => {
    const late = {
      ...daily,
      safeHours: [
        { from: '12:00', to: '12:30' },
        { from: '13:00', to: '14:00' },
      ],
    };
    const plan = aPlan('2026-11-23T14:00', 'high', late, { notBefore: local('2026-11-23T15:00') });
    expect(plan).toMatchObject({ because: 'opening', windowEndsAt: local('2026-11-24T12:30') });
    const hurried = { notBefore: local('2026-11-24T12:31') };
    expect(aPlan('2026-11-23T14:00', 'high', late, hurried)).toMatchObject({
      windowEndsAt: local('2026-11-24T14:00'),
    });
  });

  it('goes in the window that is open where the event came in its last two hours', () => {
    const late = {
      ...daily,
      safeHours: [
        { from: '09:00', to: '12:00' },
        { from: '12:15', to: '13:30' },
      ],
    };
    const hurried = { ceilingMinutes: 14 * 60, notBefore: local('2026-11-24T11:30') };
    expect(aPlan('2026-11-23T23:00', 'high', late, hurried)).toMatchObject({
      at: local('2026-11-24T11:30'),
      because: 'ceiling',
    });
  });

  it('needs safe hours of half an hour at least', () => {
    expect(aPlan('2026-11-23T13:40', 'high', until('12:29'))).toEqual({ kind: 'no-window' });
    expect(aPlan('2026-11-23T13:40', 'high', until('12:30'))).toMatchObject({
      at: local('2026-11-24T12:00'),
    });
  });

  it('is not planned into the past when the event came late', () => {
    const notBefore = local('2026-11-24T11:00');
    const plan = aPlan('2026-11-23T13:40', 'high', daily, { notBefore });
    expect(plan.kind === 'planned' && plan.at >= notBefore).toBe(true);
    expect(plan.kind === 'planned' && plan.at <= local('2026-11-24T13:40')).toBe(true);
    expect(aPlan('2026-11-23T13:40', 'high', daily, { notBefore: local('2026-11-24T13:41') })).toEqual({
      kind: 'no-window',
    });
  });

  it('goes the same day when the event came after the window had opened', () => {
    const notBefore = local('2026-11-24T11:00');
    expect(aPlan('2026-11-23T13:40', 'high', daily, { notBefore })).toMatchObject({
      because: 'open-already',
    });
    const moderate = aPlan('2026-11-23T13:40', 'moderate', daily, { notBefore });
    expect(moderate).toMatchObject({ because: 'opening', windowEndsAt: local('2026-11-24T20:00') });
    expect(moderate.kind === 'planned' && moderate.at >= notBefore).toBe(true);
  });

  it('does not go in the last half hour of a window, however short the time to answer', () => {
    const short = { gapMinutes: 10, ceilingMinutes: 36 * 60 };
    expect(aPlan('2026-11-24T07:30', 'high', daily, short)).toMatchObject({ at: local('2026-11-24T19:30') });
    expect(aPlan('2026-11-24T07:31', 'high', daily, short)).toMatchObject({ because: 'opening' });
  });

  it('leaves an hour after closing where the protocol asks for no delay', () => {
    const plan = aPlan('2026-11-24T10:00', 'high', daily, { minDelayMinutes: 0 });
    expect(plan).toMatchObject({ because: 'open-already' });
    expect(plan.kind === 'planned' && plan.at >= local('2026-11-24T11:00')).toBe(true);
    expect(plan.kind === 'planned' && plan.at <= local('2026-11-24T11:45')).toBe(true);
  });

  it('takes the last of several windows before the ceiling', () => {
    const mornings: ContactWindow = {
      ...daily,
      safeHours: [
        { from: '09:00', to: '10:00' },
        { from: '11:00', to: '12:00' },
      ],
    };
    const plan = aPlan('2026-11-24T00:00', 'high', mornings);
    expect(plan).toMatchObject({ because: 'ceiling', windowEndsAt: local('2026-11-24T12:00') });
  });

  it('never breaks a limit', () => {
    const tier = fc.constantFrom('high', 'moderate', 'low');
    const zones = fc.subarray(
      ['America/New_York', 'America/Chicago', 'America/Phoenix', 'Pacific/Honolulu', 'Pacific/Guam'],
      { minLength: 1 },
    );
    const safe = fc.option(
      fc
        .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }))
        .map(([from, to]) => [
          { from: `${String(from).padStart(2, '0')}:15`, to: `${String(to).padStart(2, '0')}:45` },
        ]),
      { nil: undefined },
    );
    const closedAt = fc.integer({ min: local('2026-10-25T00:00'), max: local('2027-04-01T00:00') });
    fc.assert(
      fc.property(tier, zones, safe, closedAt, fc.string(), (tier, zones, safeHours, closedAt, jitterKey) => {
        const window = { zones, agencyWindow: daily.agencyWindow, safeHours };
        const request = { closedAt, ...TIERS[tier], window, jitterKey };
        const plan = planFirst(request);
        expect(planFirst(request)).toEqual(plan);
        if (plan.kind === 'no-window') return;
        expect(isOpen(plan.at, window)).toBe(true);
        expect(isOpen(plan.at + 30 * MINUTE - 1, window)).toBe(true);
        expect(plan.windowEndsAt).toBeGreaterThanOrEqual(plan.at + 30 * MINUTE);
        expect(plan.at).toBeLessThanOrEqual(closedAt + TIERS[tier].ceilingMinutes * MINUTE);
        expect(plan.at).toBeGreaterThanOrEqual(closedAt + HOUR);
        if (plan.because !== 'ceiling') expect(plan.at).toBeGreaterThanOrEqual(closedAt + 12 * HOUR);
      }),
      { numRuns: 3000 },
    );
  });

  it('always has a time where a window of eleven hours opens every day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('high', 'moderate', 'low'),
        fc.integer({ min: local('2026-10-25T00:00'), max: local('2027-04-01T00:00') }),
        (tier, closedAt) => {
          const plan = planFirst({ closedAt, ...TIERS[tier], window: daily, jitterKey: 'fu#1' });
          expect(plan.kind).toBe('planned');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

const after = (text: string, gapMinutes: number, window = daily) =>
  planAfter({ at: local(text), gapMinutes, window });

describe('a reminder', () => {
  it.each([
    ['2026-11-24T09:10', 240, '2026-11-24T13:10'],
    ['2026-11-24T15:30', 240, '2026-11-24T19:30'],
    // Less than half an hour of the window left: the next morning.
    ['2026-11-24T15:31', 240, '2026-11-25T09:00'],
    ['2026-11-24T09:10', 720, '2026-11-25T09:00'],
    ['2026-11-24T09:10', 1440, '2026-11-25T09:10'],
  ])('after %s and %i minutes goes at %s', (text, gap, expected) => {
    const plan = after(text, gap);
    expect(plan.kind === 'planned' && localIso(plan.at, ZONE)).toBe(localIso(local(expected), ZONE));
  });

  it('waits over the weekend where the hours do', () => {
    expect(after('2026-11-27T19:00', 240, weekdays)).toMatchObject({ at: local('2026-11-30T09:00') });
  });

  it('is for a person to do where the hours never meet', () => {
    expect(after('2026-11-27T19:00', 240, { ...daily, safeHours: [{ from: '21:00', to: '22:00' }] })).toEqual(
      {
        kind: 'no-window',
      },
    );
  });

  it('tells when the window really ends', () => {
    const always = {
      ...weekdays,
      agencyWindow: [{ from: '00:00', to: '24:00', days: ['MO', 'TU', 'WE', 'TH'] as const }],
    };
    expect(after('2026-11-23T12:00', 60, always)).toMatchObject({ windowEndsAt: local('2026-11-27T00:00') });
  });
});
