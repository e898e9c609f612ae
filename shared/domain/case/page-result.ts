import type { LadderStep } from '../programme.ts';
import { DAY, MINUTE } from '../record.ts';
import { answerClient } from './answer-client.ts';
import type { Case, Page } from './case.ts';
import { changeCase, noteOn, type CaseTurn } from './case-turn.ts';
import { PAGE_RETRY, PAGE_TRIES } from './ladder.ts';
import { nextReminder } from './reminder.ts';

/** At the end of the ladder the alarm does not stop: daily the last step is told again, then operators. */
const ALARM_REPEATS = DAY;

type Next = NonNullable<Case['next']>;

/** Whether the alert was handed over. If not, it is tried again, and then the next step is told. */
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
  if (!sent) return failed(settled, page);
  const waiting = waitThen(settled, page, afterTelling(turn, page));
  const person = turn.context.programme.ladder[step];
  return person
    ? answerClient(noteOn(waiting, 'staff-alerted', { detail: { step, staff: person.staffId } }), 'paged')
    : waiting;
}

/** What comes next once somebody was told: their time to acknowledge, then the next step; or the next reminder. */
function afterTelling({ value, context }: CaseTurn, page: Page): Next {
  if (value.state === 'acknowledged') return nextReminder(page);
  const { ladder } = context.programme;
  const person = ladder[page.step];
  if (!person) return nextAlarm(page, ladder);
  return {
    at: page.at + person.waitMinutes * MINUTE,
    step: page.step + 1,
    round: page.round,
  };
}

/** The last step is told first again, so that the alarm comes at the same time of day. */
function nextAlarm({ at, round }: Page, ladder: readonly LadderStep[]): Next {
  const last = Math.max(0, ladder.length - 1);
  return {
    at: at + ALARM_REPEATS - (ladder[last]?.waitMinutes ?? 0) * MINUTE,
    step: last,
    round: round + 1,
  };
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

/** A result that comes late finds the case elsewhere: taken, calmed or with the next person. It stays there. */
function waitThen(turn: CaseTurn, page: Page, next: Next): CaseTurn {
  const { state, next: planned } = turn.value;
  const isAwaited = planned?.round === page.round && planned.step === page.step;
  return state !== 'closed' && isAwaited ? changeCase(turn, { next }) : turn;
}
