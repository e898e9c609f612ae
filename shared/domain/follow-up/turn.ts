import type { NewCase, CaseNote } from '../case/case.ts';
import type { Programme } from '../programme.ts';
import { MINUTE, type Actor, type Fact, type FactKind, type Instant } from '../record.ts';
import type { Message } from '../sending/message.ts';
import {
  hasEnded,
  mayMove,
  type CheckIn,
  type CheckInState,
  type EndedCheckIn,
  type Outcome,
} from './check-in.ts';
import type { FollowUp } from './follow-up.ts';
import type { Effect } from './inputs.ts';

/** What a decision may know beside the document: the time and the agency's settings. */
export type Context = { now: Instant; programme: Programme };

/** A decision under way: the document as it will be, what the world must do, and what goes on the record. */
export type Turn = {
  readonly followUp: FollowUp;
  readonly effects: readonly Effect[];
  readonly facts: readonly Fact[];
  readonly context: Context;
};

/** A case that could not be put on its queue is tried again after this. */
const CASE_RETRY = 2 * MINUTE;

export const begin = (followUp: FollowUp, context: Context): Turn => ({
  followUp,
  effects: [],
  facts: [],
  context,
});

export function change(turn: Turn, patch: Partial<FollowUp>): Turn {
  return { ...turn, followUp: { ...turn.followUp, ...patch } };
}

export function emit(turn: Turn, effect: Effect): Turn {
  return { ...turn, effects: [...turn.effects, effect] };
}

type FactFields = {
  by?: Actor;
  why?: string | undefined;
  at?: Instant;
  detail?: Record<string, string | number | boolean | undefined>;
};

export function note(turn: Turn, kind: FactKind, { by = 'machine', why, at, detail }: FactFields = {}): Turn {
  const known = Object.entries(detail ?? {}).filter(
    (entry): entry is [string, string | number | boolean] => entry[1] !== undefined,
  );
  const fact: Fact = {
    kind,
    at: at ?? turn.context.now,
    by,
    ...(why !== undefined && { why }),
    ...(known.length > 0 && { detail: Object.fromEntries(known) }),
  };
  return { ...turn, facts: [...turn.facts, fact] };
}

export const checkInOf = (turn: Turn, id: string): CheckIn | undefined =>
  turn.followUp.checkIns.find((checkIn) => checkIn.id === id);

/** Changes an open check-in; a move that the table of legal moves refuses is a defect, and says so. */
export function updateCheckIn(turn: Turn, id: string, patch: Partial<CheckIn>): Turn {
  const checkIns = turn.followUp.checkIns.map((checkIn) => {
    if (checkIn.id !== id) return checkIn;
    if (patch.state) assertMove(checkIn.state, patch.state);
    return { ...checkIn, ...patch };
  });
  return change(turn, { checkIns });
}

const OUTCOME_FACT = {
  answered: 'check-in-answered',
  missed: 'check-in-missed',
  'not-sent': 'check-in-not-sent',
  'not-delivered': 'check-in-not-delivered',
  cancelled: 'check-in-cancelled',
  'sent-as-planned': 'check-in-sent',
} as const satisfies Record<Outcome, FactKind>;

type Ending = {
  why?: string;
  meaning?: string;
  caseId?: string;
  by?: Actor;
  at?: Instant;
  detail?: Record<string, string | number | boolean | undefined>;
};

/** Gives a check-in its one recorded outcome; only its line stays, and whatever was queued for it is withdrawn. */
export function endCheckIn(turn: Turn, id: string, state: Outcome, ending: Ending = {}): Turn {
  const checkIn = checkInOf(turn, id);
  if (!checkIn) return turn;
  assertMove(checkIn.state, state);
  const line: EndedCheckIn = {
    id,
    kind: checkIn.kind,
    state,
    at: ending.at ?? turn.context.now,
    ...(ending.why && { why: ending.why }),
    ...(ending.meaning && { meaning: ending.meaning }),
    ...(ending.caseId && { caseId: ending.caseId }),
    ...(state === 'cancelled' && { plannedFor: checkIn.sendAt, tooLateAt: checkIn.tooLateAt }),
  };
  const ended = change(turn, {
    checkIns: turn.followUp.checkIns.filter((other) => other.id !== id),
    ended: [...turn.followUp.ended, line],
    outbox: turn.followUp.outbox.filter((message) => message.checkIn !== id || message.state !== 'queued'),
  });
  return note(ended, OUTCOME_FACT[state], {
    by: ending.by ?? (state === 'answered' ? 'client' : 'machine'),
    why: ending.why,
    detail: { checkIn: id, meaning: ending.meaning, ...ending.detail },
  });
}

