import { describe, expect, it } from 'vitest';
import {
  type ContactWindow,
  type Hours,
  isOpen,
  nextOpen,
  openIntervals,
  openUntil,
  secondsOpen,
} from '#shared/domain/time/contact-window.ts';
import { dayNumberAt, localIso, startOfDay, steadyStretches } from '#shared/domain/time/local-time.ts';
import { clockTime, weekOf } from '#shared/domain/time/week-hours.ts';

const at = (text: string) => Date.parse(text);
const DAILY: Hours = [{ from: '09:00', to: '20:00' }];
const newYork: ContactWindow = { zones: ['America/New_York'], agencyWindow: DAILY };

function openOn(day: string, window: ContactWindow): string[] {
  const zone = window.zones[0] ?? 'UTC';
  const from = at(`${day}T00:00:00Z`) - 12 * 3_600_000;
  return openIntervals({ ...window, from, to: from + 60 * 3_600_000 })
    .map(({ start, end }) => `${localIso(start, zone)}/${localIso(end, zone)}`)
    .filter((interval) => interval.startsWith(day));
}

describe('the contact window', () => {
  it('opens and closes on the client’s clock, to the millisecond', () => {
    expect(isOpen(at('2026-11-24T13:59:59.999Z'), newYork)).toBe(false);
    expect(isOpen(at('2026-11-24T14:00:00.000Z'), newYork)).toBe(true);
    expect(isOpen(at('2026-11-25T00:59:59.999Z'), newYork)).toBe(true);
    expect(isOpen(at('2026-11-25T01:00:00.000Z'), newYork)).toBe(false);
  });

  it('is what is open in every zone the client may be in', () => {
    const split = { zones: ['America/Chicago', 'America/New_York'], agencyWindow: DAILY };
    expect(openOn('2026-11-24', split)).toEqual(['2026-11-24T09:00:00-06:00/2026-11-24T19:00:00-06:00']);
  });

  it('keeps to the agency’s window and the client’s safe hours both', () => {
    const window: ContactWindow = {
      ...newYork,
      safeHours: [
        { from: '08:00', to: '10:30' },
        { from: '18:00', to: '23:00', days: ['TU', 'TH'] },
      ],
    };
    expect(openOn('2026-11-24', window)).toEqual([
      '2026-11-24T09:00:00-05:00/2026-11-24T10:30:00-05:00',
      '2026-11-24T18:00:00-05:00/2026-11-24T20:00:00-05:00',
    ]);
    expect(openOn('2026-11-25', window)).toEqual(['2026-11-25T09:00:00-05:00/2026-11-25T10:30:00-05:00']);
  });

  it('reads weekdays on the client’s calendar, not in UTC', () => {
    const guam: ContactWindow = {
      zones: ['Pacific/Guam'],
      agencyWindow: [{ from: '07:00', to: '20:00', days: ['MO'] }],
    };
    // Sunday 22:00 in UTC is Monday 08:00 in Guam.
    expect(isOpen(at('2026-11-22T22:00:00Z'), guam)).toBe(true);
    expect(isOpen(at('2026-11-23T22:00:00Z'), guam)).toBe(false);
  });

  it('keeps to the days that the agency names, at the weekend too', () => {
    const weekend: ContactWindow = {
      ...newYork,
      agencyWindow: [
        { from: '09:00', to: '20:00', days: ['SA'] },
        { from: '13:00', to: '17:00', days: ['SU'] },
      ],
    };
    expect(openOn('2026-11-27', weekend)).toEqual([]);
    expect(openOn('2026-11-28', weekend)).toEqual(['2026-11-28T09:00:00-05:00/2026-11-28T20:00:00-05:00']);
    expect(openOn('2026-11-29', weekend)).toEqual(['2026-11-29T13:00:00-05:00/2026-11-29T17:00:00-05:00']);
    expect(openOn('2026-11-30', weekend)).toEqual([]);
  });

  it('is never open without a zone, or in hours that hold no time', () => {
    const noon = at('2026-11-24T17:00:00Z');
    expect(isOpen(noon, { zones: [], agencyWindow: DAILY })).toBe(false);
    expect(nextOpen(noon, { zones: [], agencyWindow: DAILY })).toBeUndefined();
    expect(nextOpen(noon, { ...newYork, agencyWindow: [] })).toBeUndefined();
    expect(nextOpen(noon, { ...newYork, safeHours: [] })).toBeUndefined();
    expect(nextOpen(noon, { ...newYork, agencyWindow: [{ from: '20:00', to: '09:00' }] })).toBeUndefined();
    expect(nextOpen(noon, { ...newYork, agencyWindow: [{ from: '09:00', to: '09:00' }] })).toBeUndefined();
  });

  it('finds nothing where the hours of two zones or of two lists never meet', () => {
    const noon = at('2026-11-24T17:00:00Z');
    expect(
      nextOpen(noon, {
        zones: ['America/New_York', 'Pacific/Guam'],
        agencyWindow: [{ from: '09:00', to: '17:00' }],
      }),
    ).toBeUndefined();
    expect(nextOpen(noon, { ...newYork, safeHours: [{ from: '20:00', to: '22:00' }] })).toBeUndefined();
  });

  it('refuses a clock time that is none', () => {
    for (const text of ['9:00', '24:01', '12:60', '', 'noon'])
      expect(() => clockTime(text)).toThrow(RangeError);
    expect(clockTime('24:00')).toBe(86_400_000);
  });

  it('joins ranges that overlap or touch', () => {
    const week = weekOf([
      { from: '12:00', to: '13:00' },
      { from: '09:00', to: '12:00' },
      { from: '10:00', to: '11:00' },
    ]);
    expect(week[0]).toEqual([{ start: clockTime('09:00'), end: clockTime('13:00') }]);
  });
});

