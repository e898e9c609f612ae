import { forgeries } from './forgeries.ts';
import { aGoodRequest, ROUTES, sign, type ContactIds } from './good-requests.ts';
import { AS_IT_SHOULD_BE } from './judge.ts';
import { mutations } from './mutations.ts';
import type { Random } from './random.ts';
import type { Request } from './request.ts';

export type Drawn = { readonly request: Request; readonly how: string };

/** Of all requests: good ones, those spoilt and then signed, as if the sender had lost its mind, and those only spoilt. */
const SHARES = { good: 0.03, spoiltThenSigned: 0.05, spoilt: 0.5 };

/** The next request: a good one, or one that was spoilt or forged from one. */
export function draw(random: Random, now: number, ids: ContactIds): Drawn {
  const good = aGoodRequest(random.pick(ROUTES), random, now, ids);
  const share = random.int(1_000_000) / 1_000_000;
  if (share < SHARES.good) return { request: good, how: AS_IT_SHOULD_BE };
  const spoilt = spoil(good, random, now);
  if (share < SHARES.good + SHARES.spoiltThenSigned)
    return { request: sign(spoilt.request, random, now), how: `signed: ${spoilt.how}` };
  const either = random.chance(0.3) ? spoilt.request : good;
  if (share < SHARES.good + SHARES.spoiltThenSigned + SHARES.spoilt) return spoil(either, random, now);
  const [how, forge] = random.pick(entries(forgeries));
  return { request: forge(either, random, now, ids), how };
}

function spoil(request: Request, random: Random, now: number): Drawn {
  const [how, change] = random.pick(entries(mutations));
  return { request: change(request, random, now), how };
}

// Neither list is empty.
const entries = <T>(of: Readonly<Record<string, T>>) => Object.entries(of) as [[string, T], ...[string, T][]];
