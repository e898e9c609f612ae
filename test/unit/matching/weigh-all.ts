import { distanceFactor, spherePoint, squaredOf } from '#shared/domain/matching/distance.ts';
import { rank, search, unplacedFactor, type Search } from '#shared/domain/matching/rank.ts';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import type { Overlay } from '#shared/domain/matching/overlay.ts';
import type { Snapshot } from '#shared/domain/matching/snapshot/snapshot.ts';
import { MOST_OF_ONE_ORGANIZATION } from '#shared/domain/matching/weights.ts';

type Weighed = { id: string; score: number; service: string; organization: string; anywhere: boolean };

/** Weighs every listing that there is, without trees, bounds or masks. */
function weighAll({ snapshot, query, weigh }: Search): Weighed[] {
  const listings = Array.from({ length: snapshot.listings }, (_, number) => ({
    number,
    listing: snapshot.listingOf(number),
  }));
  return listings.flatMap(({ number, listing }) => {
    const { id, serviceId: service, organizationId: organization, place, status, needs } = listing;
    const anywhere = ['virtual', 'statewide', 'nationwide'].includes(place.kind);
    if (status !== 'active' || !needs.some(({ code }) => query.needs.includes(code))) return [];
    let factor = anywhere ? 1 : unplacedFactor(listing.confidential, query);
    if (place.kind === 'at' && query.near) {
      const [x, y, z] = spherePoint(place);
      const [a, b, c] = spherePoint(query.near);
      const squared = (x - a) ** 2 + (y - b) ** 2 + (z - c) ** 2;
      factor = squared > squaredOf(query.withinKm ?? Infinity) ? 0 : distanceFactor(squared);
    }
    const score = factor === 0 ? 0 : weigh.score(number, factor, 0);
    return score > 0 ? [{ id, score, service, organization, anywhere }] : [];
  });
}

/** From the best down, whoever is not too many of a service or an organization. */
function pick(weighed: readonly Weighed[], limit: number) {
  const sorted = weighed.toSorted((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  const picked: Weighed[] = [];
  for (const one of sorted) {
    const same = picked.filter(({ organization }) => organization === one.organization);
    if (same.length >= MOST_OF_ONE_ORGANIZATION) continue;
    if (!picked.some(({ service }) => service === one.service)) picked.push(one);
  }
  return picked.slice(0, limit).map(({ id, score }) => ({ id, score }));
}

type Found = { readonly id: string; readonly score: number };

/** What a search finds, and what weighing every listing finds. */
export function bothWays(snapshot: Snapshot, query: MatchQuery, overlay: Overlay | undefined, limit: number) {
  const asked = search(snapshot, query, overlay);
  const { near, anywhere } = rank(asked, limit);
  const all = weighAll(asked);
  const shown = (ranked: typeof near): Found[] =>
    ranked.map(({ listing, score }) => ({ id: snapshot.idOf(listing), score }));
  return {
    found: { near: shown(near), anywhere: shown(anywhere) },
    best: {
      near: pick(
        all.filter((one) => !one.anywhere),
        limit,
      ),
      anywhere: pick(
        all.filter((one) => one.anywhere),
        limit,
      ),
    },
  };
}
