import type { CaseInput as CaseInputOnQueue } from '#shared/contracts/case-input.ts';
import type { FollowUpInput as FollowUpInputOnQueue } from '#shared/contracts/follow-up-input.ts';
import type { CaseInput } from '#shared/domain/case/case.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';

// Checked by the compiler alone: what stands on a queue is exactly what the core takes, variant by variant.

type DeepReadonly<T> = T extends (infer E)[] | readonly (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

type Same<A, B> = [DeepReadonly<A>] extends [DeepReadonly<B>]
  ? [DeepReadonly<B>] extends [DeepReadonly<A>]
    ? true
    : { onlyInTheCore: Exclude<DeepReadonly<B>, DeepReadonly<A>> }
  : { onlyOnTheQueue: Exclude<DeepReadonly<A>, DeepReadonly<B>> };

export const theCoreTakesWhatTheQueueHolds: [
  Same<FollowUpInputOnQueue, FollowUpInput>,
  Same<CaseInputOnQueue, CaseInput>,
] = [true, true];
