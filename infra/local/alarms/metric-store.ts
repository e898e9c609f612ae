import type { Dimensions, MetricSample } from './read-metric-lines.ts';

/** Samples of the last days by metric; enough for alarms, not a record. */
export type MetricStore = {
  readonly add: (sample: MetricSample, at: number) => void;
  /** Values in [from, to), oldest first. */
  readonly values: (metric: MetricName, from: number, to: number) => number[];
};

export type MetricName = {
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Dimensions;
};

const KEPT = 2000;

export function createMetricStore(): MetricStore {
  const byMetric = new Map<string, { at: number; value: number }[]>();
  return {
    add(sample, at) {
      const key = keyOf(sample);
      const samples = byMetric.get(key) ?? [];
      samples.push({ at, value: sample.value });
      if (samples.length > 2 * KEPT) samples.splice(0, KEPT);
      byMetric.set(key, samples);
    },
    values: (metric, from, to) =>
      (byMetric.get(keyOf(metric)) ?? []).filter(({ at }) => at >= from && at < to).map(({ value }) => value),
  };
}

const keyOf = ({ namespace, metric, dimensions }: MetricName) =>
  JSON.stringify([
    namespace,
    metric,
    Object.entries(dimensions).sort(([one], [other]) => one.localeCompare(other)),
  ]);
