import { cpuUsage } from 'node:process';

type Summary = { p50: number; spread: readonly [number, number]; samples: number };

/** The middle of some samples, and their 10th and 90th percentile. */
export function summary(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { p50: at(0.5), spread: [at(0.1), at(0.9)], samples: sorted.length };
}

/** Does something this often; what it returns is added up, so that no compiler may leave it out. */
export type Work = { readonly name: string; readonly times: (count: number) => number };

/** Long enough that a timer's resolution and one pause of the garbage collector do not matter. */
const SAMPLE_MS = 40;
const WARM_UP_MS = 400;

let kept = 0;

/**
 * How often each kind of work is done in a second of processor time, which others on the machine cannot take away; they
 * can still slow it, so the samples are interleaved: compare the kinds within one call only.
 */
export function ratesOf(works: readonly Work[], samples = 41): Map<string, number[]> {
  const counts = works.map((work) => countFor(work));
  const rates = new Map(works.map(({ name }) => [name, [] as number[]]));
  for (let sample = 0; sample < samples; sample += 1) {
    for (const [index, work] of works.entries()) {
      const count = counts[index] ?? 1;
      rates.get(work.name)?.push((count / timeOf(work, count)) * 1000);
    }
  }
  if (Number.isNaN(kept)) throw new Error('a benchmark computed nothing');
  return rates;
}

/** Ratio of two kinds of work, sample by sample. */
export function ratios(of: readonly number[] = [], to: readonly number[] = []): number[] {
  return of.map((rate, index) => rate / (to[index] ?? Number.NaN));
}

function countFor(work: Work): number {
  let count = 1;
  let spent = 0;
  for (let last = 0; spent < WARM_UP_MS; count = last < SAMPLE_MS / 2 ? count * 2 : count) {
    last = timeOf(work, count);
    spent += last;
  }
  return Math.max(1, Math.round((count * SAMPLE_MS) / timeOf(work, count)));
}

/** Milliseconds of processor time, the garbage collector's threads included. */
function timeOf(work: Work, count: number): number {
  const start = cpuUsage();
  kept += work.times(count);
  const { user, system } = cpuUsage(start);
  return (user + system) / 1000;
}
