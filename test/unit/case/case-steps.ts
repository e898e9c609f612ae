import { advanceCase, openCase } from '#shared/domain/case/advance-case.ts';
import type { Case, CaseInput, NewCase } from '#shared/domain/case/case.ts';
import type { Effect } from '#shared/domain/follow-up/inputs.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Fact, Instant } from '#shared/domain/record.ts';
import { aNewCase } from '#test/builders/a-case.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';

/** A Tuesday at ten in New York: staff are in. */
export const TEN = Date.parse('2026-11-24T15:00:00Z');
/** The same day at ten in the evening: staff sleep until eight. */
export const AT_NIGHT = Date.parse('2026-11-25T03:00:00Z');
export const EIGHT_NEXT_MORNING = Date.parse('2026-11-25T13:00:00Z');

type Step = { value: Case; effects: readonly Effect[]; facts: readonly Fact[] };

/** A case as it is just after it was opened: a missed check-in at ten, unless told otherwise. */
export function aCase(different: Partial<NewCase> = {}, now = TEN, programme = aProgramme()): Case {
  return openCase(aNewCase(now, different), { now, programme }).value;
}

/** What the case makes of one thing that happens; an input that changes nothing leaves nothing to do. */
export function after(value: Case, input: CaseInput, now: Instant, programme = aProgramme()): Step {
  const step = advanceCase(value, input, { now, programme });
  return step.kind === 'changed' ? step : { value, effects: [], facts: [] };
}

type Happening = [at: Instant, input: CaseInput];

/** The case after several things, one after the other. */
export const afterAll = (value: Case, happenings: readonly Happening[], programme?: Programme): Case =>
  happenings.reduce((current, [at, input]) => after(current, input, at, programme).value, value);

export const wake = { kind: 'wake' } as const;

export const pageResult = (step: number, sent: boolean, round = 0): CaseInput => ({
  kind: 'page-result',
  round,
  step,
  sent,
});

export const acknowledged = (at: Instant, by = 'st-20'): CaseInput => ({ kind: 'acknowledged', by, at });
