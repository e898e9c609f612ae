import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search } from '#shared/domain/matching/rank.ts';
import { searchTree } from '#shared/domain/matching/search-tree.ts';
import { aListing, aQuery, aSnapshot, HERE, north } from './a-listing.ts';
import { anOverlay, someQuery } from './any-query.ts';
import { aTown } from './any-town.ts';
import { bothWays } from './weigh-all.ts';

/** The same towns, clients and news in every run: a few of what the property walks. */
const SEED = 20261123;
const [town = []] = fc
  .sample(aTown, { seed: SEED, numRuns: 30 })
  .toSorted((one, other) => other.length - one.length);
const queries = fc.sample(someQuery, { seed: SEED, numRuns: 8 });
const overlays = fc.sample(anOverlay, { seed: SEED, numRuns: 8 });

describe('in a town of some hundred listings', () => {
  it('the best of all are found, whoever asks and whatever is known since', () => {
    expect(town.length).toBeGreaterThan(300);
    const snapshot = aSnapshot(town);
    for (const [index, query] of queries.entries()) {
      for (const overlay of [undefined, overlays[index]]) {
        const { found, best } = bothWays(snapshot, query, overlay, 1 + (index % 6));
        expect(found).toEqual(best);
      }
    }
  });
});

describe('a search', () => {
  const street = Array.from({ length: 1_000 }, (_, index) => {
    const place = north(index / 4);
    return aListing({ id: `l${String(index).padStart(4, '0')}`, place });
  });
  const { snapshot, query } = search(aSnapshot(street), aQuery());

  /** How many listings it looks at where nothing farther than that many km is wanted. */
  function met(km: number, needed = 0): number {
    let count = 0;
    const near = (km / 6371) ** 2;
    searchTree(snapshot.columns, 0, {
      point: pointOf(query.near ?? HERE),
      needed: () => needed,
      bound: (squared) => (squared > near ? 0 : 1 / (1 + squared)),
      meet: () => (count += 1),
    });
    return count;
  }

  const pointOf = ({ latitude, longitude }: typeof HERE) => {
    const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)] as const;
  };

  it('meets all who are near, and few others', () => {
    expect(met(5)).toBeGreaterThanOrEqual(20);
    expect(met(5)).toBeLessThanOrEqual(64);
    expect(met(1_000)).toBe(1_000);
  });

  it('meets nobody where nobody can be good enough', () => {
    expect(met(1_000, 1.1)).toBe(0);
  });
});
