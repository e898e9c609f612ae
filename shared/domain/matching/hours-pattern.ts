import { DAY, MINUTE, type Instant } from '../record.ts';
import { steadyStretches, wallTimeAt, weekdayOf, type WallTime } from '../time/local-time.ts';
import { EPOCH, PATTERN_COLUMNS } from './snapshot/format.ts';
import { SLOT_MINUTES, WORDS_A_WEEK } from './snapshot/hours-weeks.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

/** Hours as a snapshot keeps them: rows of bits, see hours-weeks.ts. */
export type HoursPattern = {
  readonly zone: string;
  readonly validUntil: Instant;
  readonly rows: readonly Uint32Array[];
};

// Memo of a pure function: a snapshot does not change.
const patterns = new WeakMap<Snapshot, Map<number, HoursPattern>>();

export function hoursPattern(snapshot: Snapshot, number: number): HoursPattern {
  const known = patterns.get(snapshot) ?? new Map<number, HoursPattern>();
  patterns.set(snapshot, known);
  const pattern = known.get(number) ?? readPattern(snapshot, number);
  known.set(number, pattern);
  return pattern;
}

function readPattern({ columns, word }: Snapshot, number: number): HoursPattern {
  const at = (column: number) => columns.patterns[number * PATTERN_COLUMNS + column] ?? 0;
  const [zone, first, count, until] = [at(0), at(1), at(2), at(3)];
  return {
    zone: word('zones', zone),
    validUntil: until === 0 ? Infinity : EPOCH + until * MINUTE,
    rows: Array.from({ length: count }, (_, row) =>
      columns.weeks.subarray((first + row) * WORDS_A_WEEK, (first + row + 1) * WORDS_A_WEEK),
    ),
  };
}

const SLOT = SLOT_MINUTES * MINUTE;
const SLOTS_A_DAY = DAY / SLOT;

/** Whether it is open at an instant, to five minutes. */
export function isOpenAt(pattern: HoursPattern, at: Instant): boolean {
  const slot = Math.floor(wallTimeAt(at, pattern.zone) / SLOT);
  return isOpenOn(pattern, Math.floor(slot / SLOTS_A_DAY), slot % SLOTS_A_DAY, (slot % SLOTS_A_DAY) + 1);
}

/** Whether it is open at any time between two instants. */
export function isOpenBetween(pattern: HoursPattern, from: Instant, until: Instant): boolean {
  return steadyStretches(from, until, pattern.zone).some(({ start, end, offset }) =>
    isOpenWithin(pattern, start + offset, end + offset),
  );
}

function isOpenWithin(pattern: HoursPattern, from: WallTime, until: WallTime): boolean {
  const end = Math.ceil(until / SLOT);
  let slot = Math.floor(from / SLOT);
  while (slot < end) {
    const day = Math.floor(slot / SLOTS_A_DAY);
    const stop = Math.min(end, (day + 1) * SLOTS_A_DAY);
    if (isOpenOn(pattern, day, slot - day * SLOTS_A_DAY, stop - day * SLOTS_A_DAY)) return true;
    slot = stop;
  }
  return false;
}

/** @param dayNumber days since 1970-01-01; slots of that day, `to` exclusive */
function isOpenOn({ rows }: HoursPattern, dayNumber: number, from: number, to: number): boolean {
  const shift = weekdayOf(dayNumber) * SLOTS_A_DAY;
  return rows.some((row, index) => {
    if (index > 0 && !isTheDay(dayNumber, index)) return false;
    return hasBit(row, shift + from, shift + to);
  });
}

/** Rows 1 to 6: the first to fifth such day of a month, the last; rows 7 to 12: the same for the day before. */
function isTheDay(dayNumber: number, row: number): boolean {
  const counted = new Date((row > 6 ? dayNumber - 1 : dayNumber) * DAY);
  const nth = row > 6 ? row - 6 : row;
  const date = counted.getUTCDate();
  if (nth <= 5) return Math.ceil(date / 7) === nth;
  return date + 7 > new Date(Date.UTC(counted.getUTCFullYear(), counted.getUTCMonth() + 1, 0)).getUTCDate();
}

function hasBit(row: Uint32Array, from: number, to: number): boolean {
  for (let slot = from; slot < to;) {
    const word = row[slot >> 5] ?? 0;
    if (word === 0) slot = (slot | 31) + 1;
    else if ((word >>> (slot & 31)) & 1) return true;
    else slot += 1;
  }
  return false;
}
