import { advance } from '#shared/domain/follow-up/advance.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Effect, FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import type { Ports } from '#shared/ports.ts';
import { withFreshCopy } from './with-fresh-copy.ts';

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
  return withFreshCopy(async () => {
    const loaded = await deps.followUps.get(followUpId);
    if (!loaded) return 'unknown-follow-up';
    let step = advance(loaded, input, { now: deps.now(), programme });
    let outcome: string = step.reason;
    while (step.kind === 'changed') {
      const saved = await deps.followUps.save(step.followUp, step.facts);
      outcome = outcomeOf(step.facts.map((fact) => fact.kind)) ?? step.reason;
      const results = await deps.carryOut(saved, step.effects);
      if (!results) return outcome;
      step = advance(saved, results, { now: deps.now(), programme });
    }
    return outcome;
  });
}

/** The most telling thing that was recorded, as the word that is logged and counted. */
function outcomeOf(kinds: readonly string[]): string | undefined {
  return (
    kinds.findLast((kind) => kind.startsWith('check-in-') || kind.startsWith('follow-up-')) ?? kinds.at(-1)
  );
}
