import { DAY, type Instant } from '../record.ts';
import { type Interval, intersect, union } from './intervals.ts';
import { steadyStretches, wallTimeAt, weekdayOf } from './local-time.ts';
import { type Hours, type WeekHours, weekOf } from './week-hours.ts';

export type { Interval } from './intervals.ts';
export type { Hours, HoursRange, Weekday } from './week-hours.ts';

/**
 * When a contact may be messaged: inside the agency's window and the contact's own safe hours, on the clocks of every
 * zone they may be in. Without a zone, never.
 */
export type ContactWindow = {
  readonly zones: readonly string[];
  readonly agencyWindow: Hours;
  readonly safeHours?: Hours | undefined;
};

/** How far ahead `nextOpen` looks. Hours that never meet in this time need a person. */
export const SEARCH_DAYS = 14;

/**
 * The open intervals between two instants, in order and apart, cut at `from` and `to`.
 * An instant is open exactly when all clocks show a time inside the hours: a skipped hour makes a window shorter, and of
 * an hour shown twice both passes count or neither.
 */
export function openIntervals({
  from,
  to,
  ...window
}: ContactWindow & { readonly from: Instant; readonly to: Instant }): Interval[] {
  const weeks = weeksOf(window);
  let open: Interval[] | undefined;
  for (const zone of window.zones) {
    const here = openInZone(weeks, zone, from, to);
    open = open ? intersect(open, here) : here;
  }
  return open ?? [];
}

export function isOpen(at: Instant, window: ContactWindow): boolean {
  const weeks = weeksOf(window);
  return (
    window.zones.length > 0 &&
    window.zones.every((zone) => {
      const wall = wallTimeAt(at, zone);
      return weeks.every((week) => isOpenOnWall(wall, week));
    })
  );
}

/** The interval that is open at `at` (then it starts at `at`) or else the next one. */
export function nextOpen(
  at: Instant,
  window: ContactWindow,
  searchDays: number = SEARCH_DAYS,
): Interval | undefined {
  // Most answers lie within two days; a longer look costs more.
  for (const days of [Math.min(2, searchDays), searchDays]) {
    const to = at + days * DAY;
    const [first] = openIntervals({ ...window, from: at, to });
    if (first && (first.end < to || days === searchDays)) return first;
  }
  return undefined;
}

/** When the interval that is open at `at` ends. */
export function openUntil(at: Instant, window: ContactWindow): Instant | undefined {
  const next = nextOpen(at, window, SEARCH_DAYS);
  return next?.start === at ? next.end : undefined;
}

/** Whole seconds for which a message handed over at `at` may stay valid with the carrier; 0 when closed. */
export function secondsOpen(at: Instant, window: ContactWindow): number {
  return Math.floor(((openUntil(at, window) ?? at) - at) / 1000);
}

/** A moment has to be inside each of these. */
function weeksOf({ agencyWindow, safeHours }: ContactWindow): WeekHours[] {
  return safeHours ? [weekOf(agencyWindow), weekOf(safeHours)] : [weekOf(agencyWindow)];
}

function openInZone(
  [agency, safe]: readonly WeekHours[],
  zone: string,
  from: Instant,
  to: Instant,
): Interval[] {
  const open: Interval[] = [];
  for (const { start, end, offset } of steadyStretches(from, to, zone)) {
    const lastDay = Math.floor((end - 1 + offset) / DAY);
    for (let day = Math.floor((start + offset) / DAY); day <= lastDay; day += 1) {
      const midnight = day * DAY - offset;
      const hours = agency?.[weekdayOf(day)] ?? [];
      for (const range of safe ? intersect(hours, safe[weekdayOf(day)] ?? []) : hours) {
        open.push({
          start: Math.max(start, midnight + range.start),
          end: Math.min(end, midnight + range.end),
        });
      }
    }
  }
  return union(open);
}

function isOpenOnWall(wall: number, week: WeekHours): boolean {
  const day = Math.floor(wall / DAY);
  const time = wall - day * DAY;
  return (week[weekdayOf(day)] ?? []).some((range) => range.start <= time && time < range.end);
}
