import type { Capacity } from '../directory/listing.ts';
import { DAY, MINUTE, type Instant } from '../record.ts';
import { CAPACITIES, CAPACITY_SHIFT, EPOCH, FLAG, RECORD_WORDS } from './snapshot/format.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

/** What a snapshot says of one listing. */
export type LookUp = {
  readonly isA: (flag: keyof typeof FLAG, listing: number) => boolean;
  readonly verifiedAt: (listing: number) => Instant | undefined;
  readonly capacity: (listing: number) => { readonly state: Capacity; readonly at?: Instant } | undefined;
  readonly organization: (listing: number) => number;
  /** A number that all listings of its service share, and no others. */
  readonly service: (listing: number) => number;
};

export function lookUp({ columns }: Snapshot): LookUp {
  const { records } = columns;
  const last = (listing: number) => records[listing * RECORD_WORDS + 5] ?? 0;
  return {
    isA: (flag, listing) => (last(listing) & FLAG[flag]) !== 0,
    verifiedAt(listing) {
      const day = (records[listing * RECORD_WORDS + 1] ?? 0) >>> 16;
      return day === 0 ? undefined : EPOCH + day * DAY;
    },
    capacity(listing) {
      const number = (last(listing) & 0xff) >> CAPACITY_SHIFT;
      if (number === 0) return undefined;
      const state = CAPACITIES[number - 1] ?? 'capacity';
      const at = columns.capacityAt[placeOf(columns.capacityOf, listing)] ?? 0;
      return at === 0 ? { state } : { state, at: EPOCH + at * MINUTE };
    },
    organization: (listing) => last(listing) >>> 8,
    service(listing) {
      if ((last(listing) & FLAG.several) === 0) return listing;
      return columns.severalService[placeOf(columns.severalOf, listing)] ?? listing;
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
