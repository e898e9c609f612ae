import { advance } from '#shared/domain/follow-up/advance.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Effect, FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import type { Fact } from '#shared/domain/record.ts';
import type { Ports } from '#shared/ports.ts';
import { suppressionsFirst } from './suppressions-first.ts';
import { loadAndDecide, withFreshCopy } from './with-fresh-copy.ts';

/** What carrying out a follow-up's effects needs; the function that hands messages over brings its own. */
export type CarryOut = (followUp: FollowUp, effects: readonly Effect[]) => Promise<FollowUpInput | undefined>;

export type FollowUpDeps = Pick<Ports, 'followUps' | 'programme' | 'now'> & { carryOut: CarryOut };

/**
 * Load, decide, save on the version that was loaded, carry out, and take the results in as the next input.
 * A lost race is loaded and decided again; a crash after the save leaves the effects to the due index.
 */
export async function applyToFollowUp(
  deps: FollowUpDeps,
  followUpId: string,
  input: FollowUpInput,
): Promise<string> {
  const programme = await deps.programme();
  // After a lost race only what is not saved yet is decided again: what the carrier said must not get lost.
  let next = input;
  const decide = (value: FollowUp) => advance(value, next, { now: deps.now(), programme });
  return withFreshCopy(async (freshness) => {
    const decided = await loadAndDecide(deps.followUps, followUpId, freshness, decide);
    if (!decided) return 'unknown-follow-up';
    let { step } = decided;
    if (step.kind === 'unchanged') await deps.followUps.settle(decided.loaded);
    if (step.kind === 'unchanged' && next.kind === 'wake') await deps.followUps.lookedAt(decided.loaded);
    let outcome: string = step.reason;
    while (step.kind === 'changed') {
      const { beforeSave, afterSave } = suppressionsFirst(step.effects);
      await deps.carryOut(step.followUp, beforeSave);
      const saved = await deps.followUps.save(step.followUp, step.facts);
      outcome = outcomeOf(step.facts) ?? step.reason;
      const results = await deps.carryOut(saved, afterSave);
      if (!results) return outcome;
      next = results;
      step = decide(saved);
    }
    return outcome;
  });
}

/** Refusals that are about our sender, not about one client: operators have alarms on these words. */
const SENDER_TROUBLE: Readonly<Record<string, string>> = {
  config: 'sender-down',
  content: 'content-filtered',
};

/** The most telling thing that was recorded, as the word that is logged and counted. */
function outcomeOf(facts: readonly Fact[]): string | undefined {
  const trouble = facts.find(
    ({ kind, why = '' }) => kind === 'message-refused' && Object.hasOwn(SENDER_TROUBLE, why),
  );
  if (trouble?.why) return SENDER_TROUBLE[trouble.why];
  const kinds = facts.map(({ kind }) => kind);
  return (
    kinds.findLast((kind) => kind.startsWith('check-in-') || kind.startsWith('follow-up-')) ?? kinds.at(-1)
  );
}
