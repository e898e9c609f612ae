import { HOUR, MINUTE, type Instant } from '../record.ts';
import type { LadderStep } from '../programme.ts';
import { afterQuietHours } from '../time/staffed-hours.ts';
import type { Context } from '../follow-up/turn.ts';
import { answerClient } from './answer-client.ts';
import type { Case, Page } from './case.ts';
import { changeCase, emitFrom, noteOn, type CaseTurn } from './case-turn.ts';

/** An alert that could not be handed over is tried again this soon, and after this often the next step is told. */
export const PAGE_RETRY = MINUTE;
export const PAGE_TRIES = 3;

/** When the first step is told: an escalation at once, a task when it is overdue. Silence waits for the staff's morning. */
export function firstPageAt(
  newCase: Pick<Case, 'kind' | 'dueAt' | 'pageAtAnyHour'>,
  { now, programme }: Context,
): Instant {
  const at = newCase.kind === 'escalation' ? now : Math.max(newCase.dueAt, now);
  return newCase.pageAtAnyHour ? at : afterQuietHours(at, programme.quietHours, programme.timeZone);
}

/**
 * The moment has come for the next step: tell it, or sound the alarm when there is none left. Of an acknowledged case
 * the same steps are reminded, until one of them knows.
 */
export function climb(turn: CaseTurn): CaseTurn {
  const { next, state } = turn.value;
  const { now, programme } = turn.context;
  if (!next || next.at > now || state === 'closed') return turn;
  const quiet = turn.value.pageAtAnyHour
    ? now
    : afterQuietHours(now, programme.quietHours, programme.timeZone);
  if (quiet > now) return changeCase(turn, { next: { ...next, at: quiet } });
  const person = programme.ladder[next.step];
  if (person && triesOf(turn.value, next.round, next.step) >= PAGE_TRIES) return climb(givenUp(turn, next));
  if (state === 'acknowledged') return remind(turn, next, person);
  return person ? tellStep(turn, next, person) : alarm(turn, next);
}

/** Nobody hears what becomes of this person's alerts, as when whoever hands them over dies each time: the next is told. */
function givenUp(turn: CaseTurn, { step, round }: NonNullable<Case['next']>): CaseTurn {
  const told = noteOn(turn, 'alert-failed', { detail: { step, tries: PAGE_TRIES } });
  return changeCase(told, { next: { at: turn.context.now, step: step + 1, round } });
}

function tellStep(
  turn: CaseTurn,
  { step, round }: NonNullable<Case['next']>,
  { staffId }: LadderStep,
): CaseTurn {
  const asked = askFor(turn, step, round);
  const climbed =
    step > 0 && round === 0 && asked.tries === 1
      ? noteOn(asked.turn, 'escalation-climbed', { detail: { step, staff: staffId } })
      : asked.turn;
  return emitFrom(climbed, { kind: 'page-step', round, step, priority: turn.value.priority });
}

/** Acknowledged days ago and without an outcome, so that nothing is left half done. */
function remind(
  turn: CaseTurn,
  { step, round }: NonNullable<Case['next']>,
  person: LadderStep | undefined,
): CaseTurn {
  const asked = askFor(turn, step, round);
  const noted = asked.tries === 1 ? noteOn(asked.turn, 'case-still-open', { detail: { step } }) : asked.turn;
  const kind = person ? 'page-step' : 'page-operators';
  return emitFrom(noted, { kind, round, step, priority: turn.value.priority });
}

/** Nobody on the ladder acknowledged: operators are told, and the client hears that nobody is there yet. */
function alarm(turn: CaseTurn, { step, round }: NonNullable<Case['next']>): CaseTurn {
  const asked = askFor(turn, step, round);
  const unanswered = changeCase(asked.turn, { unansweredAt: turn.value.unansweredAt ?? turn.context.now });
  const told =
    asked.tries === 1 ? noteOn(unanswered, 'escalation-unanswered', { detail: { round } }) : unanswered;
  return answerClient(
    emitFrom(told, { kind: 'page-operators', round, step, priority: turn.value.priority }),
    'unacknowledged',
  );
}

/** Until the alert is handed over this moment comes again; the result moves it on. */
function askFor(turn: CaseTurn, step: number, round: number): { turn: CaseTurn; tries: number } {
  const { now } = turn.context;
  const tries = triesOf(turn.value, round, step) + 1;
  const page: Page = { round, step, at: now, state: 'asked', tries };
  const pages = [...withoutPage(turn.value, round, step), page];
  return { turn: changeCase(turn, { pages, next: { at: now + PAGE_RETRY, step, round } }), tries };
}

/** The client answered after all: the climb stops, the case stays in the queue, and is told again only if it is overdue. */
export function calm(turn: CaseTurn): CaseTurn {
  const { state, next, dueAt } = turn.value;
  if (state !== 'open' || !next) return turn;
  const at = Math.max(dueAt, turn.context.now + 12 * HOUR, next.at);
  return changeCase(turn, { next: { at, step: 0, round: next.round + 1 }, pageAtAnyHour: false });
}

const withoutPage = (value: Case, round: number, step: number): Page[] =>
  value.pages.filter((page) => page.round !== round || page.step !== step).slice(-20);

const triesOf = (value: Case, round: number, step: number): number =>
  value.pages.find((page) => page.round === round && page.step === step)?.tries ?? 0;
