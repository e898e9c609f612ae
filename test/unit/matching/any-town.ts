import fc from 'fast-check';
import type { Listing, Place } from '#shared/domain/directory/listing.ts';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import type { ListingState } from '#shared/domain/matching/overlay.ts';
import { DAY } from '#shared/domain/record.ts';
import { HERE, NOW } from './a-listing.ts';

const NEED_CODES = ['food', 'shelter', 'legal'];
const GROUPS = ['veterans', 'women', 'youth', 'older-adults', 'people-of-riverbend'];
const CAPACITIES = ['capacity', 'no-capacity', 'waitlist', 'additional-assessment-required'] as const;
const known = fc.constantFrom('stated', 'inferred');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const recently = fc.integer({ min: -900, max: 5 }).map((days) => NOW + days * DAY);

const aPlace: fc.Arbitrary<Place> = fc.oneof(
  {
    weight: 8,
    // Few different places, so that some are the same.
    arbitrary: fc
      .tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -30, max: 30 }))
      .map(([up, right]) => ({
        kind: 'at' as const,
        latitude: HERE.latitude + up / 50,
        longitude: HERE.longitude + right / 50,
      })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Place>(
      { kind: 'virtual' },
      { kind: 'statewide', state: 'MD' },
      { kind: 'unknown' },
    ),
  },
);

const someFacts = fc.record({
  status: fc.constantFrom<Listing['status']>('active', 'active', 'active', 'active', 'inactive', 'defunct'),
  needs: fc.uniqueArray(fc.record({ code: fc.constantFrom(...NEED_CODES), known }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ code }) => code,
  }),
  place: aPlace,
  service: fc.integer({ min: 0, max: 150 }),
  confidential: fc.integer({ min: 0, max: 20 }).map((drawn) => drawn === 0),
  languages: fc.subarray(['en', 'es', 'ru', 'vi', 'so', 'ar', 'zh-hant']),
  interpreters: maybe(fc.boolean()),
  ages: maybe(
    fc.constantFrom({ from: 12, to: 17 }, { from: 18 }, { to: 24 }, { from: 60 }, { from: 25, to: 54 }),
  ),
  audience: fc.uniqueArray(fc.record({ code: fc.constantFrom(...GROUPS), known }), {
    maxLength: 2,
    selector: ({ code }) => code,
  }),
  areas: fc.subarray<Listing['areas'][number]>([
    { kind: 'zip', zips: ['21201', '21202'] },
    { kind: 'state', states: ['MD'] },
    { kind: 'county', names: ['Howard County'], state: 'MD' },
  ]),
  opens: maybe(fc.constantFrom(0, 540, 600, 1080)),
  cost: maybe(fc.constantFrom<NonNullable<Listing['cost']>>('free', 'fee', 'sliding-scale')),
  accessibility: fc.subarray(['wheelchair', 'asl']),
  capacity: maybe(fc.record({ state: fc.constantFrom(...CAPACITIES), at: recently })),
  verifiedAt: maybe(recently),
  hasPhone: fc.boolean(),
});

const ORGANIZATIONS = 25;

type Facts = typeof someFacts extends fc.Arbitrary<infer F> ? F : never;

function listingOf(facts: Facts, index: number): Listing {
  const { service, opens, hasPhone, interpreters, ages, cost, capacity, verifiedAt, ...rest } = facts;
  return {
    ...rest,
    id: `l${index}`,
    serviceId: `s${service}`,
    organizationId: `o${service % ORGANIZATIONS}`,
    name: `Service ${service}`,
    organization: `Organization ${service % ORGANIZATIONS}`,
    documents: [],
    phones: hasPhone ? [{ number: '+14105550102', kind: 'voice' }] : [],
    ...(interpreters !== undefined && { interpreters }),
    ...(ages && { ages }),
    ...(cost && { cost }),
    ...(capacity && { capacity }),
    ...(verifiedAt !== undefined && { verifiedAt }),
    ...(opens !== undefined && {
      hours: { timeZone: 'America/New_York', rules: [{ weekday: 1, from: opens, to: opens + 480 }] },
    }),
  };
}

/** A town of a few hundred listings, so that trees have some depth. */
export const aTown = fc
  .array(someFacts, { minLength: 1, maxLength: 400, size: 'max' })
  .map((all) => all.map(listingOf));

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
    age: maybe(fc.integer({ min: 0, max: 90 })),
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

const someState: fc.Arbitrary<ListingState> = fc.oneof(
  fc.record({ capacity: fc.record({ state: fc.constantFrom(...CAPACITIES), at: recently }) }),
  fc.record({ pausedUntil: recently }),
  fc.record({
    record: fc.record({
      food: fc.constantFrom(
        { offered: 10, accepted: 10, helped: 10 },
        { offered: 9, accepted: 2, helped: 0 },
      ),
    }),
  }),
  fc.record({ reports: fc.constant([{ kind: 'dead-phone', count: 2, lastAt: NOW }]) }),
);

/** What is known since of some listings, by their place in the town. */
export const anOverlay = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), someState), { maxLength: 60 });
