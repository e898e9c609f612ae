import * as fc from 'fast-check';
import type { Listing, Place } from '#shared/domain/directory/listing.ts';
import { DAY } from '#shared/domain/record.ts';
import { HERE, NOW } from './a-listing.ts';

export const NEED_CODES = ['food', 'shelter', 'legal'];
export const GROUPS = ['veterans', 'women', 'youth', 'older-adults', 'people-of-riverbend'];
export const CAPACITIES = ['capacity', 'no-capacity', 'waitlist', 'additional-assessment-required'] as const;
const known = fc.constantFrom('stated', 'inferred');
export const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
export const recently = fc.integer({ min: -900, max: 5 }).map((days) => NOW + days * DAY);

const NOWHERE: fc.Arbitrary<Place> = fc.constantFrom<Place>(
  { kind: 'virtual' },
  { kind: 'statewide', state: 'MD' },
  { kind: 'unknown' },
);

/** Mostly the best there is: only then does a search leave out so much that it could leave out too much. */
const mostly = <T>(best: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(best) }, { weight: 1, arbitrary: other });

const someAreas = fc.subarray<Listing['areas'][number]>([
  { kind: 'zip', zips: ['21201', '21202'] },
  { kind: 'state', states: ['MD'] },
  { kind: 'county', names: ['Howard County'], state: 'MD' },
]);
const someAudience = fc.uniqueArray(fc.record({ code: fc.constantFrom(...GROUPS), known }), {
  maxLength: 2,
  selector: ({ code }) => code,
});
const someNeeds = fc.uniqueArray(fc.record({ code: fc.constantFrom(...NEED_CODES), known }), {
  minLength: 1,
  maxLength: 3,
  selector: ({ code }) => code,
});
const someAges = maybe(
  fc.constantFrom<NonNullable<Listing['ages']>>(
    { from: 12, to: 17 },
    { to: 24 },
    { from: 6, to: 12 },
    { from: 60 },
    { from: 25, to: 55 },
  ),
);
const someCost = maybe(fc.constantFrom<NonNullable<Listing['cost']>>('free', 'fee', 'sliding-scale'));
const someCapacity = maybe(fc.record({ state: fc.constantFrom(...CAPACITIES), at: recently }));

const someFacts = fc.record({
  status: mostly<Listing['status']>('active', fc.constantFrom('inactive', 'defunct')),
  needs: someNeeds,
  nowhere: NOWHERE,
  confidential: mostly(false, fc.boolean()),
  languages: mostly(['en', 'es', 'so'], fc.subarray(['en', 'es', 'ru', 'vi', 'so', 'ar', 'zh-hant'])),
  interpreters: maybe(fc.boolean()),
  ages: mostly<Listing['ages']>({ from: 0 }, someAges),
  audience: mostly<Listing['audience']>([], someAudience),
  areas: mostly<Listing['areas']>([{ kind: 'nationwide' }], someAreas),
  opens: mostly<number | undefined>(540, maybe(fc.constantFrom(0, 600, 1080))),
  cost: mostly<Listing['cost']>('free', someCost),
  accessibility: mostly(['wheelchair', 'asl'], fc.subarray(['wheelchair', 'asl'])),
  capacity: mostly<typeof someCapacity extends fc.Arbitrary<infer C> ? C : never>(
    { state: 'capacity', at: NOW },
    someCapacity,
  ),
  verifiedAt: mostly<number | undefined>(NOW - DAY, maybe(recently)),
  hasPhone: mostly(true, fc.boolean()),
});

type Facts = typeof someFacts extends fc.Arbitrary<infer F> ? F : never;

/** Neighbours are alike, as in towns; so that whole parts of a tree lack something. */
const aNeighbourhood = fc.record({
  up: fc.integer({ min: -40, max: 40 }),
  right: fc.integer({ min: -40, max: 40 }),
  most: someFacts,
  others: fc.array(someFacts, { minLength: 1, maxLength: 4 }),
  count: fc.integer({ min: 1, max: 60 }),
});

type Neighbourhood = typeof aNeighbourhood extends fc.Arbitrary<infer N> ? N : never;

function listingsOf({ up, right, most, others, count }: Neighbourhood, number: number): Listing[] {
  return Array.from({ length: count }, (_, index) => {
    const facts = index % 7 === 3 ? (others[index % others.length] ?? most) : most;
    const place: Place = {
      kind: 'at',
      latitude: HERE.latitude + up / 50 + (index % 6) / 400,
      longitude: HERE.longitude + right / 50 + (index % 5) / 300,
    };
    const isPlaced = index % 17 !== 5;
    return listingOf(facts, {
      id: `l${number}-${index}`,
      place: isPlaced ? place : facts.nowhere,
      service: number * 50 + (index % 50),
    });
  });
}

type Where = { readonly id: string; readonly place: Place; readonly service: number };

function listingOf(facts: Facts, { id, place, service }: Where): Listing {
  const {
    opens,
    hasPhone,
    interpreters,
    ages,
    cost,
    capacity,
    verifiedAt,
    nowhere: _nowhere,
    ...rest
  } = facts;
  return {
    ...rest,
    id,
    place,
    serviceId: `s${service}`,
    organizationId: `o${Math.floor(service / 3)}`,
    name: `Service ${service}`,
    organization: `Organization ${Math.floor(service / 3)}`,
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

/** Several hundred listings, so that trees have some depth. */
export const aTown = fc
  .array(aNeighbourhood, { minLength: 1, maxLength: 20, size: 'max' })
  .map((all) => all.flatMap(listingsOf));

/** The id of some listing, or of none. */
export const someId = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 60 }))
  .map(([number, index]) => `l${number}-${index}`);
