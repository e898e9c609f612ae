import type { Capacity } from '../directory/listing.ts';
import type { Instant } from '../record.ts';

/** What became known of a listing since the snapshot was built. */
export type ListingState = {
  readonly capacity?: { readonly state: Capacity; readonly at: Instant };
  /** It takes nobody until then. */
  readonly pausedUntil?: Instant;
  /** By need. `offered`: clients sent there of whom is known what came of it. */
  readonly record?: Readonly<Record<string, TrackRecord>>;
  readonly reports?: readonly ClientReport[];
};

export type TrackRecord = { readonly offered: number; readonly accepted: number; readonly helped: number };

/** What clients said of the listing itself, such as `dead-phone`, `closed`, `moved`: how often, and when last. */
export type ClientReport = { readonly kind: string; readonly count: number; readonly lastAt: Instant };

/** By the listing's id. */
export type Overlay = ReadonlyMap<string, ListingState>;
