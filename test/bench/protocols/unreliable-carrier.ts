import type { HandOverResult } from '#shared/domain/sending/message.ts';
import type { Fates } from './faults.ts';

/** The process was killed: nothing that it would still have done happens. */
export class Crash extends Error {}

export type UnreliableCarrier = {
  /** How many texts it took for this touch. */
  taken(): number;
  handOver(): HandOverResult;
};

/** A carrier that knows no idempotency, and the process in front of it, as a touch's fates have it. */
export function unreliableCarrier(
  fates: Fates,
  onTaken: (nth: number) => void = () => {},
): UnreliableCarrier {
  let calls = 0;
  let taken = 0;
  const take = () => {
    taken += 1;
    onTaken(taken);
  };
  return {
    taken: () => taken,
    handOver() {
      calls += 1;
      switch (fates.handOver(calls)) {
        case 'taken':
          take();
          return { kind: 'accepted', providerId: `SM${taken}`, status: 'accepted' };
        case 'time-out-after':
        case 'server-error-after':
          take();
          return { kind: 'unknown' };
        case 'time-out-before':
        case 'server-error-before':
          return { kind: 'unknown' };
        case 'throttled':
          return { kind: 'refused', code: '20429' };
        case 'crash-before':
          throw new Crash();
        case 'crash-after':
          take();
          throw new Crash();
      }
    },
  };
}
