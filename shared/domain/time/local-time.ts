import { DAY, type Instant } from '../record.ts';
import { countUpTo, zoneTable } from './zone-table.ts';

/** What a clock on the wall shows, as milliseconds since it showed 1970-01-01T00:00. Not an instant. */
export type WallTime = number;

/** Milliseconds that the zone's clocks are ahead of UTC at an instant. */
function offsetAt(at: Instant, zone: string): number {
  const { changes, offsets } = zoneTable(zone, at);
  return offsets[countUpTo(changes, at)] ?? 0;
}

/** What clocks in the zone show at an instant. Throws RangeError for a name that is no IANA zone. */
export function wallTimeAt(at: Instant, zone: string): WallTime {
  return at + offsetAt(at, zone);
}

/**
 * The instant at which clocks in the zone show a wall time. One that is skipped in spring is moved later by the length
 * of the gap; of one that comes twice in autumn the first is taken (Temporal's 'compatible').
 */
export function instantOf(wall: WallTime, zone: string): Instant {
  const { walls, offsets } = zoneTable(zone, wall);
  return wall - (offsets[countUpTo(walls, wall)] ?? 0);
}

/** Days since 1970-01-01 on the zone's calendar. */
export function dayNumberAt(at: Instant, zone: string): number {
  return Math.floor(wallTimeAt(at, zone) / DAY);
}

/** The first instant of a day of the zone's calendar. */
export function startOfDay(dayNumber: number, zone: string): Instant {
  return instantOf(dayNumber * DAY, zone);
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

/** The zone's calendar day, `YYYY-MM-DD`. */
export function localDay(at: Instant, zone: string): string {
  return new Date(wallTimeAt(at, zone)).toISOString().slice(0, 10);
}

/** ISO 8601 with the zone's offset, to the second: `2026-11-24T09:05:00-05:00`. */
export function localIso(at: Instant, zone: string): string {
  const offset = offsetAt(at, zone);
  const minutes = Math.abs(offset) / 60_000;
  const sign = offset < 0 ? '-' : '+';
  return `${new Date(at + offset).toISOString().slice(0, 19)}${sign}${pad(minutes / 60)}:${pad(minutes % 60)}`;
}

const pad = (value: number) => String(Math.floor(value)).padStart(2, '0');

/** Stretches of `from`..`until` during which the zone's clocks do not change, in order, without a gap. */
export function steadyStretches(
  from: Instant,
  until: Instant,
  zone: string,
): { start: Instant; end: Instant; offset: number }[] {
  const stretches: { start: Instant; end: Instant; offset: number }[] = [];
  let start = from;
  while (start < until) {
    const table = zoneTable(zone, start);
    const index = countUpTo(table.changes, start);
    const end = Math.min(until, table.until, table.changes[index] ?? Infinity);
    stretches.push({ start, end, offset: table.offsets[index] ?? 0 });
    start = end;
  }
  return stretches;
}