function assertMove(from: CheckInState, to: CheckInState): void {
  if (from !== to && !mayMove(from, to)) throw new IllegalMove(from, to);
  if (from === to && hasEnded(from)) throw new IllegalMove(from, to);
}

/** Thrown when a rule tries a move that the table of check-in states refuses. */
export class IllegalMove extends Error {
  readonly from: CheckInState;
  readonly to: CheckInState;
  constructor(from: CheckInState, to: CheckInState) {
    super(`a check-in may not go from ${from} to ${to}`);
    this.name = 'IllegalMove';
    this.from = from;
    this.to = to;
  }
}

export const messageOf = (turn: Turn, id: string): Message | undefined =>
  turn.followUp.outbox.find((message) => message.id === id);

export function updateMessage(turn: Turn, id: string, patch: Partial<Message>): Turn {
  return change(turn, {
    outbox: turn.followUp.outbox.map((message) => (message.id === id ? { ...message, ...patch } : message)),
  });
}

/** Puts a message that was not handed over in the queue again, unless its step is over meanwhile. */
export function requeueMessage(turn: Turn, message: Message, patch: Partial<Message>): Turn {
  const { id, checkIn, attempt } = message;
  const step = checkInOf(turn, checkIn ?? '');
  const isWanted = checkIn === undefined || (step?.state === 'sending' && step.attempt === attempt);
  return isWanted ? updateMessage(turn, id, { ...patch, state: 'queued' }) : dropMessage(turn, id);
}

export function dropMessage(turn: Turn, id: string): Turn {
  return change(turn, { outbox: turn.followUp.outbox.filter((message) => message.id !== id) });
}

/** Asks for a case. It stays in the document until its queue has it; the id makes a repeat harmless. */
export function raise(turn: Turn, newCase: NewCase): Turn {
  const { casesToRaise } = turn.followUp;
  if (casesToRaise.some((waiting) => waiting.newCase.id === newCase.id)) return turn;
  const kept = change(turn, {
    casesToRaise: [...casesToRaise, { newCase, lookAt: turn.context.now + CASE_RETRY }],
  });
  return emit(kept, { kind: 'raise-case', newCase });
}

/** Tells a case something, kept in the document until its queue has it. */
export function tell(turn: Turn, caseId: string, caseNote: CaseNote): Turn {
  const waiting = { caseId, note: caseNote, lookAt: turn.context.now + CASE_RETRY };
  const kept = change(turn, { casesToTell: [...turn.followUp.casesToTell, waiting] });
  return emit(kept, { kind: 'tell-case', caseId, note: caseNote });
}

/** Hands everything that was put off, and is due again, to the queues once more. */
export function retryCases(turn: Turn): Turn {
  const { now } = turn.context;
  const again = now + CASE_RETRY;
  const toRaise = turn.followUp.casesToRaise.filter((waiting) => waiting.lookAt <= now);
  const toTell = turn.followUp.casesToTell.filter((waiting) => waiting.lookAt <= now);
  if (toRaise.length + toTell.length === 0) return turn;
  const putOff = <T extends { lookAt: Instant }>(waiting: T): T =>
    waiting.lookAt <= now ? { ...waiting, lookAt: again } : waiting;
  const changed = change(turn, {
    casesToRaise: turn.followUp.casesToRaise.map(putOff),
    casesToTell: turn.followUp.casesToTell.map(putOff),
  });
  const raised = toRaise.reduce((next, { newCase }) => emit(next, { kind: 'raise-case', newCase }), changed);
  return toTell.reduce((next, { caseId, note }) => emit(next, { kind: 'tell-case', caseId, note }), raised);
}
