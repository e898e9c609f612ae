import type { Effect } from '../follow-up/inputs.ts';
import type { Context } from '../follow-up/turn.ts';
import { MINUTE, noRecord, type Fact, type Instant } from '../record.ts';
import { answerClient } from './answer-client.ts';
import { answerReceipt, answerResult, claimAnswer, lookAtAnswers } from './case-message.ts';
import type { Case, CaseInput, NewCase } from './case.ts';
import { beginCase, changeCase, emitFrom, followUpOf, noteOn, type CaseTurn } from './case-turn.ts';
import { calm, climb, firstPageAt } from './ladder.ts';
import { pageResult } from './page-result.ts';
import { firstReminder } from './reminder.ts';

export type CaseAdvance =
  | {
      kind: 'changed';
      value: Case;
      effects: readonly Effect[];
      facts: readonly Fact[];
      reason: CaseInput['kind'];
    }
  | { kind: 'unchanged'; reason: 'nothing-to-do' };

const TELL_AGAIN = 2 * MINUTE;

/** A new case, and what goes on the record. Paging is the next look at it, which is due at once for an escalation. */
export function openCase(newCase: NewCase, context: Context): { value: Case; facts: readonly Fact[] } {
  const value: Case = {
    ...newCase,
    schema: 1,
    version: 0,
    record: noRecord,
    openedAt: context.now,
    state: 'open',
    next: { at: firstPageAt(newCase, context), step: 0, round: 0 },
    pages: [],
    notes: [],
    answersGiven: [],
    outbox: [],
  };
  const kind = newCase.kind === 'escalation' ? 'escalation-raised' : 'task-opened';
  const because = newCase.because && newCase.because.length > 0 ? { because: newCase.because.join(' ') } : {};
  return { value, facts: noteOn(beginCase(value, context), kind, { detail: because }).facts };
}

/**
 * The case core: an unacknowledged case climbs, an acknowledged one comes up again until it has its outcome, a closed one is over.
 * Nothing but a person closes a case.
 */
export function advanceCase(value: Case, input: CaseInput, context: Context): CaseAdvance {
  const turn = apply(beginCase(value, context), input);
  if (turn.value === value && turn.effects.length === 0 && turn.facts.length === 0)
    return { kind: 'unchanged', reason: 'nothing-to-do' };
  return { kind: 'changed', value: turn.value, effects: turn.effects, facts: turn.facts, reason: input.kind };
}

function apply(turn: CaseTurn, input: CaseInput): CaseTurn {
  switch (input.kind) {
    case 'open':
      return answerClient(climb(turn), 'opened');
    case 'wake':
      return tellFollowUpAgain(lookAtAnswers(climb(turn)));
    case 'page-result':
      return pageResult(turn, input);
    case 'acknowledged':
      return answerOnceTaken(acknowledge(turn, input.by, input.at));
    case 'closed':
      return close(turn, input);
    case 'note':
      return takeNote(turn, input.note);
    case 'follow-up-told': {
      const { followUpToTell: _told, ...rest } = turn.value;
      return turn.value.followUpToTell ? { ...turn, value: rest } : turn;
    }
    case 'claim':
      return claimAnswer(turn, input.messageId);
    case 'hand-over-result':
      return answerResult(turn, input.messageId, input.result);
    case 'carrier-answer':
      return turn;
    case 'receipt':
      return answerReceipt(turn, input.messageId, input.status, input.code);
  }
}

/** A named person has it: the climb stops. Acknowledged is not reached, so the case stays open for its outcome. */
function acknowledge(turn: CaseTurn, by: string, at: Instant): CaseTurn {
  if (turn.value.state !== 'open') return turn;
  const acknowledged = changeCase(turn, {
    state: 'acknowledged',
    acknowledged: { by, at },
    next: firstReminder(turn.value, at),
  });
  const kind =
    turn.value.kind === 'escalation' || turn.value.pages.length > 0
      ? 'escalation-acknowledged'
      : 'task-acknowledged';
  return noteOn(acknowledged, kind, {
    by: `staff:${by}`,
    at,
    detail: { afterMinutes: Math.round((at - turn.value.openedAt) / MINUTE) },
  });
}

/** Whoever takes it was told of it, also where a crash forgot what came of the alert: then the client hears of it. */
function answerOnceTaken(turn: CaseTurn): CaseTurn {
  const { state, pages } = turn.value;
  return state === 'acknowledged' && pages.length > 0 ? answerClient(turn, 'paged') : turn;
}

function close(turn: CaseTurn, { by, at, outcome }: Extract<CaseInput, { kind: 'closed' }>): CaseTurn {
  if (turn.value.state === 'closed') return turn;
  const acknowledged = acknowledge(turn, by, at);
  const { next: _over, ...rest } = acknowledged.value;
  const closed: CaseTurn = {
    ...acknowledged,
    value: { ...rest, state: 'closed', closed: { by, at, outcome } },
  };
  const told = noteOn(closed, 'task-closed', { by: `staff:${by}`, at, detail: { outcome } });
  return tellFollowUp(told);
}

function tellFollowUp(turn: CaseTurn): CaseTurn {
  const followUpId = followUpOf(turn);
  const { closed } = turn.value;
  if (!followUpId || !closed) return turn;
  const kept = changeCase(turn, { followUpToTell: { lookAt: turn.context.now + TELL_AGAIN } });
  const { outcome, at, by } = closed;
  return emitFrom(kept, {
    kind: 'tell-follow-up',
    followUpId,
    input: { kind: 'case-closed', caseId: turn.value.id, outcome, at, by: `staff:${by}` },
  });
}

function tellFollowUpAgain(turn: CaseTurn): CaseTurn {
  const { followUpToTell } = turn.value;
  return followUpToTell && followUpToTell.lookAt <= turn.context.now ? tellFollowUp(turn) : turn;
}

/** The client answered after all, or wrote again: shown on the case; a person still closes it. */
function takeNote(turn: CaseTurn, note: Case['notes'][number]): CaseTurn {
  if (turn.value.notes.some((known) => known.kind === note.kind && known.at === note.at)) return turn;
  const noted = changeCase(turn, { notes: [...turn.value.notes, note].slice(-20) });
  const told = noteOn(noted, 'case-note', {
    by: 'client',
    at: note.at,
    why: note.kind,
    detail: note.code ? { code: note.code } : {},
  });
  return note.kind === 'client-answered' && turn.value.reason === 'missed-check-in' ? calm(told) : told;
}

/** The earliest moment at which something is pending for this case; undefined once it is closed and told. */
export function caseDueAt(value: Case): Instant | undefined {
  const times = [
    ...(value.next ? [value.next.at] : []),
    ...value.outbox.flatMap((message) => (message.lookAt === undefined ? [] : [message.lookAt])),
    ...(value.followUpToTell ? [value.followUpToTell.lookAt] : []),
  ];
  return times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b));
}
