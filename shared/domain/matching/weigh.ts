import type { Capacity } from '../directory/listing.ts';
import type { Instant } from '../record.ts';
import { capacityFactor, judgeCapacity } from './judge-capacity.ts';
import { judgeState, UNTRIED } from './judge-state.ts';
import { excluded, type Judgement } from './judgement.ts';
import type { LookUp } from './look-up.ts';
import type { MatchQuery } from './match-query.ts';
import type { Overlay } from './overlay.ts';
import { scorer } from './scorer.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

export type Weigh = {
  /**
   * The score of a listing, 0 where it is out of the question, or where its score is below `needed`.
   * @param placeFactor what its distance does to it
   */
  readonly score: (listing: number, placeFactor: number, needed: number) => number;
  /** Why: all factors but the place's. */
  readonly judgements: (listing: number) => readonly Judgement[];
  /** No score without its place can be higher. */
  readonly ceiling: number;
  readonly hasOverlay: boolean;
};

/** Puts together what the snapshot, the overlay and the client's own experience say of a listing. */
export function weigh(snapshot: Snapshot, look: LookUp, query: MatchQuery, overlay?: Overlay): Weigh {
  const scores = scorer(snapshot, look, query);
  const rejected = new Set(query.rejected);
  const known = overlay && overlay.size > 0 ? overlay : undefined;
  const stateOf = (listing: number) => known?.get(snapshot.idOf(listing));
  const capacityOf = (listing: number) => newer(look.capacity(listing), stateOf(listing)?.capacity);

  function judgeOverlay(listing: number): Judgement {
    if (rejected.size > 0 && rejected.has(snapshot.idOf(listing)))
      return excluded('did not help this client before');
    const state = stateOf(listing);
    return state ? judgeState(state, query.needs, query.at) : UNTRIED;
  }

  return {
    score(listing, placeFactor, needed) {
      const isPlain = !known && rejected.size === 0;
      const start = isPlain
        ? placeFactor * UNTRIED.factor * capacityFactor(look.capacity(listing), query.at)
        : placeFactor;
      const score = scores.factor(listing, start, needed);
      if (isPlain || score === 0) return score < needed ? 0 : score;
      const whole = score * capacityFactor(capacityOf(listing), query.at) * judgeOverlay(listing).factor;
      return whole < needed ? 0 : whole;
    },
    judgements: (listing) => [
      ...scores.judgements(listing),
      judgeCapacity(capacityOf(listing), query.at),
      judgeOverlay(listing),
    ],
    ceiling: known ? 1 : UNTRIED.factor,
    hasOverlay: known !== undefined,
  };
}

type Stated = { readonly state: Capacity; readonly at?: Instant };

const newer = (snapshot: Stated | undefined, overlay: Stated | undefined): Stated | undefined =>
  overlay && (overlay.at ?? 0) >= (snapshot?.at ?? 0) ? overlay : snapshot;
