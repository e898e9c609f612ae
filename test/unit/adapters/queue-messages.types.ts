import type { CaseInput as CaseInputOnQueue } from '#shared/contracts/case-input.ts';
import type { FollowUpInput as FollowUpInputOnQueue } from '#shared/contracts/follow-up-input.ts';
import type { CaseInput } from '#shared/domain/case/case.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';

// Checked by the compiler alone: what stands on a queue is exactly what the core takes, variant by variant.

// A field that is optional on one side and not known on the other is assignable both ways, and refused at run time.
type Whole<T> = T extends object ? { [K in keyof T]-?: Whole<T[K]> } : T;

type Same<A, B> = [Whole<A>] extends [Whole<B>]
  ? [Whole<B>] extends [Whole<A>]
    ? true
    : { onlyInTheCore: Exclude<Whole<B>, Whole<A>> }
  : { onlyOnTheQueue: Exclude<Whole<A>, Whole<B>> };

export const theCoreTakesWhatTheQueueHolds: [
  Same<FollowUpInputOnQueue, FollowUpInput>,
  Same<CaseInputOnQueue, CaseInput>,
] = [true, true];
