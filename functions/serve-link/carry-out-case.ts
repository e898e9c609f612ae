import type { CarryOutCase } from '#shared/apply/apply-to-case.ts';
import type { Ports } from '#shared/ports.ts';

/**
 * What a member of staff's word on a case asks of the world: telling the follow-up. Anything else is left to the case's
 * own function, which is woken; the case still holds it.
 */
export function carryOutCase({ queues }: Pick<Ports, 'queues'>): CarryOutCase {
  return async (value, effects) => {
    let told = false;
    for (const effect of effects) {
      if (effect.kind === 'tell-follow-up') {
        await queues.toFollowUp(effect.followUpId, effect.input);
        told = true;
      } else {
        await queues.toCase(value.id, { kind: 'wake' });
      }
    }
    return told ? { kind: 'follow-up-told' } : undefined;
  };
}
