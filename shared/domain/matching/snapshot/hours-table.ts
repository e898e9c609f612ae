import type { Hours } from '../../directory/listing.ts';
import { MINUTE } from '../../record.ts';
import { dictionary, type DictionaryBuilder } from './dictionary.ts';
import { EPOCH, PATTERN_COLUMNS } from './format.ts';
import { WORDS_A_WEEK, weeksOf } from './hours-weeks.ts';

/** Patterns of hours, each kept once. */
type HoursTable = {
  readonly numberOf: (hours: Hours) => number;
  readonly columns: () => { patterns: Uint32Array; weeks: Uint32Array };
};

/** @param zones numbers the names of time zones */
export function hoursTable(zones: DictionaryBuilder): HoursTable {
  const numbers = dictionary('patterns of hours', 32);
  const patterns: number[] = [];
  const weeks: Uint32Array[] = [];
  return {
    numberOf(hours) {
      const number = numbers.numberOf(JSON.stringify(hours));
      if (number * PATTERN_COLUMNS < patterns.length) return number;
      const rows = weeksOf(hours);
      const until =
        hours.validTo === undefined ? 0 : Math.max(1, Math.floor((hours.validTo - EPOCH) / MINUTE));
      patterns.push(zones.numberOf(hours.timeZone), weeks.length, rows.length, until);
      weeks.push(...rows);
      return number;
    },
    columns() {
      const bits = new Uint32Array(weeks.length * WORDS_A_WEEK);
      for (const [at, row] of weeks.entries()) bits.set(row, at * WORDS_A_WEEK);
      return { patterns: Uint32Array.from(patterns), weeks: bits };
    },
  };
}
