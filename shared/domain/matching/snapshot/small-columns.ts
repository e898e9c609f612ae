import type { Listing } from '../../directory/listing.ts';
import { MINUTE } from '../../record.ts';
import { CAPACITIES, CAPACITY_SHIFT, EPOCH, FLAG } from './format.ts';

/** @param several the numbers of listings whose service has others */
export function flagsOf(listings: readonly Listing[], several: ReadonlySet<number>): Uint8Array {
  return Uint8Array.from(listings, ({ status, place, confidential, capacity }, index) => {
    const anywhere = place.kind === 'virtual' || place.kind === 'statewide' || place.kind === 'nationwide';
    return (
      (status === 'active' ? FLAG.active : 0) |
      (place.kind === 'at' ? FLAG.located : 0) |
      (confidential ? FLAG.confidential : 0) |
      (anywhere ? FLAG.anywhere : 0) |
      (several.has(index) ? FLAG.several : 0) |
      ((capacity ? CAPACITIES.indexOf(capacity.state) + 1 : 0) << CAPACITY_SHIFT)
    );
  });
}

/** Which listings say how many places they have, and when they said it (minutes since EPOCH, 0: not said). */
export function capacityColumns(listings: readonly Listing[]) {
  const known = listings.flatMap(({ capacity }, index) => (capacity ? [{ index, at: capacity.at }] : []));
  return {
    capacityOf: Uint32Array.from(known, ({ index }) => index),
    capacityAt: Uint32Array.from(known, ({ at }) =>
      at === undefined ? 0 : Math.max(1, Math.floor((at - EPOCH) / MINUTE)),
    ),
  };
}

/** Which listings are one of several of a service, and which service (its first listing's number). */
export function severalColumns(listings: readonly Listing[]) {
  const first = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const [index, { serviceId }] of listings.entries()) {
    if (!first.has(serviceId)) first.set(serviceId, index);
    counts.set(serviceId, (counts.get(serviceId) ?? 0) + 1);
  }
  const several = listings.flatMap(({ serviceId }, index) =>
    (counts.get(serviceId) ?? 0) > 1 ? [{ index, service: first.get(serviceId) ?? index }] : [],
  );
  return {
    severalOf: Uint32Array.from(several, ({ index }) => index),
    severalService: Uint32Array.from(several, ({ service }) => service),
  };
}
