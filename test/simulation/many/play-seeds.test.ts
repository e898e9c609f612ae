import { describe, expect, it } from 'vitest';
import type { Simulated } from '../simulate.ts';
import { playSeeds } from './play-seeds.ts';

const played = async (jobs: number): Promise<Map<number, Simulated>> => {
  const bySeed = new Map<number, Simulated>();
  await playSeeds(
    { first: 1, seeds: 3, jobs, clients: 3, days: 20, faults: 'all' },
    { onPlayed: (simulated) => bySeed.set(simulated.report.seed, simulated) },
  );
  return bySeed;
};

describe('many seeds at once', () => {
  it('are each played once, and each as it is played alone', { timeout: 60_000 }, async () => {
    const [alone, together] = [await played(1), await played(3)];
    expect([...alone.keys()]).toEqual([1, 2, 3]);
    for (const [seed, { report }] of alone) expect(together.get(seed)?.report).toEqual(report);
  });
});
