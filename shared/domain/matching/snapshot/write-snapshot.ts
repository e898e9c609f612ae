import type { Listing } from '../../directory/listing.ts';
import type { Instant } from '../../record.ts';
import { stringTable } from './bytes.ts';
import { columnsOf } from './columns-of.ts';
import { packed } from './packed.ts';
import { spatialOrder } from './spatial-order.ts';
import { treesOf } from './trees-of.ts';

/**
 * A directory as a snapshot that `loadSnapshot` reads. The same listings in any order give the same bytes.
 * @param builtAt kept in it, to say how old a directory is
 * @throws RangeError when two listings have one id, or for more than a snapshot can number
 */
export function writeSnapshot(listings: readonly Listing[], { builtAt }: { builtAt: Instant }): Uint8Array {
  const ordered = spatialOrder(listings.map(withheld));
  refuseDoubles(ordered);
  const { columns, words, needs } = columnsOf(ordered);
  const ids = stringTable(idsOf(ordered), ordered.length);
  const text = stringTable(textsOf(ordered), ordered.length);
  return packed(
    {
      ...columns,
      ...treesOf(ordered, needs),
      wordsFrom: words.from,
      words: words.bytes,
      idsFrom: ids.from,
      ids: ids.bytes,
      textFrom: text.from,
      text: text.bytes,
    },
    { builtAt, listings: ordered.length, activeServices: activeServices(ordered) },
  );
}

/** A secret place is in no snapshot, whoever forgot to leave it out. */
function withheld(listing: Listing): Listing {
  if (!listing.confidential) return listing;
  const { address: _address, place, ...rest } = listing;
  return { ...rest, place: place.kind === 'at' ? nowhere(place) : place };
}

const nowhere = ({ state, timeZone }: Listing['place']): Listing['place'] => ({
  kind: 'unknown',
  ...(state !== undefined && { state }),
  ...(timeZone !== undefined && { timeZone }),
});

function* idsOf(listings: readonly Listing[]): Generator<string> {
  for (const { id } of listings) yield id;
}

function* textsOf(listings: readonly Listing[]): Generator<string> {
  for (const listing of listings) yield JSON.stringify(listing);
}

function refuseDoubles(listings: readonly Listing[]): void {
  const seen = new Set<string>();
  for (const { id } of listings) {
    if (seen.has(id)) throw new RangeError(`two listings have the id ${id}`);
    seen.add(id);
  }
}

const activeServices = (listings: readonly Listing[]): number =>
  new Set(listings.filter(({ status }) => status === 'active').map(({ serviceId }) => serviceId)).size;
