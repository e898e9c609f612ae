import type { FollowUpMessage } from '#shared/contracts/queue-messages.ts';
import { applyToFollowUp, type FollowUpDeps } from '#shared/apply/apply-to-follow-up.ts';

/** Applies one input to one follow-up. One that cannot be advanced is put off, so that it crowds out nobody else's. */
export async function advanceFollowUp(
  deps: FollowUpDeps,
  { followUpId, input }: FollowUpMessage,
): Promise<string> {
  try {
    return await applyToFollowUp(deps, followUpId, input);
  } catch (error) {
    await deps.followUps.putOff(followUpId, deps.now());
    throw error;
  }
}
