import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSnapshot } from './a-listing.ts';
import { anOverlay, someQuery } from './any-query.ts';
import { aTown } from './any-town.ts';
import { bothWays } from './weigh-all.ts';

describe('the listings that are found', () => {
  it('are exactly the best of all, whatever the town, the client and what is known since', () => {
    fc.assert(
      fc.property(
        aTown,
        someQuery,
        anOverlay,
        fc.integer({ min: 1, max: 6 }),
        (town, query, overlay, limit) => {
          const { found, best } = bothWays(aSnapshot(town), query, overlay, limit);
          expect(found).toEqual(best);
        },
      ),
      { numRuns: 150 },
    );
  });
});
