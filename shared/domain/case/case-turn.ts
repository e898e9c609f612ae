import type { Effect } from '../follow-up/inputs.ts';
import type { Context } from '../follow-up/turn.ts';
import type { Actor, Fact, FactKind, Instant } from '../record.ts';
import type { Case } from './case.ts';

/** A decision about a case under way. */
export type CaseTurn = {
  readonly value: Case;
  readonly effects: readonly Effect[];
  readonly facts: readonly Fact[];
  readonly context: Context;
};

export const beginCase = (value: Case, context: Context): CaseTurn => ({
  value,
  effects: [],
  facts: [],
  context,
});

export function changeCase(turn: CaseTurn, patch: Partial<Case>): CaseTurn {
  return { ...turn, value: { ...turn.value, ...patch } };
}

export function emitFrom(turn: CaseTurn, effect: Effect): CaseTurn {
  return { ...turn, effects: [...turn.effects, effect] };
}

type Fields = { by?: Actor; at?: Instant; why?: string; detail?: Record<string, string | number | boolean> };

/** Every fact about a case names it, its priority and its deadline, so that a line can be read alone. */
export function noteOn(
  turn: CaseTurn,
  kind: FactKind,
  { by = 'machine', at, why, detail }: Fields = {},
): CaseTurn {
  const { id, priority, dueAt, reason } = turn.value;
  const fact: Fact = {
    kind,
    at: at ?? turn.context.now,
    by,
    why: why ?? reason,
    detail: { case: id, priority, dueAt, ...detail },
  };
  return { ...turn, facts: [...turn.facts, fact] };
}

/** The case is about a follow-up's client: tell that follow-up. */
export const followUpOf = (turn: CaseTurn): string | undefined => turn.value.subject.followUpId;
