import type { Listing } from '../directory/listing.ts';
import { NEUTRAL, type Judgement } from './judgement.ts';
import { WEIGHTS } from './weights.ts';

/** What is to say of where it is. Its factor is part of the score already. */
export function judgePlace({ place, confidential }: Listing, distanceKm: number | undefined): Judgement {
  if (confidential) return note('against', 'place:secret');
  if (place.kind === 'unknown') return note('against', 'place:unknown');
  if (place.kind !== 'at') return note('for', `place:${place.kind}`);
  if (distanceKm === undefined) return NEUTRAL;
  const approximate = place.approximate === undefined ? [] : [`place:by-${place.approximate}`];
  const code = `distance:${distanceKm}-km`;
  return distanceKm <= WEIGHTS.distance.halfAtKm
    ? { factor: 1, for: [code], against: approximate }
    : { factor: 1, against: [code, ...approximate] };
}

const note = (side: 'for' | 'against', code: string): Judgement => ({ factor: 1, [side]: [code] });
