import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';
import { instantOf, wallTimeAt } from '#shared/domain/time/local-time.ts';
import { HOUR } from '#shared/domain/record.ts';
import type { Benchmark } from './benchmark.ts';
import { ratesOf, ratios, summary, type Work } from './samples.ts';
import { mismatchesIn } from './zone-mismatches.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

type Wall = { zone: string; wall: number; fields: ReturnType<typeof fieldsOf> };

/** Wall times of every zone, spread over 2026 to 2030, in an order that no cache likes. */
const WALLS: readonly Wall[] = Array.from({ length: 4096 }, (_, index) => {
  const zone = ZONES[(index * 131) % ZONES.length] ?? 'UTC';
  const wall = wallTimeAt(Date.UTC(2026, 0, 1) + index * 10.7 * HOUR, zone);
  return { zone, wall, fields: fieldsOf(wall) };
});

/** What a clock shows, as other libraries want it; made beforehand, so that it costs them nothing. */
function fieldsOf(wall: number) {
  const shown = new Date(wall);
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    millisecond: shown.getUTCMilliseconds(),
  };
}

const converting = (name: string, instant: (wall: Wall) => number): Work => ({
  name,
  times(count) {
    let sum = 0;
    for (let index = 0; index < count; index += 1) {
      const wall = WALLS[index % WALLS.length];
      if (wall) sum += instant(wall);
    }
    return sum;
  },
});

const OURS = 'wall clock to instant';

export const zoneArithmetic: Benchmark = {
  name: 'zones',
  title: 'Arithmetic of time zones',
  measures: [
    { name: OURS, unit: 'per second per core' },
    { name: 'beside luxon', unit: 'times as many', target: { atLeast: 20 } },
    { name: 'beside temporal-polyfill', unit: 'times as many' },
    { name: 'differences from Temporal', unit: 'wall times', target: { atMost: 0 } },
    { name: 'differences from luxon', unit: 'wall times', target: { atMost: 0 } },
  ],
  run({ say }) {
    say('timing');
    const rates = ratesOf([
      converting(OURS, ({ wall, zone }) => instantOf(wall, zone)),
      converting('luxon', ({ fields, zone }) => DateTime.fromObject(fields, { zone }).toMillis()),
      converting(
        'temporal',
        ({ fields, zone }) => Temporal.PlainDateTime.from(fields).toZonedDateTime(zone).epochMilliseconds,
      ),
    ]);
    const ours = rates.get(OURS);
    say('comparing every zone around every change of clocks');
    const { compared, temporal, luxon } = mismatchesIn(ZONES);
    const note = `${ZONES.length} zones, every gap and overlap 2026-2030`;
    return [
      { measure: OURS, ...summary(ours ?? []), note: `${ZONES.length} zones, tables built` },
      { measure: 'beside luxon', ...summary(ratios(ours, rates.get('luxon'))) },
      { measure: 'beside temporal-polyfill', ...summary(ratios(ours, rates.get('temporal'))) },
      { measure: 'differences from Temporal', p50: temporal, samples: compared, note },
      {
        measure: 'differences from luxon',
        p50: luxon,
        samples: compared,
        note: `${note}; where a wall time comes twice luxon promises neither`,
      },
    ];
  },
};
