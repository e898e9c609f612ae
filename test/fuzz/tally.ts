import type { Outcome } from './judge.ts';

export type Tally = {
  readonly requests: number;
  readonly signed: number;
  /** Requests that changed something. */
  readonly changes: number;
  readonly statuses: ReadonlyMap<number, number>;
  readonly slowestMs: number;
};

export const newTally = (): Tally => ({
  requests: 0,
  signed: 0,
  changes: 0,
  statuses: new Map(),
  slowestMs: 0,
});

export function addTo(tally: Tally, { signed, changes, answer, tookMs }: Outcome): Tally {
  const before = tally.statuses.get(answer.statusCode) ?? 0;
  return {
    requests: tally.requests + 1,
    signed: tally.signed + (signed ? 1 : 0),
    changes: tally.changes + (changes.length > 0 ? 1 : 0),
    statuses: new Map([...tally.statuses, [answer.statusCode, before + 1]]),
    slowestMs: Math.max(tally.slowestMs, tookMs),
  };
}
