import { advanceCase, openCase } from '#shared/domain/case/advance-case.ts';
import type { Case, CaseInput, NewCase } from '#shared/domain/case/case.ts';
import type { Effect } from '#shared/domain/follow-up/inputs.ts';
import type { Ports } from '#shared/ports.ts';
import { withFreshCopy } from './with-fresh-copy.ts';

export type CarryOutCase = (value: Case, effects: readonly Effect[]) => Promise<CaseInput | undefined>;

export type CaseDeps = Pick<Ports, 'cases' | 'programme' | 'now'> & { carryOut: CarryOutCase };

/** Puts a new case unless it exists. Paging is the case's next look, which is due at once for an escalation. */
export async function createCase(
  deps: Pick<Ports, 'cases' | 'programme' | 'now'>,
  newCase: NewCase,
): Promise<'created' | 'exists'> {
  const { value, facts } = openCase(newCase, { now: deps.now(), programme: await deps.programme() });
  return deps.cases.create(value, facts);
}

/** Load, decide, save, carry out, and take the results in as the next input. */
export async function applyToCase(deps: CaseDeps, caseId: string, input: CaseInput): Promise<string> {
  const programme = await deps.programme();
  return withFreshCopy(async () => {
    const loaded = await deps.cases.get(caseId);
    if (!loaded) return 'unknown-case';
    let step = advanceCase(loaded, input, { now: deps.now(), programme });
    if (step.kind === 'unchanged' && input.kind === 'wake') await deps.cases.lookedAt(loaded);
    let outcome: string = step.reason;
    while (step.kind === 'changed') {
      const saved = await deps.cases.save(step.value, step.facts);
      outcome = step.facts.at(-1)?.kind ?? outcome;
      const results = await deps.carryOut(saved, step.effects);
      if (!results) return outcome;
      step = advanceCase(saved, results, { now: deps.now(), programme });
    }
    return outcome;
  });
}
