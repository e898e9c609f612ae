import { describe, expect, it } from 'vitest';
import { instantOf, localIso } from '#shared/domain/time/local-time.ts';
import {
  type StaffedTime,
  afterQuietHours,
  endOfNextStaffedDay,
  isStaffed,
  nextStaffed,
  whenText,
} from '#shared/domain/time/staffed-hours.ts';

const ZONE = 'America/New_York';
const local = (text: string, zone = ZONE) => instantOf(Date.parse(`${text}:00Z`), zone);
const office: StaffedTime = {
  timeZone: ZONE,
  staffedHours: [
    { from: '09:00', to: '12:00', days: ['MO', 'TU', 'WE', 'TH', 'FR'] },
    { from: '13:00', to: '17:00', days: ['MO', 'TU', 'WE', 'TH', 'FR'] },
  ],
};
const allDay: StaffedTime = { timeZone: ZONE, staffedHours: [{ from: '00:00', to: '24:00' }] };
const never: StaffedTime = { timeZone: ZONE, staffedHours: [] };

describe('staffed hours', () => {
  it('begin and end to the millisecond', () => {
    expect(isStaffed(local('2026-11-23T09:00') - 1, office)).toBe(false);
    expect(isStaffed(local('2026-11-23T09:00'), office)).toBe(true);
    expect(isStaffed(local('2026-11-23T17:00') - 1, office)).toBe(true);
    expect(isStaffed(local('2026-11-23T17:00'), office)).toBe(false);
    expect(isStaffed(local('2026-11-22T10:00'), office)).toBe(false);
  });

  it('come next after lunch, tomorrow, or on Monday', () => {
    const start = (text: string) => nextStaffed(local(text), office)?.start;
    expect(start('2026-11-23T10:00')).toBe(local('2026-11-23T10:00'));
    expect(start('2026-11-23T12:00')).toBe(local('2026-11-23T13:00'));
    expect(start('2026-11-23T17:00')).toBe(local('2026-11-24T09:00'));
    expect(start('2026-11-27T17:00')).toBe(local('2026-11-30T09:00'));
    expect(nextStaffed(local('2026-11-23T10:00'), never)).toBeUndefined();
  });

  // 2026-11-23 is a Monday.
  it.each([
    ['2026-11-23T00:00', '2026-11-24T17:00'],
    ['2026-11-23T09:00', '2026-11-24T17:00'],
    ['2026-11-23T23:59', '2026-11-24T17:00'],
    ['2026-11-26T10:00', '2026-11-27T17:00'],
    ['2026-11-27T10:00', '2026-11-30T17:00'],
    ['2026-11-29T10:00', '2026-11-30T17:00'],
    // The night clocks go back lies between.
    ['2026-10-30T18:00', '2026-11-02T17:00'],
  ])('at %s the next working day ends %s', (now, expected) => {
    const end = endOfNextStaffedDay(local(now), office);
    expect(localIso(end, ZONE)).toBe(localIso(local(expected), ZONE));
  });

  it('end a working day at midnight where people are always there, and never leave a deadline out', () => {
    expect(endOfNextStaffedDay(local('2026-11-23T10:00'), allDay)).toBe(local('2026-11-25T00:00'));
    expect(endOfNextStaffedDay(local('2026-11-23T10:00'), never)).toBe(local('2026-11-24T10:00'));
  });
});

describe('a night shift', () => {
  it('belongs to the day on which it began only until midnight', () => {
    const shifts: StaffedTime = {
      timeZone: ZONE,
      staffedHours: [
        { from: '09:00', to: '12:00', days: ['TU'] },
        { from: '20:00', to: '24:00', days: ['TU'] },
        { from: '00:00', to: '08:00', days: ['WE'] },
      ],
    };
    expect(endOfNextStaffedDay(local('2026-11-23T10:00'), shifts)).toBe(local('2026-11-25T00:00'));
  });
});

