import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';
import type { Hours } from '#shared/domain/time/contact-window.ts';
import type { Edge } from './zone-edges.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const ROOM = 30 * MINUTE;

/** A clock time of a day, as milliseconds since the wall showed 1970. */
type Wall = number;

/** A message wished for at a wall time, in hours that begin then, and the instant at which it must go. */
export type Row = { wall: Wall; hours: Hours; dayStart: number; goesAt: number; exact: boolean };

/** Wall times well before, just before, at, in and after the hours that clocks skip or show twice. */
export function wallsAround({ at, before, after }: Edge): Wall[] {
  const low = at + Math.min(before, after);
  const high = at + Math.max(before, after);
  const middle = low + Math.floor((high - low) / (2 * MINUTE)) * MINUTE;
  const walls = [
    low - DAY,
    low - 90 * MINUTE,
    low - 20 * MINUTE,
    low - MINUTE,
    low,
    middle,
    high - MINUTE,
    high,
    high + 90 * MINUTE,
    high + DAY,
  ];
  return [...new Set(walls.map(withRoom))];
}

/** Late in the evening, the last moment that leaves a message its half hour before midnight. */
const withRoom = (wall: Wall): Wall => wall - Math.max(0, (wall % DAY) + ROOM - DAY);

/** What must come of it, reckoned with the Temporal polyfill and luxon alone. */
export function rowOf(zone: string, edge: Edge, wall: Wall): Row {
  const from = wall % DAY;
  const to = Math.min(from + 120 * MINUTE, DAY);
  const hours = [{ from: clock(from), to: clock(to) }];
  const candidates = [
    ...instantsOf(zone, wall),
    edge.at,
    ...instantsOf(zone, wall + DAY),
    ...instantsOf(zone, wall + 2 * DAY),
  ];
  const dayStart = instantsOf(zone, wall - from)[0] ?? 0;
  const goesAt = candidates
    .toSorted((one, other) => one - other)
    .find((at) => at >= dayStart && hasRoom(at, zone, from, to));
  if (goesAt === undefined) throw new Error(`nothing goes in ${zone}`);
  return { wall, hours, dayStart, goesAt, exact: instantsOf(zone, wall)[0] === goesAt };
}

/** The instants at which the zone's clocks show the wall time or, where they skip it, the moment it moves to. */
function instantsOf(zone: string, wall: Wall): number[] {
  const plain = Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, 19));
  return (['earlier', 'later'] as const).map(
    (disambiguation) => plain.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
  );
}

/** The clocks show a time inside the hours for half an hour on end. */
function hasRoom(at: number, zone: string, from: number, to: number): boolean {
  for (let minute = 0; minute < ROOM / MINUTE; minute += 1) {
    const { hour, minute: past } = DateTime.fromMillis(at + minute * MINUTE, { zone });
    const time = (hour * 60 + past) * MINUTE;
    if (time < from || time >= to) return false;
  }
  return true;
}

const clock = (time: number) => {
  const minutes = time / MINUTE;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};
