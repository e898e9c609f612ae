import { IANAZone } from 'luxon';

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A clock on the wall: days since 1970 there, milliseconds since midnight, and the weekday from Monday = 0. */
export type WallTime = { readonly day: number; readonly time: number; readonly weekday: number };

type Known = {
  readonly zone: IANAZone;
  readonly days: Map<number, number>;
  readonly quarters: Map<number, number>;
};

const QUARTER = 15 * MINUTE;
const zones = new Map<string, Known>();

/** What a zone's clocks are ahead of UTC at an instant, in milliseconds: luxon's word, remembered. */
export function offsetAt(at: number, name: string): number {
  const known = zoneOf(name);
  const day = Math.floor(at / DAY);
  const steady = known.days.get(day) ?? steadyOffset(known, day);
  return Number.isNaN(steady) ? quarterOffset(known, Math.floor(at / QUARTER)) : steady;
}

function zoneOf(name: string): Known {
  const known = zones.get(name);
  if (known) return known;
  const zone = IANAZone.create(name);
  if (!zone.isValid) throw new RangeError(`no such zone: ${name}`);
  const made = { zone, days: new Map<number, number>(), quarters: new Map<number, number>() };
  zones.set(name, made);
  return made;
}

/** A day of UTC that begins and ends with one offset has it throughout; NaN for a day on which clocks change. */
function steadyOffset({ zone, days }: Known, day: number): number {
  const start = zone.offset(day * DAY);
  const steady = start === zone.offset((day + 1) * DAY) ? start * MINUTE : Number.NaN;
  days.set(day, steady);
  return steady;
}

function quarterOffset({ zone, quarters }: Known, quarter: number): number {
  const known = quarters.get(quarter);
  if (known !== undefined) return known;
  const offset = zone.offset(quarter * QUARTER) * MINUTE;
  quarters.set(quarter, offset);
  return offset;
}

export function wallTimeAt(at: number, zone: string): WallTime {
  const local = at + offsetAt(at, zone);
  const day = Math.floor(local / DAY);
  return { day, time: local - day * DAY, weekday: (((day + 3) % 7) + 7) % 7 };
}

/** The instant at which a zone's clocks show that time; in a skipped hour, what they show right after it. */
export function instantOf(day: number, time: number, zone: string): number {
  const guess = day * DAY + time;
  const first = guess - offsetAt(guess, zone);
  return guess - offsetAt(first, zone);
}

/** An instant as people write it down. */
export const iso = (at: number): string => new Date(at).toISOString();
