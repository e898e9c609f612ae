import { describe, expect, it } from 'vitest';
import type { Listing } from '#shared/domain/directory/listing.ts';
import { bestFew, type Ranked } from '#shared/domain/matching/best-few.ts';
import { lookUp } from '#shared/domain/matching/look-up.ts';
import { dictionary } from '#shared/domain/matching/snapshot/dictionary.ts';
import { select } from '#shared/domain/matching/snapshot/select.ts';
import { DAY, MINUTE } from '#shared/domain/record.ts';
import { aListing, aSnapshot, HERE, NOW } from './a-listing.ts';

/** What a snapshot of these says of each, by id. */
function kept(...listings: readonly Listing[]) {
  const snapshot = aSnapshot(listings);
  const look = lookUp(snapshot);
  return Object.fromEntries(
    Array.from({ length: snapshot.listings }, (_, number) => [
      snapshot.idOf(number),
      {
        verifiedAt: look.verifiedAt(number),
        capacity: look.capacity(number),
        organization: look.organization(number),
        service: look.service(number),
        is: (['active', 'located', 'confidential', 'anywhere', 'several'] as const).filter((flag) =>
          look.isA(flag, number),
        ),
      },
    ]),
  );
}

const without = (listing: Listing, field: keyof Listing): Listing => {
  const { [field]: _, ...rest } = listing;
  return rest as Listing; // less what may be left out
};

describe('a snapshot knows of a listing', () => {
  it.each([
    [Date.UTC(2026, 4, 1), Date.UTC(2026, 4, 1)],
    [Date.UTC(2026, 4, 1) + DAY - 1, Date.UTC(2026, 4, 1)],
    [Date.UTC(2000, 0, 2), Date.UTC(2000, 0, 2)],
    [Date.UTC(1970, 0, 5), Date.UTC(2000, 0, 2)],
    [Date.UTC(2400, 0, 1), Date.UTC(2000, 0, 1) + 65_535 * DAY],
  ])('that it was checked at %d, by the day: %d', (verifiedAt, day) => {
    expect(kept(aListing({ id: 'a', verifiedAt }))['a']?.verifiedAt).toBe(day);
  });

  it('that nobody said when it was checked, nor whether there are places', () => {
    const silent = without(without(aListing({ id: 'a' }), 'verifiedAt'), 'capacity');
    expect(kept(silent)['a']).toMatchObject({ verifiedAt: undefined, capacity: undefined });
  });

  it('its places, and when they were said, whoever stands beside it', () => {
    const states = ['capacity', 'no-capacity', 'waitlist', 'additional-assessment-required'] as const;
    const listings = states.flatMap((state, index) => [
      aListing({ id: `${index}a`, capacity: { state, at: NOW - index * DAY - 30_000 } }),
      without(aListing({ id: `${index}b` }), 'capacity'),
      aListing({ id: `${index}c`, capacity: { state } }),
    ]);
    const found = kept(...listings);
    for (const [index, state] of states.entries()) {
      expect(found[`${index}a`]?.capacity).toEqual({ state, at: NOW - index * DAY - MINUTE });
      expect(found[`${index}b`]?.capacity).toBeUndefined();
      expect(found[`${index}c`]?.capacity).toEqual({ state });
    }
  });

  it('that places were said before anybody counted, as long ago', () => {
    const at = Date.UTC(1980, 0, 1);
    expect(kept(aListing({ id: 'a', capacity: { state: 'capacity', at } }))['a']?.capacity).toEqual({
      state: 'capacity',
      at: Date.UTC(2000, 0, 1) + MINUTE,
    });
  });

  it.each([
    ['active', 'located', {}],
    ['active', 'anywhere', { place: { kind: 'virtual' } }],
    ['active', 'anywhere', { place: { kind: 'statewide', state: 'MD' } }],
    ['active', 'anywhere', { place: { kind: 'nationwide' } }],
    ['active', undefined, { place: { kind: 'unknown' } }],
    ['active', 'confidential', { place: { kind: 'unknown' }, confidential: true }],
    [undefined, 'located', { status: 'defunct' }],
  ] as [string?, string?, Partial<Listing>?][])('that it is %s, %s: %j', (status, place, changes) => {
    const flags = [status, place].filter((flag) => flag !== undefined);
    expect(kept(aListing({ id: 'a', ...changes }))['a']?.is).toEqual(flags);
  });

  it('which others are of its service and of its organization', () => {
    const of = (id: string, serviceId: string, organizationId: string) =>
      aListing({ id, serviceId, organizationId });
    const found = kept(
      of('a', 's', 'o'),
      of('b', 't', 'o'),
      of('c', 's', 'p'),
      of('d', 's', 'p'),
      of('e', 'u', 'p'),
    );
    const services = ['a', 'b', 'c', 'd', 'e'].map((id) => found[id]?.service);
    expect(services).toEqual([0, 1, 0, 0, 4]);
    expect(Object.values(found).map(({ is }) => is.includes('several'))).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(Object.values(found).map(({ organization }) => organization)).toEqual([0, 0, 1, 1, 1]);
  });
});

