import { clientMasks } from './admits.ts';
import { bestFew, type BestFew, type Ranked } from './best-few.ts';
import { distanceBound, distanceFactor, spherePoint, squaredOf } from './distance.ts';
import { belongs } from './judge-eligibility.ts';
import { lookUp, type LookUp } from './look-up.ts';
import { offerBound } from './masks.ts';
import type { MatchQuery } from './match-query.ts';
import type { Overlay } from './overlay.ts';
import { MARGIN, outsideTree, searchTree, type Seeker } from './search-tree.ts';
import { RECORD_WORDS } from './snapshot/format.ts';
import type { Snapshot } from './snapshot/snapshot.ts';
import { weigh, type Weigh } from './weigh.ts';
import { WEIGHTS } from './weights.ts';

export type Ranking = {
  /** Those that have a place, or whose place is secret or not said. */
  readonly near: readonly Ranked[];
  /** Virtual services, and those for a whole state or the country. */
  readonly anywhere: readonly Ranked[];
};

/** One search: who asks, how listings are weighed, and where the best are kept. */
export type Search = {
  readonly snapshot: Snapshot;
  readonly query: MatchQuery;
  readonly look: LookUp;
  readonly weigh: Weigh;
  /** The directory's numbers of the asked needs, in the order of the query; -1 for one that it has no listing for. */
  readonly needs: readonly number[];
};

export function search(snapshot: Snapshot, query: MatchQuery, overlay?: Overlay): Search {
  const asked = { ...query, needs: [...new Set(query.needs)] };
  const look = lookUp(snapshot);
  const codes = snapshot.needs();
  return {
    snapshot,
    query: asked,
    look,
    weigh: weigh(snapshot, look, asked, overlay),
    needs: asked.needs.map((code) => codes.indexOf(code)),
  };
}

/** The best `limit` of each kind; exactly those that weighing every listing would find. */
export function rank({ snapshot, query, look, weigh, needs }: Search, limit: number): Ranking {
  const near = bestFew(limit, snapshot.idOf);
  const anywhere = bestFew(limit, snapshot.idOf);
  for (const [place, need] of needs.entries()) {
    if (need === -1) continue;
    // A listing for several of the needs is met in several trees, and counts in the first.
    const isFirst = (listing: number) => place === 0 || !isForAny(snapshot, listing, needs.slice(0, place));
    const consider = (few: BestFew, listing: number, squared: number | undefined, factor: number) => {
      const needed = few.needed();
      if (factor * weigh.ceiling < needed || !isFirst(listing)) return;
      const score = weigh.score(listing, factor, needed);
      if (score === 0) return;
      few.add({
        listing,
        score,
        squared,
        service: look.service(listing),
        organization: look.organization(listing),
      });
    };
    searchTree(snapshot.columns, need, seekerOf(query, weigh, near, consider));
    for (const listing of outsideTree(snapshot.columns, need, 'elsewhere')) {
      if (look.isA('anywhere', listing)) consider(anywhere, listing, undefined, 1);
      else consider(near, listing, undefined, unplacedFactor(look.isA('confidential', listing), query));
    }
  }
  return { near: near.list(), anywhere: anywhere.list() };
}

function isForAny({ columns, facts }: Snapshot, listing: number, needs: readonly number[]): boolean {
  const known = facts('needSets', columns.records[listing * RECORD_WORDS + 2] ?? 0);
  return needs.some((need) => known[need] !== undefined);
}

type Consider = (few: BestFew, listing: number, squared: number | undefined, factor: number) => void;

function seekerOf(query: MatchQuery, weigh: Weigh, near: BestFew, consider: Consider): Seeker {
  const { near: place, withinKm = Infinity, age } = query;
  const offers = offerBound(query, weigh.hasOverlay);
  const { groups, band } = clientMasks(age, (group) => belongs(query, group));
  const reach = squaredOf(withinKm);
  /** The best score of what is so far away and offers no more than that. */
  const best = (squared: number, offered: number) =>
    squared > reach ? 0 : offers(offered) * weigh.ceiling * (place ? distanceBound(squared) : 1) * MARGIN;
  return {
    point: place && spherePoint(place),
    needed: near.needed,
    bound: (squared, offered, admitted) =>
      (admitted & groups) === 0 || (admitted & band) === 0 ? 0 : best(squared, offered),
    meet(listing, squared, offered) {
      const most = best(squared, offered);
      if (most === 0 || most < near.needed()) return;
      if (place) consider(near, listing, squared, distanceFactor(squared));
      else consider(near, listing, undefined, 1);
    },
  };
}

/** What not knowing where it is does to a listing, for a client who has a place. */
export function unplacedFactor(isSecret: boolean, { near }: MatchQuery): number {
  if (!near) return 1;
  return isSecret ? WEIGHTS.distance.secret : WEIGHTS.distance.unknown;
}