describe('nights on which clocks change', () => {
  const nights: Hours = [{ from: '01:30', to: '03:30' }];

  it.each([
    ['2027-03-14', 'America/New_York', ['2027-03-14T01:30:00-05:00/2027-03-14T03:30:00-04:00']],
    // 01:30 to 02:00 comes twice and counts twice; between, the wall shows 01:00 to 01:30, which is closed.
    [
      '2026-11-01',
      'America/New_York',
      [
        '2026-11-01T01:30:00-04:00/2026-11-01T01:00:00-05:00',
        '2026-11-01T01:30:00-05:00/2026-11-01T03:30:00-05:00',
      ],
    ],
    ['2027-03-14', 'America/Phoenix', ['2027-03-14T01:30:00-07:00/2027-03-14T03:30:00-07:00']],
    ['2027-03-14', 'America/Puerto_Rico', ['2027-03-14T01:30:00-04:00/2027-03-14T03:30:00-04:00']],
    ['2026-10-04', 'Australia/Lord_Howe', ['2026-10-04T01:30:00+10:30/2026-10-04T03:30:00+11:00']],
    // Half an hour comes twice, all of it inside: one stretch of two hours and a half.
    ['2027-04-04', 'Australia/Lord_Howe', ['2027-04-04T01:30:00+11:00/2027-04-04T03:30:00+10:30']],
  ])('%s in %s', (day, zone, expected) => {
    expect(openOn(day, { zones: [zone], agencyWindow: nights })).toEqual(expected);
  });

  it('leave nothing of a window that lies in the skipped hour', () => {
    const skipped: ContactWindow = {
      zones: ['America/New_York'],
      agencyWindow: [{ from: '02:00', to: '03:00' }],
    };
    expect(openOn('2027-03-14', skipped)).toEqual([]);
    expect(openOn('2027-03-15', skipped)).toHaveLength(1);
  });

  it('leave the day’s own window at the same wall times', () => {
    expect(openOn('2026-11-01', newYork)).toEqual(['2026-11-01T09:00:00-05:00/2026-11-01T20:00:00-05:00']);
    expect(openOn('2027-03-14', newYork)).toEqual(['2027-03-14T09:00:00-04:00/2027-03-14T20:00:00-04:00']);
  });
});

describe('in every zone, around every change of clocks from 2026 to 2030', () => {
  it('each day has one window, from nine to eight on the wall', () => {
    const wrong: string[] = [];
    let days = 0;
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      for (const { start: change } of steadyStretches(
        at('2026-01-01T00:00Z'),
        at('2031-01-01T00:00Z'),
        zone,
      )) {
        const first = dayNumberAt(change, zone) - 1;
        for (let day = first; day < first + 3; day += 1) {
          days += 1;
          const [from, to] = [startOfDay(day, zone), startOfDay(day + 1, zone)];
          const open = openIntervals({ zones: [zone], agencyWindow: DAILY, from, to });
          const walls = open.flatMap(({ start, end }) => [localIso(start, zone), localIso(end, zone)]);
          const shown = walls.map((text) => text.slice(11, 19)).join();
          if (shown !== '09:00:00,20:00:00') wrong.push(`${zone} ${localIso(from, zone)}: ${shown}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(days).toBeGreaterThan(4000);
  });
});

describe('the next open interval', () => {
  it('starts now when it is open now', () => {
    const now = at('2026-11-24T15:00:00Z');
    expect(nextOpen(now, newYork)).toEqual({ start: now, end: at('2026-11-25T01:00:00Z') });
    expect(openUntil(now, newYork)).toBe(at('2026-11-25T01:00:00Z'));
    expect(secondsOpen(now, newYork)).toBe(36_000);
    expect(secondsOpen(now + 1, newYork)).toBe(35_999);
  });

  it('is tomorrow’s when today’s is over', () => {
    const late = at('2026-11-25T01:00:00Z');
    expect(nextOpen(late, newYork)?.start).toBe(at('2026-11-25T14:00:00Z'));
    expect(openUntil(late, newYork)).toBeUndefined();
    expect(secondsOpen(late, newYork)).toBe(0);
  });

  it('is found almost two weeks ahead, and not beyond', () => {
    const mondays: ContactWindow = {
      ...newYork,
      agencyWindow: [{ from: '09:00', to: '10:00', days: ['MO'] }],
    };
    const tuesday = at('2026-11-24T15:00:00Z');
    expect(nextOpen(tuesday, mondays)).toEqual({
      start: at('2026-11-30T14:00:00Z'),
      end: at('2026-11-30T15:00:00Z'),
    });
    expect(nextOpen(tuesday, mondays, 5)).toBeUndefined();
  });

  it('ends where it ends even where that is days away', () => {
    const always: ContactWindow = { ...newYork, agencyWindow: [{ from: '00:00', to: '24:00' }] };
    const now = at('2026-11-24T15:00:00Z');
    expect(nextOpen(now, always)).toEqual({ start: now, end: now + 14 * 86_400_000 });
    const weekdays: ContactWindow = {
      ...newYork,
      agencyWindow: [{ from: '00:00', to: '24:00', days: ['MO', 'TU', 'WE', 'TH', 'FR'] }],
    };
    expect(nextOpen(now, weekdays)?.end).toBe(at('2026-11-28T05:00:00Z'));
  });
});
