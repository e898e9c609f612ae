import { DAY, type Instant } from '../record.ts';

// Between two changes of clocks lie weeks, even where they are put back for Ramadan.
const STEP = 6 * DAY;

/** When the clocks of one zone change within one era, and what they show between the changes. */
export type ZoneTable = {
  /** The instants of the changes, ascending. */
  readonly changes: Float64Array;
  /** Wall times (see local-time.ts) from which the offset after each change applies. */
  readonly walls: Float64Array;
  /** Milliseconds ahead of UTC: before the first change, then after each. */
  readonly offsets: Float64Array;
  /** Instants for which the table holds; it knows the changes of a year more on both sides. */
  readonly from: Instant;
  readonly until: Instant;
};

const FIRST_ERA = Date.UTC(2020, 0, 1);
const ERA = Date.UTC(2041, 0, 1) - FIRST_ERA;
const MARGIN = 366 * DAY;

// Memo of a pure function: what a zone's table holds follows from the runtime's time zone data alone.
const tables = new Map<string, ZoneTable>();

/**
 * The zone's table for the era (2020 to 2040, and 21 years each before and after) that `at` lies in.
 * Built on first use, about 3 ms. Throws RangeError for a name that is no IANA zone.
 */
export function zoneTable(zone: string, at: Instant): ZoneTable {
  const era = Math.floor((at - FIRST_ERA) / ERA);
  // Nearly all that is asked is about the first era: no new string for that.
  const key = era === 0 ? zone : `${zone}@${era}`;
  const known = tables.get(key);
  if (known) return known;
  const table = buildTable(zone, FIRST_ERA + era * ERA);
  tables.set(key, table);
  return table;
}

function buildTable(zone: string, from: Instant): ZoneTable {
  const until = from + ERA;
  const offsetAt = offsetReader(zone);
  const changes: number[] = [];
  const offsets = [offsetAt(from - MARGIN)];
  for (let at = from - MARGIN; at < until + MARGIN; at += STEP) {
    const before = offsets.at(-1) ?? 0;
    const after = offsetAt(at + STEP);
    if (after === before) continue;
    changes.push(changeBetween(at, at + STEP, before, offsetAt));
    offsets.push(after);
  }
  // A wall time that clocks skip takes the offset before the change, so it lands later; one that they show twice takes
  // it too, so it is the first: Temporal's 'compatible'. Both say: the new offset begins at the later reading.
  const walls = changes.map((at, index) => at + Math.max(offsets[index] ?? 0, offsets[index + 1] ?? 0));
  return {
    changes: Float64Array.from(changes),
    walls: Float64Array.from(walls),
    offsets: Float64Array.from(offsets),
    from,
    until,
  };
}

/** The first instant, to the second, at which the offset is no longer `before`. */
function changeBetween(
  low: Instant,
  high: Instant,
  before: number,
  offsetAt: (at: Instant) => number,
): Instant {
  let [same, other] = [low, high];
  while (other - same > 1000) {
    const middle = Math.floor((same + other) / 2000) * 1000;
    if (offsetAt(middle) === before) same = middle;
    else other = middle;
  }
  return other;
}

/** Reads a zone's offset from the runtime's own time zone data: `GMT-05:00` is five hours behind. */
function offsetReader(timeZone: string): (at: Instant) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (at) => {
    const name = format.format(at);
    const [, sign, hours, minutes, seconds] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? [];
    if (!sign) return 0;
    const length = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1000;
    return sign === '-' ? -length : length;
  };
}

/** How many of the ascending `values` are at most `value`. */
export function countUpTo(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
