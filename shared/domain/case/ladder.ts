import { DAY, HOUR, MINUTE, type Instant } from '../record.ts';
import type { LadderStep } from '../programme.ts';
import { afterQuietHours } from '../time/staffed-hours.ts';
import type { Context } from '../follow-up/turn.ts';
import { answerClient } from './answer-client.ts';
import type { Case, Page } from './case.ts';
import { changeCase, emitFrom, noteOn, type CaseTurn } from './case-turn.ts';

/** An alert that could not be handed over is tried again this soon, and after this often the next step is told. */
const PAGE_RETRY = MINUTE;
const PAGE_TRIES = 3;
/** At the end of the ladder the alarm does not stop: daily the last step is told again, then operators. */
const ALARM_REPEATS = DAY;
/** A case that was acknowledged and never closed comes up again. */
export const STILL_OPEN_AFTER = 3 * DAY;

/** When the first step is told: an escalation at once, a task when it is overdue. Silence waits for the staff's morning. */
export function firstPageAt(
  newCase: Pick<Case, 'kind' | 'dueAt' | 'pageAtAnyHour'>,
  { now, programme }: Context,
): Instant {
  const at = newCase.kind === 'escalation' ? now : Math.max(newCase.dueAt, now);
  return newCase.pageAtAnyHour ? at : afterQuietHours(at, programme.quietHours, programme.timeZone);
}

/** The moment has come for the next step: tell it, or sound the alarm when there is none left. */
export function climb(turn: CaseTurn): CaseTurn {
  const { next, state } = turn.value;
  const { now, programme } = turn.context;
  if (!next || next.at > now || state !== 'open') return turn;
  const quiet = turn.value.pageAtAnyHour
    ? now
    : afterQuietHours(now, programme.quietHours, programme.timeZone);
  if (quiet > now) return changeCase(turn, { next: { ...next, at: quiet } });
  const person = programme.ladder[next.step];
  if (person && triesOf(turn.value, next.round, next.step) >= PAGE_TRIES) return climb(givenUp(turn, next));
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

/** Whether the alert was handed over. If so the person has their time to acknowledge; if not, try again, then climb. */
export function pageResult(
  turn: CaseTurn,
  { round, step, sent }: { round: number; step: number; sent: boolean },
): CaseTurn {
  const page = turn.value.pages.find((one) => one.round === round && one.step === step);
  if (page?.state !== 'asked') return turn;
  const pages = turn.value.pages.map((one) =>
    one === page ? { ...one, state: sent ? ('sent' as const) : ('failed' as const) } : one,
  );
  const settled = changeCase(turn, { pages });
  const { ladder } = turn.context.programme;
  if (!sent) return failed(settled, page);
  const person = ladder[step];
  if (!person) {
    // The last step is told first again, so that the alarm comes at the same time of day.
    const last = Math.max(0, ladder.length - 1);
    const at = page.at + ALARM_REPEATS - (ladder[last]?.waitMinutes ?? 0) * MINUTE;
    const daily = { at, step: last, round: round + 1 };
    return waitThen(settled, page, daily);
  }
  const waiting = waitThen(settled, page, {
    at: page.at + person.waitMinutes * MINUTE,
    step: step + 1,
    round,
  });
  return answerClient(noteOn(waiting, 'staff-alerted', { detail: { step, staff: person.staffId } }), 'paged');
}

/** A step that cannot be told gives way to the next one; the alarm at the end does not give up. */
function failed(turn: CaseTurn, page: Page): CaseTurn {
  const told = noteOn(turn, 'alert-failed', { detail: { step: page.step, tries: page.tries } });
  const isAlarm = page.step >= turn.context.programme.ladder.length;
  const again = isAlarm || page.tries < PAGE_TRIES;
  const next = again
    ? { step: page.step, at: page.at + PAGE_RETRY }
    : { step: page.step + 1, at: turn.context.now };
  return waitThen(told, page, { ...next, round: page.round });
}

/** The client answered after all: the climb stops, the case stays in the queue, and is told again only if it is overdue. */
export function calm(turn: CaseTurn): CaseTurn {
  const { state, next, dueAt } = turn.value;
  if (state !== 'open' || !next) return turn;
  const at = Math.max(dueAt, turn.context.now + 12 * HOUR, next.at);
  return changeCase(turn, { next: { at, step: 0, round: next.round + 1 }, pageAtAnyHour: false });
}

/** A result that comes late finds the case elsewhere: acknowledged, calmed or with the next person. It stays there. */
function waitThen(turn: CaseTurn, page: Page, next: NonNullable<Case['next']>): CaseTurn {
  const { state, next: planned } = turn.value;
  const isAwaited = planned?.round === page.round && planned.step === page.step;
  return state === 'open' && isAwaited ? changeCase(turn, { next }) : turn;
}

const withoutPage = (value: Case, round: number, step: number): Page[] =>
  value.pages.filter((page) => page.round !== round || page.step !== step).slice(-20);

const triesOf = (value: Case, round: number, step: number): number =>
  value.pages.find((page) => page.round === round && page.step === step)?.tries ?? 0;
