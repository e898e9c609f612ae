import { describe, expect, it } from 'vitest';
import { isOpen, nextOpen, openUntil, secondsOpen } from '#shared/domain/time/contact-window.ts';
import { instantOf, steadyStretches, wallTimeAt } from '#shared/domain/time/local-time.ts';
import { planAfter, planFirst } from '#shared/domain/time/plan-time.ts';
import { afterQuietHours, callBy } from '#shared/domain/time/staffed-hours.ts';
import { clockTime } from '#shared/domain/time/week-hours.ts';
import { zonesOfPhone, zonesOfZip } from '#shared/domain/time/zone-of-client.ts';
import { zoneTable } from '#shared/domain/time/zone-table.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';

const NEW_YORK = 'America/New_York';
const nineToEight = [{ from: '09:00', to: '20:00' }];
const daily = { zones: [NEW_YORK], agencyWindow: nineToEight };
const always = { zones: [NEW_YORK], agencyWindow: [{ from: '00:00', to: '24:00' }] };
const never = { zones: [NEW_YORK], agencyWindow: [] };
/** A Tuesday at ten in the morning, and in the evening, in New York. */
const TEN = Date.parse('2026-11-24T15:00:00Z');
const TEN_PM = Date.parse('2026-11-25T03:00:00Z');

describe('a client’s own hours and the agency’s', () => {
  const evenings = { ...daily, safeHours: [{ from: '18:00', to: '22:00' }] };

  it('are both kept', () => {
    expect(isOpen(TEN, evenings)).toBe(false);
    expect(isOpen(TEN + 9 * HOUR, evenings)).toBe(true);
    expect(isOpen(TEN + 11 * HOUR, evenings)).toBe(false);
  });
});

describe('the next time at which a client may be texted', () => {
  it('is none beyond the days that are looked at', () => {
    const thursdays = { ...daily, agencyWindow: [{ from: '09:00', to: '20:00', days: ['TH' as const] }] };

    expect(nextOpen(TEN_PM, thursdays, 1)).toBeUndefined();
    expect(nextOpen(TEN_PM, thursdays, 2)?.start).toBe(Date.parse('2026-11-26T14:00:00Z'));
  });

  it('is none where no hour is open', () => {
    expect(openUntil(TEN, never)).toBeUndefined();
    expect(secondsOpen(TEN, never)).toBe(0);
  });
});

describe('a reminder', () => {
  it('goes at the first open moment after the gap, and says why then', () => {
    expect(planAfter({ at: TEN, gapMinutes: 30, window: daily })).toEqual({
      kind: 'planned',
      at: TEN + 30 * MINUTE,
      windowEndsAt: Date.parse('2026-11-25T01:00:00Z'),
      because: 'after-gap',
    });
  });

  it('goes also where no window ever closes', () => {
    expect(planAfter({ at: TEN, gapMinutes: 30, window: always })).toMatchObject({
      kind: 'planned',
      at: TEN + 30 * MINUTE,
      windowEndsAt: TEN + 30 * MINUTE + 14 * DAY,
    });
  });
});

const at = (jitterKey: string) => {
  const plan = planFirst({
    closedAt: TEN,
    ceilingMinutes: 36 * 60,
    gapMinutes: 12 * 60,
    window: daily,
    jitterKey,
  });
  return plan.kind === 'planned' ? plan.at : undefined;
};

describe('first check-ins whose answer time is longer than a day’s window', () => {
  it('are spread all the same', () => {
    expect(new Set(['a', 'b', 'c', 'd', 'e'].map(at)).size).toBeGreaterThan(1);
  });
});

describe('staff', () => {
  it('call within a day where nobody has said when people work', () => {
    expect(callBy(TEN, { timeZone: NEW_YORK, staffedHours: [] })).toBe(TEN + DAY);
  });

  it('are paged at once where all the day is quiet: somebody must be', () => {
    expect(afterQuietHours(TEN, { from: '00:00', to: '24:00' }, NEW_YORK)).toBe(TEN);
  });
});

describe('a time on the clock', () => {
  it.each([
    ['00:00', 0],
    ['09:05', 9 * HOUR + 5 * MINUTE],
    ['23:59', 24 * HOUR - MINUTE],
    ['24:00', 24 * HOUR],
  ])('%s is so long after midnight: %d ms', (text, time) => {
    expect(clockTime(text)).toBe(time);
  });

  it.each(['109:00', '09:000', ' 09:00', '09:60', '24:01', '9:00', 'noon', ''])('is not "%s"', (text) => {
    expect(() => clockTime(text)).toThrow('expected a clock time such as 09:00');
  });
});

describe('a place', () => {
  it('is not read out of the middle of something else', () => {
    expect(zonesOfZip('21201')).toEqual([NEW_YORK]);
    expect(zonesOfZip('x21201')).toEqual([]);
    expect(zonesOfPhone('+14105550134')).toEqual([NEW_YORK]);
    expect(zonesOfPhone('tel:+14105550134')).toEqual([]);
  });
});

const offset = (zone: string, at: number) => wallTimeAt(at, zone) - at;

const july = (year: number) => Date.UTC(year, 6, 1);

describe('the clocks of a zone', () => {
  it('show Greenwich time where there is no offset', () => {
    expect(offset('UTC', TEN)).toBe(0);
    expect(offset('Europe/London', TEN)).toBe(0);
    expect(offset('Europe/London', july(2026))).toBe(HOUR);
  });

  it('are known to the last summer of an era, and in the next', () => {
    expect(offset(NEW_YORK, july(2040))).toBe(-4 * HOUR);
    expect(offset(NEW_YORK, july(2041))).toBe(-4 * HOUR);
  });

  it('are each zone’s own in every era', () => {
    expect(offset(NEW_YORK, july(2010))).toBe(-4 * HOUR);
    expect(offset('Europe/Paris', july(2010))).toBe(2 * HOUR);
    expect(offset('Europe/Paris', july(2050))).toBe(2 * HOUR);
  });

  it('were set to the second before there were zones', () => {
    expect(offset(NEW_YORK, Date.UTC(1880, 0, 1))).toBe(-(4 * HOUR + 56 * MINUTE + 2000));
  });

  it('change in New York twice a year, and not in between', () => {
    expect(zoneTable(NEW_YORK, TEN).changes).toHaveLength(46);
  });

  it('that skip an hour once and for all move what was planned in it later', () => {
    // Bougainville went from +10 to +11 at two in the night.
    expect(instantOf(Date.UTC(2014, 11, 28, 2, 30), 'Pacific/Bougainville')).toBe(
      Date.UTC(2014, 11, 27, 16, 30),
    );
  });

  it('stand still in stretches that leave no gap', () => {
    const change = Date.parse('2026-11-01T06:00:00Z');

    expect(steadyStretches(change - DAY, change + DAY, NEW_YORK)).toEqual([
      { start: change - DAY, end: change, offset: -4 * HOUR },
      { start: change, end: change + DAY, offset: -5 * HOUR },
    ]);
  });
});