describe('when a person will call', () => {
  it.each([
    ['2026-11-23T08:00', 'today', 'hoy'],
    ['2026-11-23T11:00', 'today', 'hoy'],
    // Ten minutes before lunch there is still the afternoon.
    ['2026-11-23T11:50', 'today', 'hoy'],
    ['2026-11-23T16:00', 'today', 'hoy'],
    ['2026-11-23T16:01', 'tomorrow', 'mañana'],
    ['2026-11-23T23:00', 'tomorrow', 'mañana'],
    ['2026-11-27T18:00', 'on Monday', 'el lunes'],
    ['2026-11-28T18:00', 'on Monday', 'el lunes'],
    ['2026-11-29T18:00', 'tomorrow', 'mañana'],
  ])('at %s: %s, %s', (now, en, es) => {
    expect(whenText(local(now), 'en', office)).toBe(en);
    expect(whenText(local(now), 'es', office)).toBe(es);
  });

  it('is told on the reader’s calendar', () => {
    // Monday 18:00 in New York is Tuesday 09:00 in Guam; people come Tuesday 09:00, Wednesday 00:00 in Guam.
    expect(whenText(local('2026-11-23T18:00'), 'en', office, 'Pacific/Guam')).toBe('tomorrow');
    // Tuesday 08:00 in New York is Tuesday 23:00 in Guam, and people come an hour later.
    expect(whenText(local('2026-11-24T08:00'), 'en', office)).toBe('today');
    expect(whenText(local('2026-11-24T08:00'), 'en', office, 'Pacific/Guam')).toBe('tomorrow');
  });

  it('names no day that could be taken for this week’s, and none where nobody comes', () => {
    const mondays: StaffedTime = {
      timeZone: ZONE,
      staffedHours: [{ from: '09:00', to: '10:00', days: ['MO'] }],
    };
    expect(whenText(local('2026-11-23T10:00'), 'en', mondays)).toBe('next week');
    expect(whenText(local('2026-11-24T10:00'), 'en', mondays)).toBe('on Monday');
    expect(whenText(local('2026-11-24T10:00'), 'en', never)).toBe('as soon as we can');
    expect(whenText(local('2026-11-24T10:00'), 'es', never)).toBe('en cuanto se pueda');
  });

  it('fits a text of one segment: at most 24 characters, none outside GSM-7', () => {
    const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
    for (const language of ['en', 'es'] as const) {
      for (const day of days) {
        const staffed: StaffedTime = {
          timeZone: ZONE,
          staffedHours: [{ from: '09:00', to: '17:00', days: [day] }],
        };
        for (let ahead = 0; ahead < 8; ahead += 1) {
          const text = whenText(local('2026-11-23T08:00') + ahead * 86_400_000, language, staffed);
          expect(text).toMatch(/^[A-Za-zéñ ]{2,24}$/);
        }
      }
    }
  });
});

describe('quiet hours', () => {
  const night = { from: '21:00', to: '08:00' };

  it.each([
    ['2026-11-23T20:59', '2026-11-23T20:59'],
    ['2026-11-23T21:00', '2026-11-24T08:00'],
    ['2026-11-24T00:00', '2026-11-24T08:00'],
    ['2026-11-24T07:59', '2026-11-24T08:00'],
    ['2026-11-24T08:00', '2026-11-24T08:00'],
    ['2026-10-31T23:00', '2026-11-01T08:00'],
    ['2027-03-13T23:00', '2027-03-14T08:00'],
  ])('move %s to %s', (now, expected) => {
    expect(localIso(afterQuietHours(local(now), night, ZONE), ZONE)).toBe(localIso(local(expected), ZONE));
  });

  it('may lie within one day, and are none when they begin as they end', () => {
    const noon = { from: '12:00', to: '13:00' };
    expect(afterQuietHours(local('2026-11-23T12:30'), noon, ZONE)).toBe(local('2026-11-23T13:00'));
    expect(afterQuietHours(local('2026-11-23T11:59'), noon, ZONE)).toBe(local('2026-11-23T11:59'));
    expect(afterQuietHours(local('2026-11-23T23:59'), noon, ZONE)).toBe(local('2026-11-23T23:59'));
    const none = { from: '08:00', to: '08:00' };
    expect(afterQuietHours(local('2026-11-23T03:00'), none, ZONE)).toBe(local('2026-11-23T03:00'));
  });

  it('that end in the hour that comes twice never go back in time', () => {
    const second = local('2026-11-01T02:00') - 50 * 60_000;
    expect(localIso(second, ZONE)).toBe('2026-11-01T01:10:00-05:00');
    const after = afterQuietHours(second, { from: '21:00', to: '01:30' }, ZONE);
    expect(localIso(after, ZONE)).toBe('2026-11-01T01:30:00-05:00');
  });
});
