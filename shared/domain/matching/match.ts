import type { Listing } from '../directory/listing.ts';
import type { Ranked } from './best-few.ts';
import { kilometres } from './distance.ts';
import { judgePlace } from './judge-place.ts';
import { NEUTRAL, together } from './judgement.ts';
import type { MatchQuery } from './match-query.ts';
import type { Overlay } from './overlay.ts';
import { rank, search, type Search } from './rank.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

/** A listing that may help this client, and why. */
export type Match = {
  readonly listing: Listing;
  /** From 0 to 1, the likelihood of help beside that of a listing without a doubt (weights.ts). */
  readonly score: number;
  /** Over the surface; left out where either place is not known or is secret. */
  readonly distanceKm?: number;
  /** Codes such as `need:food`, `open-now`; `reasonInWords` says them. */
  readonly for: readonly string[];
  readonly against: readonly string[];
};

export type Matches = {
  /** Places that one goes to, best first. */
  readonly results: readonly Match[];
  /** Those that are reached from anywhere, best first. */
  readonly anywhere: readonly Match[];
  /** How many active services the directory has. */
  readonly considered: number;
};

/**
 * The listings that help this client most likely, at most `limit` of each kind: one of each service, and two of each
 * organization. Pure; exactly those that looking at every listing would find. Equal scores are in the order of ids.
 */
export function match(snapshot: Snapshot, query: MatchQuery, overlay?: Overlay, limit = 5): Matches {
  const asked = search(snapshot, query, overlay);
  const { near, anywhere } = rank(asked, limit);
  return {
    results: near.map((one) => explained(asked, one)),
    anywhere: anywhere.map((one) => explained(asked, one)),
    considered: snapshot.activeServices,
  };
}

function explained({ snapshot, weigh }: Search, { listing: number, score, squared }: Ranked): Match {
  const listing = snapshot.listingOf(number);
  const distanceKm = squared === undefined ? undefined : Math.round(kilometres(squared) * 10) / 10;
  const [need = NEUTRAL, ...others] = weigh.judgements(number);
  const reasons = together([need, judgePlace(listing, distanceKm), ...others]);
  return {
    listing,
    score: Math.round(score * 1000) / 1000,
    ...(distanceKm !== undefined && { distanceKm }),
    for: reasons.for ?? [],
    against: reasons.against ?? [],
  };
}
