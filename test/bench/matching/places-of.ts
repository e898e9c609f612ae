import type { Listing } from '#shared/domain/directory/listing.ts';
import { spherePoint } from '#shared/domain/matching/distance.ts';
import type { Snapshot } from '#shared/domain/matching/snapshot/snapshot.ts';
import type { Places } from './engine.ts';

/** The listings of a snapshot as an index of places takes them. */
export function placesOf(snapshot: Snapshot, listings: readonly Listing[]): Places {
  const places = {
    snapshot,
    latitudes: new Float64Array(listings.length),
    longitudes: new Float64Array(listings.length),
    points: new Float32Array(listings.length * 3),
    needs: new Uint32Array(listings.length * 2),
  };
  const byId = new Map(listings.map((listing) => [listing.id, listing]));
  const needs = new Map(snapshot.needs().map((code, number) => [code, number]));
  for (let number = 0; number < listings.length; number += 1) {
    const listing = byId.get(snapshot.idOf(number));
    if (listing?.place.kind !== 'at') continue;
    places.latitudes[number] = listing.place.latitude;
    places.longitudes[number] = listing.place.longitude;
    places.points.set(spherePoint(listing.place), number * 3);
    for (const { code } of listing.needs) {
      const need = needs.get(code) ?? 0;
      const word = number * 2 + (need >> 5);
      places.needs[word] = (places.needs[word] ?? 0) | (1 << (need & 31));
    }
  }
  return places;
}
