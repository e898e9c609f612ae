import { advanceCase, openCase } from '#shared/domain/case/advance-case.ts';
import type { Case, CaseInput, NewCase } from '#shared/domain/case/case.ts';
import type { Effect } from '#shared/domain/follow-up/inputs.ts';
import type { Ports } from '#shared/ports.ts';
import { suppressionsFirst } from './suppressions-first.ts';
import { loadAndDecide, withFreshCopy } from './with-fresh-copy.ts';

export type CarryOutCase = (value: Case, effects: readonly Effect[]) => Promise<CaseInput | undefined>;

export type CaseDeps = Pick<Ports, 'cases' | 'programme' | 'now'> & { carryOut: CarryOutCase };

export type CreateDeps = Pick<Ports, 'programme' | 'now'> & { cases: Pick<Ports['cases'], 'create'> };

/** Puts a new case unless it exists. Paging is the case's next look, which is due at once for an escalation. */
export async function createCase(deps: CreateDeps, newCase: NewCase): Promise<'created' | 'exists'> {
  const { value, facts } = openCase(newCase, { now: deps.now(), programme: await deps.programme() });
  return deps.cases.create(value, facts);
}

/** Load, decide, save, carry out, and take the results in as the next input. */
export async function applyToCase(deps: CaseDeps, caseId: string, input: CaseInput): Promise<string> {
  const programme = await deps.programme();
  // After a lost race only what is not saved yet is decided again: what the carrier said must not get lost.
  let next = input;
  const decide = (value: Case) => advanceCase(value, next, { now: deps.now(), programme });
  return withFreshCopy(async (freshness) => {
    const decided = await loadAndDecide(deps.cases, caseId, freshness, decide);
    if (!decided) return 'unknown-case';
    let { step } = decided;
    if (step.kind === 'unchanged') await deps.cases.settle(decided.loaded);
    if (step.kind === 'unchanged' && next.kind === 'wake') await deps.cases.lookedAt(decided.loaded);
    let outcome: string = step.reason;
    while (step.kind === 'changed') {
      const { beforeSave, afterSave } = suppressionsFirst(step.effects);
      if (beforeSave.length > 0) await deps.carryOut(step.value, beforeSave);
      const saved = await deps.cases.save(step.value, step.facts);
      outcome = step.facts.at(-1)?.kind ?? outcome;
      const results = await deps.carryOut(saved, afterSave);
      if (!results) return outcome;
      next = results;
      step = decide(saved);
    }
    return outcome;
  });
}
