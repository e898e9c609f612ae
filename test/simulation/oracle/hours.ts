import { DAY, HOUR, instantOf, MINUTE, offsetAt, wallTimeAt } from './clock.ts';

/** Local times `HH:MM`, `to` not included; every day unless `days` (MO…SU) are named. */
export type Hours = readonly {
  readonly from: string;
  readonly to: string;
  readonly days?: readonly string[];
}[];

/** When a contact may be messaged: all of the hours must be open on the clocks of all zones. */
export type Window = { readonly zones: readonly string[]; readonly hours: readonly Hours[] };

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
type Range = { readonly from: number; readonly to: number; readonly days?: ReadonlySet<number> };
const read = new WeakMap<Hours, readonly Range[]>();

const times = new Map<string, number>();

function clockTime(text: string): number {
  const time = times.get(text) ?? Number(text.slice(0, 2)) * HOUR + Number(text.slice(3, 5)) * MINUTE;
  times.set(text, time);
  return time;
}

function rangesOf(hours: Hours): readonly Range[] {
  const known = read.get(hours);
  if (known) return known;
  const ranges = hours.map(({ from, to, days }) => ({
    from: clockTime(from),
    to: clockTime(to),
    ...(days && { days: new Set(days.map((day) => DAYS.indexOf(day))) }),
  }));
  read.set(hours, ranges);
  return ranges;
}

/** When the range ends that is open at `at` in this zone; undefined when none is. */
function openRange(at: number, hours: Hours, zone: string): number | undefined {
  const { time, weekday } = wallTimeAt(at, zone);
  let end: number | undefined;
  for (const range of rangesOf(hours)) {
    const open = range.from <= time && time < range.to && (range.days?.has(weekday) ?? true);
    if (open) end = Math.max(end ?? 0, range.to);
  }
  return end === undefined ? undefined : at + end - time;
}

export function isOpen(at: number, { zones, hours }: Window): boolean {
  return (
    zones.length > 0 && zones.every((zone) => hours.every((one) => openRange(at, one, zone) !== undefined))
  );
}

/** When the window that is open at `at` closes; `at` itself where it is closed. */
export function closesAt(at: number, { zones, hours }: Window): number {
  let closes = Infinity;
  for (const zone of zones) for (const one of hours) closes = Math.min(closes, closesIn(at, one, zone));
  return closes === Infinity ? at : closes;
}

function closesIn(from: number, hours: Hours, zone: string): number {
  let at = from;
  for (let ranges = 0; ranges < 8; ranges += 1) {
    const end = openRange(at, hours, zone);
    if (end === undefined) return at;
    // Where clocks change in between, the range ends when they show its end.
    at = end + offsetAt(at, zone) - offsetAt(end, zone);
  }
  return at;
}

/** The first quarter of an hour from `from` on at which half an hour is open; undefined when there is none in `days`. */
export function firstOpen(from: number, window: Window, days: number): number | undefined {
  const quarter = 15 * MINUTE;
  for (let at = Math.ceil(from / quarter) * quarter; at < from + days * DAY; at += quarter)
    if (isOpen(at, window) && isOpen(at + 2 * quarter - 1, window)) return at;
  return undefined;
}

/** When the quiet hours end that `at` falls into; `at` itself outside them. Equal ends are no quiet hours. */
export function afterQuiet(at: number, quiet: { from: string; to: string }, zone: string): number {
  const [from, to] = [clockTime(quiet.from), clockTime(quiet.to)];
  const { day, time } = wallTimeAt(at, zone);
  if (from === to) return at;
  if (from < to) return from <= time && time < to ? instantOf(day, to, zone) : at;
  if (time >= from) return instantOf(day + 1, to, zone);
  return time < to ? instantOf(day, to, zone) : at;
}

/** The end of the first day after today on which people work. */
export function endOfNextStaffedDay(
  at: number,
  staffed: { from: string; to: string; days: readonly string[] },
  zone: string,
): number {
  const { day, weekday } = wallTimeAt(at, zone);
  for (let ahead = 1; ahead <= 14; ahead += 1) {
    const name = DAYS[(weekday + ahead) % 7] ?? '';
    if (staffed.days.length === 0 || staffed.days.includes(name))
      return instantOf(day + ahead, clockTime(staffed.to), zone);
  }
  return at + DAY;
}
