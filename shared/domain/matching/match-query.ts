import type { Instant } from '../record.ts';
import type { HoursRange } from '../time/week-hours.ts';

/** What is known of a client who looks for help. Whatever is left out is unknown, and excludes nothing. */
export type MatchQuery = {
  /** Handrail's codes; a listing for any of them is looked at, one for more of them is better. */
  readonly needs: readonly string[];
  /** Where distance is counted from, in degrees. */
  readonly near?: { readonly latitude: number; readonly longitude: number };
  /** Nothing that is known to be farther away is offered; kilometres. */
  readonly withinKm?: number;
  /** Where the client lives, for services that are for residents. `state`: two letters. */
  readonly zip?: string;
  readonly city?: string;
  readonly county?: string;
  readonly state?: string;
  /** Where a client of this ZIP code most likely lives: may let in, and never leaves out. */
  readonly probableCounty?: string;
  /** BCP 47. */
  readonly language?: string;
  /** Whole years. */
  readonly age?: number;
  /** Whether the client is of a group such as `veterans`, `women`. */
  readonly audience?: Readonly<Record<string, boolean>>;
  /** What the client needs there, such as `wheelchair`. */
  readonly accessibility?: readonly string[];
  /** When the client is told of it. */
  readonly at: Instant;
  /** When the client can call, on the client's own clocks. */
  readonly canCall?: { readonly timeZone: string; readonly hours: readonly HoursRange[] };
  /** Listings that already failed this client. */
  readonly rejected?: readonly string[];
};
