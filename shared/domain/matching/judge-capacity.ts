import type { Capacity } from '../directory/listing.ts';
import { DAY, type Instant } from '../record.ts';
import { against, inFavour, type Judgement } from './judgement.ts';
import { WEIGHTS } from './weights.ts';

type Stated = { readonly state: Capacity; readonly at?: Instant };

export function capacityFactor(capacity: Stated | undefined, now: Instant): number {
  const { capacity: weights } = WEIGHTS;
  if (!capacity) return weights.notSaid;
  return isStale(capacity, now) ? weights.stale[capacity.state] : weights[capacity.state];
}

const isStale = ({ at }: Stated, now: Instant): boolean =>
  at === undefined || now - at > WEIGHTS.capacity.staleAfterDays * DAY;

/** Whether there are places, and how long ago that was said; stale after a week. */
export function judgeCapacity(capacity: Stated | undefined, now: Instant): Judgement {
  const factor = capacityFactor(capacity, now);
  if (!capacity) return against(factor, 'capacity:unknown');
  const { state, at } = capacity;
  const name = state === 'capacity' ? 'available' : state;
  if (isStale(capacity, now)) {
    const when = at === undefined ? 'some-time-ago' : `${Math.floor((now - at) / DAY)}-days-ago`;
    return against(factor, `capacity:${name}-${when}`);
  }
  return state === 'capacity' ? inFavour(factor, `capacity:${name}`) : against(factor, `capacity:${name}`);
}