describe('text in a snapshot', () => {
  it('comes back as it was, however long and in whatever script', () => {
    const listings = ['é', '食', '🙂', 'ح'].map((letter, index) =>
      aListing({ id: `${letter}${index}`, description: letter.repeat(50_000) }),
    );
    const snapshot = aSnapshot(listings);
    const all = Array.from({ length: 4 }, (_, number) => snapshot.listingOf(number));
    expect(all.map(({ id, description }) => [id, description])).toEqual(
      all.map(({ id }) => [id, listings.find((one) => one.id === id)?.description]),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(4);
  });

  it('can be told apart up to a limit, and says what there was too much of', () => {
    const words = dictionary('time zones', 16);
    for (let index = 0; index < 65_535; index += 1) words.numberOf(String(index));
    expect(words.numberOf('7')).toBe(7);
    expect(() => words.numberOf('one more')).toThrow(
      'a directory may have at most 65535 different time zones',
    );
    expect(words.entries()).toHaveLength(65_535);
  });
});

describe('listings in order of a value', () => {
  /** The same numbers every time, with repetitions. */
  const values = Array.from({ length: 400 }, (_, index) => (index * 7_919) % 97);

  it.each([0, 1, 57, 200, 398, 399])('have at place %d what would be there if all were sorted', (middle) => {
    const items = Uint32Array.from(values, (_, index) => index);
    select(items, 0, values.length - 1, middle, (item) => values[item] ?? 0);
    const placed = Array.from(items, (item) => values[item] ?? 0);
    const pivot = values.toSorted((one, other) => one - other)[middle] ?? 0;
    expect(placed[middle]).toBe(pivot);
    expect(Math.max(...placed.slice(0, middle), -1)).toBeLessThanOrEqual(pivot);
    expect(Math.min(...placed.slice(middle), 98)).toBe(pivot);
    expect(new Set(items).size).toBe(400);
  });

  it('are left alone outside the part that is asked for', () => {
    const items = Uint32Array.of(9, 8, 3, 1, 2, 0);
    select(items, 2, 4, 3, (item) => item);
    expect([...items]).toEqual([9, 8, 1, 2, 3, 0]);
  });
});

describe('the best few', () => {
  const ranked = (listing: number, score: number, change: Partial<Ranked> = {}): Ranked => ({
    listing,
    score,
    squared: undefined,
    service: listing,
    organization: listing,
    ...change,
  });
  const few = (limit: number, all: readonly Ranked[]) => {
    const best = bestFew(limit, (listing) => `l${listing}`);
    for (const one of all) best.add(one);
    return best;
  };
  const listed = (limit: number, all: readonly Ranked[]) =>
    few(limit, all)
      .list()
      .map(({ listing }) => listing);

  const ofOne = { organization: 9 };
  it.each([
    ['the best of all', 2, [ranked(1, 0.5), ranked(2, 0.9), ranked(3, 0.7)], [2, 3]],
    ['equals by their ids', 2, [ranked(3, 0.5), ranked(1, 0.5), ranked(2, 0.5)], [1, 2]],
    ['two of an organization', 3, [ranked(1, 0.5, ofOne), ranked(2, 0.9, ofOne), ranked(3, 0.7, ofOne)], [2, 3]],
    ['not a third that is worse', 3, [ranked(2, 0.9, ofOne), ranked(3, 0.7, ofOne), ranked(1, 0.5, ofOne)], [2, 3]],
    ['the better place of a service', 3, [ranked(1, 0.5, { service: 7 }), ranked(2, 0.9, { service: 7 })], [2]],
    ['not the worse place of a service', 3, [ranked(2, 0.9, { service: 7 }), ranked(1, 0.5, { service: 7 })], [2]],
    ['the first id of a service’s equals', 3, [ranked(2, 0.5, { service: 7 }), ranked(1, 0.5, { service: 7 })], [1]],
  ] as const)('keep %s', (_, limit, all, best) => {
    expect(listed(limit, all)).toEqual(best);
  }); // prettier-ignore

  it('need nothing until they are full, then as much as the last of them', () => {
    expect(few(2, [ranked(1, 0.5)]).needed()).toBe(0);
    expect(few(2, [ranked(1, 0.5), ranked(2, 0.9)]).needed()).toBe(0.5);
    expect(few(0, []).needed()).toBe(Infinity);
  });
});

it('a place and its neighbours lie beside each other in a snapshot', () => {
  const corners = [[0, 0], [1, 1], [0, 0.001], [1, 1.001], [0.001, 0], [1.001, 1]] as const; // prettier-ignore
  const listings = corners.map(([up, right], index) =>
    aListing({
      id: `l${index}`,
      place: { kind: 'at', latitude: HERE.latitude + up, longitude: HERE.longitude + right },
    }),
  );
  const nowhere = aListing({ id: 'first', place: { kind: 'unknown' } });
  const snapshot = aSnapshot([nowhere, ...listings]);
  const order = Array.from({ length: 7 }, (_, number) => snapshot.idOf(number));
  const town = (id: string) => (id === 'first' ? 'nowhere' : Number(id.slice(1)) % 2);
  expect(order.map(town)).toEqual([0, 0, 0, 1, 1, 1, 'nowhere']);
});
