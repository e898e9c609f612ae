import type { Benchmark } from './benchmark.ts';
import { LIST_PRICES } from './list-prices.ts';

/** What a journey asks of AWS beside the database, roughly: a text is woken, queued, claimed, and has two receipts. */
const JOURNEY = {
  texts: 12,
  replies: 5,
  /** The figures that the benchmark `units` counts, at most. */
  writeUnits: 400,
  readUnits: 100,
  invocations: 80,
  secondsEach: 0.05,
  gigabytes: 0.5,
  queueRequests: 150,
  apiRequests: 30,
  busEvents: 40,
} as const;

export type ClientCost = { texts: number; aws: number; total: number };

/** Dollars for a client with twelve texts of one segment and five replies. */
export function clientCost(prices = LIST_PRICES): ClientCost {
  const { text, dynamo, lambda } = prices;
  const texts =
    JOURNEY.texts * (text.segment + text.carrierFeeOut) +
    JOURNEY.replies * (text.segment + text.carrierFeeIn);
  const aws =
    JOURNEY.writeUnits * dynamo.writeUnit +
    JOURNEY.readUnits * dynamo.readUnit +
    JOURNEY.invocations * (lambda.request + JOURNEY.secondsEach * JOURNEY.gigabytes * lambda.gigabyteSecond) +
    JOURNEY.queueRequests * prices.queueRequest +
    JOURNEY.apiRequests * prices.apiRequest +
    JOURNEY.busEvents * prices.busEvent;
  return { texts, aws, total: texts + aws };
}

export const clientCosts: Benchmark = {
  name: 'cost',
  title: 'What a client costs',
  measures: [
    { name: 'twelve texts and five replies', unit: 'US$ a client' },
    { name: 'of which AWS', unit: 'US$ a client' },
  ],
  run() {
    const { aws, total } = clientCost();
    const note = `computed from list prices of ${LIST_PRICES.asOf}, every text one segment`;
    return [
      { measure: 'twelve texts and five replies', p50: total, samples: 1, note },
      {
        measure: 'of which AWS',
        p50: aws,
        samples: 1,
        note: `${note}; without what is paid each month anyway`,
      },
    ];
  },
};
