import type { Listing } from '../../directory/listing.ts';

/**
 * Neighbours beside each other, so that a search in one town stays in few pages of memory; then those without a place.
 * Ids decide where places are the same, so the order does not depend on that of `listings`.
 */
export function spatialOrder(listings: readonly Listing[]): Listing[] {
  const keyed = listings.map((listing) => ({ listing, key: placeKey(listing) }));
  keyed.sort((one, other) => one.key - other.key || compare(one.listing.id, other.listing.id));
  return keyed.map(({ listing }) => listing);
}

/** By code units: the same on every machine, whatever its language. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const CELLS = 1 << 16;

/** The bits of latitude and longitude in turns (Morton's order). */
function placeKey({ place }: Listing): number {
  if (place.kind !== 'at') return Infinity;
  const row = Math.floor(((place.latitude + 90) / 180) * (CELLS - 1));
  const column = Math.floor(((place.longitude + 180) / 360) * (CELLS - 1));
  return spread(row) * 2 + spread(column);
}

/** `abc` to `0a0b0c`, for 16 bits. */
function spread(value: number): number {
  let bits = value;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}
