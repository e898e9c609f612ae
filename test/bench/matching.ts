import { loadSnapshot } from '#shared/domain/matching/snapshot/load-snapshot.ts';
import { writeSnapshot } from '#shared/domain/matching/snapshot/write-snapshot.ts';
import type { Benchmark, Measure, Reading, Tools } from './benchmark.ts';
import { postgis, sqlite } from './matching/database-engines.ts';
import { AT, inventedDirectory, inventedQueries } from './matching/invented-directory.ts';
import {
  everyListing,
  flatbush,
  geokdbush,
  h3,
  handrail,
  kdbush,
  kdbushByNeed,
} from './matching/javascript-engines.ts';
import { firstAnswer } from './matching/first-answer.ts';
import { placesOf } from './matching/places-of.ts';
import { type Missing, type Timed, timeEngines } from './matching/time-engines.ts';
import { summary } from './samples.ts';

const ENGINES = [handrail, geokdbush, kdbush, kdbushByNeed, flatbush, h3, sqlite, postgis];
/** What their documentation shows; an index for each need is what somebody would build who read ours. */
const JAVASCRIPT = [geokdbush.name, kdbush.name, flatbush.name, h3.name];

/** Targets: how many times as long the others may take for the slowest of a hundred queries. */
const SIZES = [
  { size: '10k', count: 10_000 },
  { size: '100k', count: 100_000, javascript: 6, postgis: 80 },
  { size: '1M', count: 1_000_000, javascript: 15, postgis: 130 },
] as const;

const QUERIES = 300;

const measuresOf = ({ size, ...targets }: (typeof SIZES)[number]): Measure[] => [
  ...ENGINES.map(({ name }) => ({ name: `${size}: ${name}`, unit: 'ms' })),
  ratio(
    `${size}: best package beside Handrail, p99`,
    'javascript' in targets ? targets.javascript : undefined,
  ),
  ratio(`${size}: PostGIS beside Handrail, p99`, 'postgis' in targets ? targets.postgis : undefined),
  { name: `${size}: searched bytes a resource`, unit: 'bytes', target: { atMost: 60 } },
  { name: `${size}: loading`, unit: 'ms' },
];

const ratio = (name: string, least: number | undefined): Measure => ({
  name,
  unit: 'times as long',
  ...(least !== undefined && { target: { atLeast: least } }),
});

export const matching: Benchmark = {
  name: 'matching',
  title: 'The ten likeliest of a directory within 40 km',
  measures: [
    { name: '20k: first answer, snapshot just read', unit: 'ms', target: { atMost: 1 } },
    { name: '20k: first answer, process just started', unit: 'ms' },
    ...SIZES.flatMap(measuresOf),
    { name: 'queries answered exactly, of all engines', unit: 'share', target: { atLeast: 1 } },
  ],
  async run({ say }) {
    const readings: Reading[] = [...firstAnswer(say)];
    const shares: number[] = [];
    for (const size of SIZES) {
      const { engines, others } = await measureSize(size, { say });
      readings.push(
        ...engines.map((one) => engineReading(size.size, one)),
        ...ratioReadings(size.size, engines),
        ...others,
      );
      shares.push(...engines.flatMap((one) => ('right' in one ? one.right : [])));
    }
    const name = 'queries answered exactly, of all engines';
    return [...readings, { measure: name, p50: Math.min(...shares), samples: shares.length * QUERIES }];
  },
};

async function measureSize({ size, count }: (typeof SIZES)[number], { say }: Tools) {
  say(`${size}: inventing and writing a directory`);
  const { bytes, listings } = written(count);
  const started = performance.now();
  const snapshot = loadSnapshot(bytes);
  const loading = performance.now() - started;
  const places = placesOf(snapshot, listings);
  listings.length = 0;
  const engines = await timeEngines(ENGINES, places, inventedQueries(QUERIES), everyListing(places), (line) =>
    say(`${size}: ${line}`),
  );
  const others: Reading[] = [
    {
      measure: `${size}: searched bytes a resource`,
      p50: snapshot.searchBytes / count,
      samples: 1,
      note: 'columns, trees and dictionaries; text and ids, read when shown, are not counted',
    },
    {
      measure: `${size}: loading`,
      p50: loading,
      samples: 1,
      note: `${Math.round(snapshot.searchBytes / 1e5) / 10} MB checked and looked at where it lies`,
    },
  ];
  return { engines, others };
}

function written(count: number) {
  const listings = inventedDirectory(count);
  return { bytes: writeSnapshot(listings, { builtAt: AT }), listings };
}

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.ceil(share * times.length) - 1] ?? Number.NaN;

function engineReading(size: string, one: Timed | Missing): Reading {
  const measure = `${size}: ${one.name}`;
  if ('missing' in one) return { measure, missing: `not installed: ${one.missing}` };
  return {
    measure,
    ...summary(one.times),
    note: `p99 ${percentile(one.times, 0.99).toPrecision(3)} ms; ${one.what}`,
  };
}

function ratioReadings(size: string, engines: readonly (Timed | Missing)[]): Reading[] {
  const slowest = (names: readonly string[]) =>
    engines.flatMap((one) => ('times' in one && names.includes(one.name) ? percentile(one.times, 0.99) : []));
  const [own = Number.NaN] = slowest([handrail.name]);
  const reading = (measure: string, others: readonly number[]): Reading =>
    others.length === 0
      ? { measure, missing: 'not installed' }
      : { measure, p50: Math.min(...others) / own, samples: QUERIES };
  return [
    reading(`${size}: best package beside Handrail, p99`, slowest(JAVASCRIPT)),
    reading(`${size}: PostGIS beside Handrail, p99`, slowest([postgis.name])),
  ];
}
