import { DAY, MINUTE } from '../record.ts';
import { type Interval, union } from './intervals.ts';

/** RFC 5545 weekday codes. */
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

/** Clock times `HH:MM` in whatever zone is meant; `from` inclusive, `to` exclusive (up to `24:00`), every day unless `days`. */
export type HoursRange = {
  readonly from: string;
  readonly to: string;
  readonly days?: readonly Weekday[] | undefined;
};

/** Open whenever one of the ranges is. A range whose `to` is not after its `from` holds no time. */
export type Hours = readonly HoursRange[];

/** For each weekday from Monday the open intervals, in milliseconds since midnight, in order and apart. */
export type WeekHours = readonly (readonly Interval[])[];

const WEEK: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

// Settings keep one object per list of hours, so each is read once.
const weeks = new WeakMap<Hours, WeekHours>();

/** Throws RangeError for a clock time that is not `HH:MM`. */
export function weekOf(hours: Hours): WeekHours {
  const known = weeks.get(hours);
  if (known) return known;
  const ranges = hours.map(({ from, to, days }) => ({ start: clockTime(from), end: clockTime(to), days }));
  const week = WEEK.map((day) => union(ranges.filter((range) => !range.days || range.days.includes(day))));
  weeks.set(hours, week);
  return week;
}

/** `HH:MM` as milliseconds since midnight. */
export function clockTime(text: string): number {
  const match = /^(\d\d):(\d\d)$/.exec(text);
  const time = match ? (Number(match[1]) * 60 + Number(match[2])) * MINUTE : Number.NaN;
  if (!(time <= DAY) || Number(match?.[2]) > 59) throw new RangeError('expected a clock time such as 09:00');
  return time;
}
