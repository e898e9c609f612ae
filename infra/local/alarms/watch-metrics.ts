import { hasVisible } from '../queues/create-queues.ts';
import type { EmbeddedQueue } from '../queues/embedded-fauxqs.ts';
import type { MetricFilters } from './metric-filters.ts';
import type { MetricStore } from './metric-store.ts';
import { readMetricLine } from './read-metric-lines.ts';

/** Turns what happens into the metrics that AWS's services would publish. */
export type MetricWatch = {
  readonly logLine: (line: string) => void;
  readonly invoked: (functionName: string) => void;
  readonly failed: (functionName: string) => void;
  readonly answered: (apiId: string, routeKey: string, status: number) => void;
  /** Depth and age of every queue at this moment. */
  readonly sampleQueues: (queues: Iterable<EmbeddedQueue>) => void;
};

export function watchMetrics(
  store: MetricStore,
  filters: MetricFilters,
  accessLogGroups: readonly string[],
  now: () => number,
): MetricWatch {
  const ofFunction = (metric: string, functionName: string, value: number) =>
    store.add({ namespace: 'AWS/Lambda', metric, dimensions: { FunctionName: functionName }, value }, now());
  const ofQueue = (metric: string, queue: EmbeddedQueue, value: number) =>
    store.add({ namespace: 'AWS/SQS', metric, dimensions: { QueueName: queue.name }, value }, now());

  return {
    logLine: (line) => readMetricLine(line).forEach((sample) => store.add(sample, now())),
    invoked(functionName) {
      ofFunction('Invocations', functionName, 1);
      ofFunction('Errors', functionName, 0);
    },
    failed: (functionName) => ofFunction('Errors', functionName, 1),
    answered(apiId, routeKey, status) {
      const dimensions = { ApiId: apiId };
      const counts = { Count: 1, '4xx': Number(status >= 400 && status < 500), '5xx': Number(status >= 500) };
      for (const [metric, value] of Object.entries(counts))
        store.add({ namespace: 'AWS/ApiGateway', metric, dimensions, value }, now());
      for (const logGroup of accessLogGroups)
        filters(logGroup, { routeKey, status: String(status) }).forEach((sample) => store.add(sample, now()));
    },
    sampleQueues(queues) {
      for (const queue of queues) {
        const visible = hasVisible(queue) ? queue.messages : [];
        const oldest = Math.min(now(), ...visible.map((message) => message.sentTimestamp));
        ofQueue('ApproximateNumberOfMessagesVisible', queue, visible.length);
        ofQueue('ApproximateAgeOfOldestMessage', queue, Math.floor((now() - oldest) / 1000));
      }
    },
  };
}
