import { bestFew } from '#shared/domain/matching/best-few.ts';
import { distanceFactor, spherePoint, squaredOf } from '#shared/domain/matching/distance.ts';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import { search } from '#shared/domain/matching/rank.ts';
import { type Places, scoresOf, type Scores, TOP } from './engine.ts';
import { WITHIN_KM } from './invented-directory.ts';

/** An index finds a little more than is in reach, and the exact distance decides. */
export const REACH_KM = WITHIN_KM + 0.2;
const REACH = squaredOf(WITHIN_KM);

/**
 * What an index of places cannot do: the full score, the same for every engine. It looks at `candidates` in their order
 * and skips those that are too far or could not be among the best even if all else were perfect.
 */
export function bestOf(places: Places, query: MatchQuery, candidates: Iterable<number>): Scores {
  const { snapshot, points } = places;
  const { weigh } = search(snapshot, query);
  const few = bestFew(TOP, snapshot.idOf);
  const [x, y, z] = spherePoint(query.near ?? { latitude: 0, longitude: 0 });
  for (const listing of candidates) {
    const dx = (points[listing * 3] ?? 0) - x;
    const dy = (points[listing * 3 + 1] ?? 0) - y;
    const dz = (points[listing * 3 + 2] ?? 0) - z;
    const squared = dx * dx + dy * dy + dz * dz;
    const factor = distanceFactor(squared);
    const needed = few.needed();
    if (factor * weigh.ceiling < needed || squared > REACH) continue;
    const score = weigh.score(listing, factor, needed);
    if (score > 0) few.add({ listing, score, squared, service: listing, organization: listing });
  }
  return scoresOf(few.list());
}

/** Whether a listing is for the need of a query. */
export function isForNeed(
  { needs, snapshot }: Places,
  { needs: [code = ''] }: MatchQuery,
): (listing: number) => boolean {
  const need = snapshot.needs().indexOf(code);
  const [word, bit] = [need >> 5, 1 << (need & 31)];
  return (listing) => ((needs[listing * 2 + word] ?? 0) & bit) !== 0;
}

/** Degrees around a client that hold everything in reach. */
export function boxAround({ near }: MatchQuery) {
  const { latitude, longitude } = near ?? { latitude: 0, longitude: 0 };
  const up = REACH_KM / 111.19;
  const right = up / Math.cos(((Math.abs(latitude) + up) * Math.PI) / 180);
  return { west: longitude - right, south: latitude - up, east: longitude + right, north: latitude + up };
}
