import * as fc from 'fast-check';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import type { ListingState, Overlay } from '#shared/domain/matching/overlay.ts';
import { NOW } from './a-listing.ts';
import { CAPACITIES, GROUPS, maybe, NEED_CODES, recently, someId } from './any-town.ts';

export const someQuery: fc.Arbitrary<MatchQuery> = fc
  .record({
    needs: fc.subarray(NEED_CODES, { minLength: 1 }),
    near: maybe(
      fc.record({
        latitude: fc.double({ min: 38.5, max: 40, noNaN: true }),
        longitude: fc.double({ min: -77.5, max: -76, noNaN: true }),
      }),
    ),
    withinKm: maybe(fc.integer({ min: 1, max: 80 })),
    zip: maybe(fc.constantFrom('21201', '21044')),
    state: maybe(fc.constantFrom('MD', 'VA')),
    language: maybe(fc.constantFrom('en', 'es', 'so')),
    age: maybe(fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constantFrom(12, 24, 55, 60))),
    audience: maybe(fc.dictionary(fc.constantFrom(...GROUPS), fc.boolean())),
    accessibility: maybe(fc.subarray(['wheelchair', 'asl'])),
    rejected: maybe(
      fc.array(
        fc.integer({ min: 0, max: 400 }).map((place) => `l${place}`),
        { maxLength: 20 },
      ),
    ),
  })
  .map((known) => ({ ...withoutUndefined(known), at: NOW }));

/** What is not known of a client is left out, as callers leave it out. */
function withoutUndefined(
  facts: { [K in keyof MatchQuery]?: MatchQuery[K] | undefined } & Pick<MatchQuery, 'needs'>,
) {
  const said = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as Omit<MatchQuery, 'at'>; // the same but for what was undefined
}

const someState: fc.Arbitrary<ListingState> = fc.record(
  {
    capacity: fc.record({ state: fc.constantFrom(...CAPACITIES), at: recently }),
    pausedUntil: recently,
    record: fc.record({
      food: fc.constantFrom(
        { offered: 10, accepted: 10, helped: 10 },
        { offered: 9, accepted: 2, helped: 0 },
      ),
    }),
    reports: fc.constant([{ kind: 'dead-phone', count: 2, lastAt: NOW }]),
  },
  { requiredKeys: [] },
);

/** What is known since of some listings. */
export const anOverlay = fc
  .array(fc.tuple(someId, someState), { maxLength: 60 })
  .map((states): Overlay => new Map(states));
