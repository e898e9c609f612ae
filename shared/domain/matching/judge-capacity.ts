import type { Capacity } from '../directory/listing.ts';
import { DAY, type Instant } from '../record.ts';
import { against, inFavour, type Judgement } from './judgement.ts';
import { WEIGHTS } from './weights.ts';

/** Whether there are places, and how long ago that was said; stale after a week. */
export function judgeCapacity(
  capacity: { readonly state: Capacity; readonly at?: Instant } | undefined,
  now: Instant,
): Judgement {
  const { capacity: weights } = WEIGHTS;
  if (!capacity) return against(weights.notSaid, 'capacity:unknown');
  const { state, at } = capacity;
  const name = state === 'capacity' ? 'available' : state;
  if (at === undefined || now - at > weights.staleAfterDays * DAY) {
    const when = at === undefined ? 'some-time-ago' : `${Math.floor((now - at) / DAY)}-days-ago`;
    return against(weights.stale[state], `capacity:${name}-${when}`);
  }
  return state === 'capacity'
    ? inFavour(weights[state], `capacity:${name}`)
    : against(weights[state], `capacity:${name}`);
}
