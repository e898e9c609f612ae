import type { Capacity } from '../directory/listing.ts';
import { DAY, MINUTE, type Instant } from '../record.ts';
import { needFactor } from './judge-need.ts';
import { CAPACITIES, CAPACITY_SHIFT, EPOCH, FLAG, INFERRED } from './snapshot/format.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

/** What the columns of a snapshot say of one listing. */
export type LookUp = {
  readonly isA: (flag: keyof typeof FLAG, listing: number) => boolean;
  readonly verifiedAt: (listing: number) => Instant | undefined;
  readonly capacity: (listing: number) => { readonly state: Capacity; readonly at?: Instant } | undefined;
  /** A number that all listings of its service share, and no others. */
  readonly service: (listing: number) => number;
  /** Whether the asked needs that it meets are stated. */
  readonly needsMet: (listing: number) => ReadonlyMap<string, boolean>;
  /** The place in the query of the first need that it meets. */
  readonly firstNeed: (listing: number) => number;
  readonly needFactor: (listing: number) => number;
};

export function lookUp(snapshot: Snapshot, needs: readonly string[]): LookUp {
  const { columns } = snapshot;
  const codes = snapshot.needs();
  /** The place in the query of each need of the directory, -1 for those not asked for. */
  const asked = Int32Array.from(codes, (code) => needs.indexOf(code));

  function met(listing: number, tell: (place: number, isStated: boolean) => void): void {
    const end = columns.needsFrom[listing + 1] ?? 0;
    for (let at = columns.needsFrom[listing] ?? end; at < end; at += 1) {
      const entry = columns.needsOf[at] ?? 0;
      const place = asked[entry & ~INFERRED] ?? -1;
      if (place !== -1) tell(place, (entry & INFERRED) === 0);
    }
  }

  return {
    isA: (flag, listing) => ((columns.flags[listing] ?? 0) & FLAG[flag]) !== 0,
    verifiedAt(listing) {
      const day = columns.verifiedOn[listing] ?? 0;
      return day === 0 ? undefined : EPOCH + day * DAY;
    },
    capacity(listing) {
      const state = CAPACITIES[((columns.flags[listing] ?? 0) >> CAPACITY_SHIFT) - 1];
      if (state === undefined) return undefined;
      const at = columns.capacityAt[placeOf(columns.capacityOf, listing)] ?? 0;
      return at === 0 ? { state } : { state, at: EPOCH + at * MINUTE };
    },
    service(listing) {
      if (((columns.flags[listing] ?? 0) & FLAG.several) === 0) return listing;
      return columns.severalService[placeOf(columns.severalOf, listing)] ?? listing;
    },
    needsMet(listing) {
      const found = new Map<string, boolean>();
      met(listing, (place, isStated) => void found.set(needs[place] ?? '', isStated));
      return found;
    },
    firstNeed(listing) {
      let first = Infinity;
      met(listing, (place) => void (first = Math.min(first, place)));
      return first;
    },
    // Asked of every candidate: without the two small objects that the others make.
    needFactor(listing) {
      let count = 0;
      let isStated = false;
      const end = columns.needsFrom[listing + 1] ?? 0;
      for (let at = columns.needsFrom[listing] ?? end; at < end; at += 1) {
        const entry = columns.needsOf[at] ?? 0;
        if ((asked[entry & ~INFERRED] ?? -1) === -1) continue;
        count += 1;
        if ((entry & INFERRED) === 0) isStated = true;
      }
      return needFactor(isStated, count, needs.length);
    },
  };
}

/** Where a value stands in ascending ones; it does. */
function placeOf(values: Uint32Array, value: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
