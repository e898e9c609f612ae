import { describe, expect, it } from 'vitest';
import {
  dayNumberAt,
  instantOf,
  localDay,
  localIso,
  startOfDay,
  weekdayOf,
} from '#shared/domain/time/local-time.ts';

const at = (text: string) => Date.parse(text);
const wall = (text: string) => Date.parse(`${text}Z`);

describe('local time', () => {
  it.each([
    ['2026-11-24T14:05:00Z', 'America/New_York', '2026-11-24T09:05:00-05:00'],
    ['2026-07-01T16:00:00Z', 'America/Phoenix', '2026-07-01T09:00:00-07:00'],
    ['2026-07-01T16:00:00Z', 'America/Denver', '2026-07-01T10:00:00-06:00'],
    ['2026-07-01T16:00:00Z', 'America/Indiana/Knox', '2026-07-01T11:00:00-05:00'],
    ['2026-07-01T16:00:00Z', 'America/Indiana/Indianapolis', '2026-07-01T12:00:00-04:00'],
    ['2026-12-01T16:00:00Z', 'America/Puerto_Rico', '2026-12-01T12:00:00-04:00'],
    ['2026-12-01T16:00:00Z', 'Pacific/Guam', '2026-12-02T02:00:00+10:00'],
    ['2026-12-01T16:00:00Z', 'Pacific/Pago_Pago', '2026-12-01T05:00:00-11:00'],
    ['2026-12-01T16:00:00Z', 'Australia/Lord_Howe', '2026-12-02T03:00:00+11:00'],
    ['2026-07-01T16:00:00Z', 'Australia/Lord_Howe', '2026-07-02T02:30:00+10:30'],
    ['2026-07-01T16:00:00Z', 'America/St_Johns', '2026-07-01T13:30:00-02:30'],
    ['2026-07-01T16:00:00Z', 'UTC', '2026-07-01T16:00:00+00:00'],
  ])('reads %s in %s as %s', (instant, zone, expected) => {
    expect(localIso(at(instant), zone)).toBe(expected);
    expect(localDay(at(instant), zone)).toBe(expected.slice(0, 10));
    expect(instantOf(wall(expected.slice(0, 19)), zone)).toBe(at(instant));
  });

  it.each([
    // Spring: 02:00 to 03:00 never comes, so 02:30 is read as 03:30.
    ['2027-03-14T02:30:00', 'America/New_York', '2027-03-14T03:30:00-04:00'],
    ['2027-03-14T01:59:59', 'America/New_York', '2027-03-14T01:59:59-05:00'],
    // Autumn: 01:30 comes twice, the first is taken.
    ['2026-11-01T01:30:00', 'America/New_York', '2026-11-01T01:30:00-04:00'],
    ['2026-11-01T02:00:00', 'America/New_York', '2026-11-01T02:00:00-05:00'],
    // Half an hour only.
    ['2026-10-04T02:15:00', 'Australia/Lord_Howe', '2026-10-04T02:45:00+11:00'],
    ['2027-04-04T01:45:00', 'Australia/Lord_Howe', '2027-04-04T01:45:00+11:00'],
    ['2027-03-14T02:30:00', 'America/Phoenix', '2027-03-14T02:30:00-07:00'],
  ])('takes %s on the wall in %s for %s', (text, zone, expected) => {
    expect(localIso(instantOf(wall(text), zone), zone)).toBe(expected);
  });

  it('knows weekdays before and after 1970', () => {
    expect(weekdayOf(0)).toBe(3);
    expect(weekdayOf(-1)).toBe(2);
    expect(weekdayOf(-4)).toBe(6);
    expect(weekdayOf(dayNumberAt(at('2026-11-23T12:00:00Z'), 'America/New_York'))).toBe(0);
  });

  it('starts a day where midnight is skipped at the first moment that exists', () => {
    // Cuba changes its clocks at midnight.
    const day = dayNumberAt(at('2027-03-14T16:00:00Z'), 'America/Havana');
    expect(localIso(startOfDay(day, 'America/Havana'), 'America/Havana')).toBe('2027-03-14T01:00:00-04:00');
  });
});
