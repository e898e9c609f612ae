import { describe, expect, it } from 'vitest';
import type { Listing } from '#shared/domain/directory/listing.ts';
import { staleListings } from '#shared/domain/directory/stale-listings.ts';
import { listingOf, NOW, pantry } from './any-directory.ts';

const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** Made sure of yesterday, with a telephone: nobody needs to call. */
const fresh: Listing = { ...listingOf(pantry), verifiedAt: NOW - DAY };

const stale = (...listings: readonly Listing[]) => staleListings(listings, { now: NOW, olderThan: YEAR });
const because = (change: Partial<Listing>) => stale({ ...fresh, ...change }).map((one) => one.because);

describe('listings that somebody should call', () => {
  const { verifiedAt: _, ...neverVerified } = fresh;

  it('are none where all was made sure of', () => {
    expect(stale(fresh)).toEqual([]);
  });

  it('are those that nobody ever made sure of', () => {
    expect(stale(neverVerified)).toEqual([{ listing: neverVerified, because: ['never made sure of'] }]);
  });

  it.each([
    [365, []],
    [365.9, []],
    [366, [['made sure of 366 days ago']]],
    [1000.5, [['made sure of 1000 days ago']]],
  ])('made sure of %d days ago, longer than a year: %j', (days, told) => {
    expect(because({ verifiedAt: NOW - days * DAY })).toEqual(told);
  });

  it.each([
    [NOW + 1, []],
    [NOW, [['its hours are no longer vouched for']]],
    [undefined, []],
  ])('with hours valid to %s: %j', (validTo, told) => {
    const hours = { timeZone: 'America/New_York', rules: [], ...(validTo !== undefined && { validTo }) };
    expect(because({ hours })).toEqual(told);
  });

  it.each([
    [NOW - 7 * DAY, []],
    [NOW - 7 * DAY - 1, [['its capacity is more than a week old']]],
    [undefined, []],
  ])('with a capacity of %s: %j', (at, told) => {
    expect(because({ capacity: { state: 'capacity', ...(at !== undefined && { at }) } })).toEqual(told);
  });

  it('without a telephone, with everything that is wrong', () => {
    expect(because({ phones: [] })).toEqual([['no telephone']]);
    expect(stale({ ...neverVerified, phones: [] })[0]?.because).toEqual([
      'never made sure of',
      'no telephone',
    ]);
  });

  it.each(['inactive', 'defunct', 'temporarily-closed'] as const)('never a listing that is %s', (status) => {
    expect(stale({ ...neverVerified, status })).toEqual([]);
  });

  it('in the order in which they were made sure of, those never made sure of first', () => {
    const of = (id: string, days?: number): Listing => ({
      ...neverVerified,
      id,
      ...(days !== undefined && { verifiedAt: NOW - days * DAY }),
    });
    const listings = [
      of('two years', 730),
      of('never'),
      of('ten years', 3650),
      of('nor this'),
      of('three', 1095),
    ];
    expect(stale(...listings).map(({ listing }) => listing.id)).toEqual([
      'never',
      'nor this',
      'ten years',
      'three',
      'two years',
    ]);
  });
});
