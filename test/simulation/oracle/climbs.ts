import { HOUR, iso, MINUTE } from './clock.ts';
import { latestDue } from './due-times.ts';
import { problemsOfNames, problemsOfOrder } from './ladder-order.ts';
import type { Ledger } from './ledger.ts';
import type { CaseMove, CaseStory, Story, TextStory } from './model.ts';
import { personOfCase } from './people.ts';
import { pagesAtAnyHour, toldBy } from './staff-time.ts';
import { LIMITS } from './tolerances.ts';

/** Promise 5: every case is acknowledged by somebody or climbs, to the alarm that comes again daily. */
export function judgeClimbs(story: Story, ledger: Ledger): void {
  for (const one of story.cases.values()) if (one.opened ?? one.moves[0]) judgeCase(story, ledger, one);
}

/** What must be seen next, and by when. */
type Next = { readonly what: string; readonly by: number; readonly step: number; readonly repeated?: true };

function judgeCase(story: Story, ledger: Ledger, one: CaseStory): void {
  const person = personOfCase(story, one);
  ledger.checked('nobodyKnew');
  let next = firstOf(story, one);
  let acknowledgedAt: number | undefined;
  let closedAt: number | undefined;
  const broken = (at: number, because: string) =>
    ledger.broken('nobodyKnew', at, person, `${one.id}: ${because}`);
  for (const move of one.moves) {
    if (next && move.at > next.by) {
      broken(next.by, `${next.what} was due by ${iso(next.by)} and came at ${iso(move.at)}`);
      next = undefined;
    }
    if (isTelling(move)) {
      const problem = problemOfTelling(story, move, acknowledgedAt, closedAt);
      if (problem) broken(move.at, problem);
    }
    if (move.kind === 'closed') closedAt ??= move.at;
    if (move.kind === 'acknowledged' || move.kind === 'closed') acknowledgedAt ??= move.at;
    next = closedAt === undefined ? nextAfter(story, one, { move, next, acknowledgedAt }) : undefined;
  }
  if (next && next.by < story.seenUntil)
    broken(next.by, `${next.what} was due by ${iso(next.by)} and never came`);
  for (const { at, because } of [...problemsOfOrder(story, one), ...problemsOfNames(one)])
    broken(at, because);
}

const isTelling = ({ kind }: Pick<CaseMove, 'kind'>): boolean =>
  kind === 'alert' || kind === 'refused' || kind === 'alarm';

function firstOf(story: Story, one: CaseStory): Next | undefined {
  const { opened } = one;
  if (!opened) return undefined;
  // Handrail's own deadline counts as far as it is no later than the protocol's.
  const dueAt = Math.min(opened.dueAt, latestDue(story, one, opened.at));
  const at = opened.escalation ? opened.at : Math.max(dueAt, opened.at);
  return due(story, one, at, { what: 'the first alert', step: 0 });
}

function due(story: Story, one: CaseStory, at: number, next: Omit<Next, 'by'>): Next {
  const anyHour = pagesAtAnyHour(story, one);
  const by = toldBy(story, at, { anyHour, document: one.id });
  return { ...next, by: Math.max(by, calmUntil(story, one, at, by)) };
}

/** A client who answers after all calms the climb of their silence; the call stays due. */
function calmUntil(story: Story, one: CaseStory, from: number, by: number): number {
  if (one.reason !== 'missed-check-in') return by;
  const opened = one.opened?.at ?? one.moves[0]?.at ?? from;
  // What was said before may be known only after: while a region is out, or where its webhook was lost.
  const knownBy = (at: number) => {
    const text = textSaidAt(story, at);
    if (text) return Math.max(at, Math.min(text.takenAt ?? Infinity, text.storedAt ?? Infinity));
    return at >= opened - HOUR ? at : story.troubles.after(at, story.tolerances.fetched, 'texts');
  };
  const heard = story.people
    .get(story.sessions.get(one.doc ?? '')?.person ?? '')
    ?.heard.findLast((at) => at <= by && knownBy(at) >= opened - HOUR && knownBy(at) < Infinity);
  if (heard === undefined) return by;
  const calm = Math.max(one.opened?.dueAt ?? 0, knownBy(heard) + story.tolerances.looked + LIMITS.calm, from);
  return toldBy(story, calm, { anyHour: false, document: one.id });
}

const textsByTime = new WeakMap<Story, ReadonlyMap<number, TextStory>>();

function textSaidAt(story: Story, at: number): TextStory | undefined {
  const known = textsByTime.get(story) ?? new Map([...story.texts.values()].map((text) => [text.at, text]));
  textsByTime.set(story, known);
  return known.get(at);
}

type After = { move: CaseMove; next: Next | undefined; acknowledgedAt: number | undefined };

function nextAfter(story: Story, one: CaseStory, { move, next, acknowledgedAt }: After): Next | undefined {
  const { ladder } = story.known;
  const { at, kind, step } = move;
  if (acknowledgedAt !== undefined) return reminder(story, one, move, acknowledgedAt);
  switch (kind) {
    case 'refused':
      return due(story, one, at, { what: `another try after step ${step + 1} was refused`, step });
    case 'alarm':
      return due(story, one, at + LIMITS.alarmAgain, { what: 'the alarm, daily,', step: 0 });
    default: {
      const wait = (ladder[step]?.waitMinutes ?? 15) * MINUTE;
      const what = step + 1 < ladder.length ? `an alert to step ${step + 2}` : 'the alarm at the end';
      const climbing = due(story, one, at + wait, { what, step: step + 1 });
      // The same step told again by a crash begins its time to answer anew, once: told again and again is no climbing.
      if (next?.step !== step + 1) return climbing;
      return next.repeated ? next : { ...climbing, repeated: true };
    }
  }
}

function reminder(story: Story, one: CaseStory, { at, kind }: CaseMove, acknowledgedAt: number): Next {
  const anyHour = pagesAtAnyHour(story, one);
  const what = 'the reminder of a case that is not closed';
  const first = Math.max(one.opened?.dueAt ?? acknowledgedAt, acknowledgedAt) + LIMITS.reminder;
  const isReminder = isTelling({ kind }) && at > acknowledgedAt + story.tolerances.longestRun;
  const from = !isReminder ? first : kind === 'refused' ? at : Math.max(first, at + LIMITS.reminderAgain);
  return { what, by: toldBy(story, from, { anyHour, document: one.id }), step: 0 };
}

/** Whoever has acknowledged is left alone, but for the reminder days later; a closed case is silent. */
function problemOfTelling(
  { tolerances, known }: Story,
  { at, kind }: CaseMove,
  acknowledgedAt: number | undefined,
  closedAt: number | undefined,
): string | undefined {
  if (closedAt !== undefined && at > closedAt + tolerances.longestRun)
    return `told again (${kind}) at ${iso(at)} although it was closed at ${iso(closedAt)}`;
  if (acknowledgedAt === undefined || at <= acknowledgedAt + tolerances.longestRun) return undefined;
  // What was kept before its page crashed is written down when they press again; and two servers' clocks may be apart.
  const soonest = acknowledgedAt + LIMITS.reminder - 2 * known.clockSkew - tolerances.pressedAgain;
  return at < soonest
    ? `told again (${kind}) at ${iso(at)} although it was acknowledged at ${iso(acknowledgedAt)}`
    : undefined;
}
