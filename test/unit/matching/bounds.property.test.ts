import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admitsOf, clientMasks } from '#shared/domain/matching/admits.ts';
import { belongs } from '#shared/domain/matching/judge-eligibility.ts';
import { offerBound, offersOf, STATED_NEED } from '#shared/domain/matching/masks.ts';
import { search } from '#shared/domain/matching/rank.ts';
import { eligibilityFacts } from '#shared/domain/matching/snapshot/listing-facts.ts';
import { aSnapshot } from './a-listing.ts';
import { anOverlay, someQuery } from './any-query.ts';
import { aTown } from './any-town.ts';

describe('what a search leaves out by its masks', () => {
  it('never scores more than its bound, nor anything where nobody like the client is taken', () => {
    fc.assert(
      fc.property(aTown, someQuery, anOverlay, (town, query, overlay) => {
        const { snapshot, weigh, query: asked } = search(aSnapshot(town), query, overlay);
        const bound = offerBound(asked, weigh.hasOverlay);
        const { groups, band } = clientMasks(query.age, (group) => belongs(query, group));
        for (let number = 0; number < snapshot.listings; number += 1) {
          const listing = snapshot.listingOf(number);
          const met = listing.needs.filter(({ code }) => query.needs.includes(code));
          const score = met.length === 0 ? 0 : weigh.score(number, 1, 0);
          const admits = admitsOf(eligibilityFacts(listing));
          const isOut = (admits & groups) === 0 || (admits & band) === 0;
          for (const { known } of met) {
            const mask = offersOf(listing) | (known === 'stated' ? STATED_NEED : 0);
            expect(score).toBeLessThanOrEqual(isOut ? 0 : bound(mask) * weigh.ceiling * (1 + 1e-9));
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
