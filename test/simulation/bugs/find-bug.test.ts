import { describe, expect, test } from 'vitest';
import type { Simulated } from '../simulate.ts';
import type { PromiseName } from '../what-was-seen.ts';
import { findBug, MOST_PLAYS } from './find-bug.ts';

const bug = { promise: 'twice' } as const;

/** What a play came to, of which only the broken promises matter here. */
function breaking(...promises: PromiseName[]): Simulated {
  const all = promises.map((promise) => ({ promise, at: 0, because: 'it was seen' }));
  return { all } as unknown as Simulated; // no figures are read
}

/** Plays that break these promises with the bug, by seed, and seeds that are broken without it as well. */
function aSearch(broken: Readonly<Record<number, PromiseName[]>>, unclean: readonly number[] = []) {
  const told: number[] = [];
  return {
    told,
    search: {
      firstSeed: 7,
      playWithBug: (seed: number) => Promise.resolve(breaking(...(broken[seed] ?? []))),
      isCleanWithout: (seed: number) => Promise.resolve(!unclean.includes(seed)),
      onUnclean: (seed: number) => void told.push(seed),
    },
  };
}

describe('a planted bug', () => {
  test('is looked for from the first seed on until its own promise is broken', async () => {
    const { search } = aSearch({ 8: ['unread'], 9: ['unread', 'twice'] });
    expect(await findBug(bug, search)).toMatchObject({ found: true, plays: 3 });
  });

  test('is not found by a seed that breaks a promise without it', async () => {
    const { search, told } = aSearch({ 7: ['twice'], 10: ['twice'] }, [7]);
    expect(await findBug(bug, search)).toMatchObject({ found: true, plays: 4 });
    expect(told).toEqual([7]);
  });

  test('that breaks nothing is given up', async () => {
    const { search } = aSearch({});
    expect(await findBug(bug, search)).toMatchObject({ found: false, plays: MOST_PLAYS });
  });
});
