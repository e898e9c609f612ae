/** What a figure has to be, or better. */
export type Target = { atLeast: number } | { atMost: number };

/** One line of the table, known before anything is measured. */
export type Measure = {
  readonly name: string;
  /** What the figure counts, for example `per second per core`. */
  readonly unit: string;
  readonly target?: Target;
};

/** What was measured for one line: the middle of the samples and how far they spread, or why there is nothing. */
export type Reading =
  | {
      readonly measure: string;
      readonly p50: number;
      /** The 10th and the 90th percentile of the samples; absent where a figure is counted and not timed. */
      readonly spread?: readonly [number, number];
      readonly samples: number;
      /** What a reader must know beside the figure. */
      readonly note?: string;
    }
  | { readonly measure: string; readonly missing: string };

/** `say` tells whoever waits what is going on. */
export type Tools = { say: (line: string) => void };

/** One question that is answered by measuring. A file of its own; listed in benchmarks.ts. */
export type Benchmark = {
  readonly name: string;
  readonly title: string;
  readonly measures: readonly Measure[];
  run(tools: Tools): Promise<readonly Reading[]> | readonly Reading[];
};

export function targetText(target: Target | undefined): string {
  if (!target) return '';
  return 'atLeast' in target ? `≥ ${figure(target.atLeast)}` : `≤ ${figure(target.atMost)}`;
}

export function isReached(target: Target, value: number): boolean {
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}

/** A figure to three significant digits, whole from a thousand up. */
export function figure(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}
