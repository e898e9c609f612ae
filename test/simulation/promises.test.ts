import { describe, expect, it } from 'vitest';
import { simulate } from './simulate.ts';
import { violationLine } from './story.ts';

/** A quick look at every change; the command plays as many clients and seeds as one has time for. */
const SEEDS = [1, 2, 3, 4];
const CLIENTS = 30;

describe('with every fault, no promise is broken', () => {
  it.each(SEEDS)('in the lives of seed %i', { timeout: 60_000 }, async (seed) => {
    const { report, all } = await simulate({ seed, clients: CLIENTS, days: 60, faults: 'all' });
    expect(all.map(violationLine)).toEqual([]);
    expect(report.touches).toBeGreaterThan(CLIENTS);
  });

  it('and every promise was held against something', { timeout: 60_000 }, async () => {
    const { report } = await simulate({ seed: 5, clients: CLIENTS, days: 60, faults: 'all' });
    for (const promise of Object.keys(report.violations))
      expect(report.checked[promise], promise).toBeGreaterThan(0);
  });
});
