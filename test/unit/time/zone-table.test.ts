import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { instantOf, steadyStretches, wallTimeAt } from '#shared/domain/time/local-time.ts';
import { zoneTable } from '#shared/domain/time/zone-table.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ZONES = Intl.supportedValuesOf('timeZone');
const FROM = Date.UTC(2026, 0, 1);
const TO = Date.UTC(2031, 0, 1);
/** Before, on, inside and after a change, for gaps of 30 min to 24 h, to the millisecond at the edges. */
const AROUND = [
  ...[-1440, -121, -120, -90, -61, -60, -45, -30, -15, -1, 0, 1, 15, 30, 45, 60, 61, 90, 120, 121, 1440].map(
    (minutes) => minutes * MINUTE,
  ),
  -1,
  1,
  30 * MINUTE - 1,
  60 * MINUTE - 1,
  -30 * MINUTE - 1,
  -60 * MINUTE - 1,
];

/** Changes as Temporal tells them, not as our table does. */
function changesOf(zone: string): number[] {
  const changes: number[] = [];
  let moment: Temporal.ZonedDateTime | null = zoned(FROM, zone);
  while ((moment = moment.getTimeZoneTransition('next')) && moment.epochMilliseconds < TO) {
    changes.push(moment.epochMilliseconds);
  }
  return changes;
}

function zoned(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

/** What Temporal says the wall shows, in the table's units. */
function temporalWall(at: number, zone: string): number {
  return at + zoned(at, zone).offsetNanoseconds / 1e6;
}

function temporalInstant(wall: number, zone: string): number {
  const text = new Date(wall).toISOString().slice(0, -1);
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
}

function samplesOf(zone: string): number[] {
  const steady = Array.from({ length: 12 }, (_, step) => FROM + step * 155 * DAY + step * 7_919_000);
  return [...steady, ...changesOf(zone).flatMap((at) => AROUND.map((step) => at + step))];
}

describe('the zone table', () => {
  it('says what Temporal says, in every zone, around every change of clocks from 2026 to 2030', () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const zone of ZONES) {
      for (const at of samplesOf(zone)) {
        const wall = temporalWall(at, zone);
        if (wallTimeAt(at, zone) !== wall) wrong.push(`${zone} at ${new Date(at).toISOString()}`);
        // The wall time itself, and the same number read as a wall time: that one falls into the gaps.
        for (const reading of [wall, wall + 60 * MINUTE, wall - 60 * MINUTE]) {
          compared += 1;
          if (instantOf(reading, zone) !== temporalInstant(reading, zone)) {
            wrong.push(`${zone} wall ${new Date(reading).toISOString()}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(ZONES.length).toBeGreaterThan(400);
    expect(compared).toBeGreaterThan(90_000);
  });

  it('agrees with luxon, in every zone, wherever a wall time comes exactly once', () => {
    const wrong: string[] = [];
    for (const zone of ZONES) {
      for (const at of samplesOf(zone)) {
        if (wallTimeAt(at, zone) !== at + DateTime.fromMillis(at, { zone }).offset * MINUTE) {
          wrong.push(`${zone} at ${new Date(at).toISOString()}`);
        }
        const wall = wallTimeAt(at, zone);
        const ours = instantOf(wall, zone);
        const theirs = DateTime.fromISO(new Date(wall).toISOString().slice(0, -1), { zone }).toMillis();
        // Of a wall time that comes twice luxon promises neither; both must still show that time.
        if (ours !== theirs && wallTimeAt(theirs, zone) !== wall) wrong.push(`${zone} wall ${wall}`);
        if (ours > at) wrong.push(`${zone}: not the first of two at ${at}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([1971, 1999, 2019, 2040, 2041, 2062])(
    'says what Temporal says on both sides of new year %i',
    (year) => {
      for (const zone of ['America/New_York', 'Australia/Lord_Howe', 'America/Phoenix', 'Europe/Dublin']) {
        for (const step of [-200 * DAY, -DAY, -1, 0, 1, DAY, 200 * DAY]) {
          const at = Date.UTC(year, 0, 1) + step;
          expect(wallTimeAt(at, zone)).toBe(temporalWall(at, zone));
          expect(instantOf(at, zone)).toBe(temporalInstant(at, zone));
        }
      }
    },
  );

  it('cuts a stretch of years into pieces that join, each with one offset', () => {
    const from = Date.UTC(2039, 0, 1);
    const to = Date.UTC(2043, 0, 1);
    const pieces = steadyStretches(from, to, 'America/New_York');
    expect(pieces.at(0)?.start).toBe(from);
    expect(pieces.at(-1)?.end).toBe(to);
    for (const [index, { start, end, offset }] of pieces.entries()) {
      expect(start).toBe(index === 0 ? from : pieces[index - 1]?.end);
      expect(wallTimeAt(start, 'America/New_York') - start).toBe(offset);
      expect(wallTimeAt(end - 1, 'America/New_York') - (end - 1)).toBe(offset);
    }
    expect(pieces).toHaveLength(10);
  });

  it('is built once', () => {
    expect(zoneTable('America/Denver', FROM)).toBe(zoneTable('America/Denver', TO));
  });

  it('refuses a name that is no zone', () => {
    expect(() => zoneTable('America/Nowhere', FROM)).toThrow(RangeError);
  });
});
