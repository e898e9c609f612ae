import { applyToCase, type CarryOutCase } from '#shared/apply/apply-to-case.ts';
import { applyToFollowUp } from '#shared/apply/apply-to-follow-up.ts';
import { carryOutFollowUp, putOnItsWay } from '#shared/apply/carry-out-follow-up.ts';
import type { Effect } from '#shared/domain/follow-up/inputs.ts';
import type { Ports } from '#shared/ports.ts';
import { handOver, type HandOverDeps } from './hand-over.ts';
import type { Deps } from './send-message.ts';

type ApplyDeps = HandOverDeps & Pick<Ports, 'followUps' | 'cases' | 'queues' | 'contacts'>;

/** Applies an input to the document a message belongs to, and hands over what it claims. */
export function applyTo(deps: ApplyDeps): Deps['apply'] {
  const others = carryOutFollowUp(deps);
  const handOverOf = async (effects: readonly Effect[]) => {
    const effect = effects.find((one) => one.kind === 'hand-over');
    if (!effect) return undefined;
    const result = await handOver(deps, effect.message, effect.text);
    return { kind: 'hand-over-result' as const, messageId: effect.message.id, result };
  };
  const othersOfCase = async (effects: readonly Effect[]) => {
    for (const effect of effects) {
      if (effect.kind === 'suppress-contact')
        await deps.contacts.suppressKnown(effect.contactId, { reason: effect.reason, at: effect.at });
      if (effect.kind === 'send') await putOnItsWay(deps, effect);
    }
  };
  return async (documentId, input) => {
    if (documentId.startsWith('case#')) {
      const carryOut: CarryOutCase = async (_case, effects) => {
        await othersOfCase(effects);
        return handOverOf(effects);
      };
      return applyToCase({ ...deps, carryOut }, documentId, input);
    }
    return applyToFollowUp(
      {
        ...deps,
        carryOut: async (followUp, effects) => (await handOverOf(effects)) ?? others(followUp, effects),
      },
      documentId,
      input,
    );
  };
}
