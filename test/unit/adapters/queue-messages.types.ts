import type { CaseInput as CaseInputOnQueue } from '#shared/contracts/case-input.ts';
import type { FollowUpInput as FollowUpInputOnQueue } from '#shared/contracts/follow-up-input.ts';
import type { CaseInput } from '#shared/domain/case/case.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';

// Checked by the compiler alone: what stands on a queue is exactly what the core takes, variant by variant.

type Same<A, B> = [A] extends [B]
  ? [B] extends [A]
    ? true
    : { onlyInTheCore: Exclude<B, A> }
  : { onlyOnTheQueue: Exclude<A, B> };

export const theCoreTakesWhatTheQueueHolds: [
  Same<FollowUpInputOnQueue, FollowUpInput>,
  Same<CaseInputOnQueue, CaseInput>,
] = [true, true];
