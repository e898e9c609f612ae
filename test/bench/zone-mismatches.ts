import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';
import { instantOf, wallTimeAt } from '#shared/domain/time/local-time.ts';
import { DAY, MINUTE } from '#shared/domain/record.ts';

const FROM = Date.UTC(2026, 0, 1);
const TO = Date.UTC(2031, 0, 1);
/** How far from a change of clocks wall times are read: inside and on both edges of gaps of 30 min to 2 h. */
const AROUND = [-120, -61, -60, -31, -30, -1, 0, 1, 29, 30, 59, 60, 61, 120].map(
  (minutes) => minutes * MINUTE,
);

/** How many wall times our tables read as another instant than Temporal, and than luxon where it promises one. */
export function mismatchesIn(zones: readonly string[]): {
  compared: number;
  temporal: number;
  luxon: number;
} {
  const found = { compared: 0, temporal: 0, luxon: 0 };
  for (const zone of zones) {
    for (const at of samplesOf(zone)) {
      for (const wall of [wallTimeAt(at, zone), at + offsetBefore(at, zone)]) {
        found.compared += 1;
        const ours = instantOf(wall, zone);
        if (ours !== byTemporal(wall, zone)) found.temporal += 1;
        const theirs = byLuxon(wall, zone);
        // Another instant that shows the same time: luxon may take the second of two.
        if (ours !== theirs && wallTimeAt(theirs, zone) !== wall) found.luxon += 1;
      }
    }
  }
  return found;
}

/** The clocks as they went a day before: read on the day of a change, these wall times fall into its gap. */
const offsetBefore = (at: number, zone: string): number => wallTimeAt(at - DAY, zone) - (at - DAY);

function samplesOf(zone: string): number[] {
  const samples = Array.from({ length: 10 }, (_, step) => FROM + step * 182 * DAY);
  let moment: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(zone);
  while ((moment = moment.getTimeZoneTransition('next')) && moment.epochMilliseconds < TO) {
    const change = moment.epochMilliseconds;
    samples.push(...AROUND.map((step) => change + step));
  }
  return samples;
}

const shownAs = (wall: number): string => new Date(wall).toISOString().slice(0, -1);

const byTemporal = (wall: number, zone: string): number =>
  Temporal.PlainDateTime.from(shownAs(wall)).toZonedDateTime(zone).epochMilliseconds;

const byLuxon = (wall: number, zone: string): number => DateTime.fromISO(shownAs(wall), { zone }).toMillis();
