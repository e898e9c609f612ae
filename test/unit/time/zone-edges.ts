import { IANAZone } from 'luxon';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Clocks are never changed twice within this. */
const STEP = 15 * DAY;

/** An instant at which a zone's clocks change, or would in a zone that changes others: offsets in milliseconds. */
export type Edge = { at: number; before: number; after: number };

/** The edges of some years, found on luxon's clocks; where there are none, the nights on which North America changes. */
export function edgesOf(zone: string, fromYear: number, toYear: number): Edge[] {
  const clock = IANAZone.create(zone);
  const offset = (at: number) => clock.offset(at) * MINUTE;
  const edges: Edge[] = [];
  const end = Date.UTC(toYear + 1, 0, 1);
  for (let at = Date.UTC(fromYear, 0, 1); at < end; at += STEP) {
    const [before, after] = [offset(at), offset(at + STEP)];
    if (before !== after) edges.push({ at: changeBetween(at, at + STEP, offset), before, after });
  }
  return edges.length > 0 ? edges : usualNights(fromYear, toYear).map((wall) => still(wall, offset(wall)));
}

const still = (wall: number, offset: number): Edge => ({ at: wall - offset, before: offset, after: offset });

function changeBetween(low: number, high: number, offset: (at: number) => number): number {
  let [same, other] = [low, high];
  while (other - same > MINUTE) {
    const middle = same + Math.floor((other - same) / (2 * MINUTE)) * MINUTE;
    if (offset(middle) === offset(low)) same = middle;
    else other = middle;
  }
  return other;
}

/** Two in the morning of the second Sunday in March and the first in November, on the wall. */
function usualNights(fromYear: number, toYear: number): number[] {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  return years.flatMap((year) => [sunday(year, 2, 8), sunday(year, 10, 1)]);
}

function sunday(year: number, month: number, from: number): number {
  const first = new Date(Date.UTC(year, month, from));
  return Date.UTC(year, month, from + ((7 - first.getUTCDay()) % 7), 2);
}
