import { DAY, HOUR, instantOf, MINUTE, wallTimeAt } from './clock.ts';
import { closesAt, isOpen, type Window } from './hours.ts';
import { latestSending } from './later-steps.ts';
import type { Story } from './model.ts';
import type { Plan, Step } from './plans.ts';
import { CARING_CONTACTS, FIRST_NOT_BEFORE_HOURS, SECOND_ATTEMPT_AFTER_HOURS } from './protocol.ts';

/** Of the steps of one plan: without the generation that a session closed again gives them. */
const nameOf = ({ id }: Step): string => id.replace(/^g\d+/, '');

const QUARTER = 15 * MINUTE;

/** When a step may go, whichever of the client's contacts and zones it was planned by. */
export type Times = {
  /** Nothing of it goes before this. */
  readonly notBefore: number;
  /** It is planned for this at the latest, or for the next time at which its window opens. */
  readonly plannedBy: number;
  /** Until this, at least, it is not too late. */
  readonly inTimeUntil: number;
  /** Silence counts no sooner than this, so that a second attempt may go an hour before. */
  readonly silentNotBefore: number;
};

export function timesOf(story: Story, plan: Plan, step: Step): Times {
  const { closing, figures, session } = plan;
  const { closedAt } = closing;
  const name = nameOf(step);
  if (step.kind === 'caring-contact') return caringTimes(story, plan, Number(name.slice(2)));
  const silence = figures.silenceAfterCeilingHours * HOUR;
  const days = Number(name.slice(1));
  if (days === 1) {
    const ceiling = closedAt + figures.firstCeilingHours * HOUR;
    return {
      notBefore: closedAt + HOUR,
      plannedBy: closedAt + FIRST_NOT_BEFORE_HOURS * HOUR,
      inTimeUntil: ceiling,
      silentNotBefore: ceiling + silence,
    };
  }
  const { first } = dayOf(story, plan, days);
  const inTimeUntil = first + figures.laterSlackHours * HOUR;
  const plannedBy = latestSending(story, session, closing, days);
  return { notBefore: first, plannedBy, inTimeUntil, silentNotBefore: inTimeUntil + silence };
}

function caringTimes(story: Story, plan: Plan, index: number): Times {
  const { days, spreadDays, slackHours } = CARING_CONTACTS;
  const day = days[index - 1] ?? 0;
  const spread = Math.min(spreadDays, Math.floor(day / 7));
  const notBefore = dayOf(story, plan, day - spread).first;
  const inTimeUntil = notBefore + slackHours * HOUR;
  return {
    notBefore,
    plannedBy: dayOf(story, plan, day + spread + 1).last,
    inTimeUntil,
    silentNotBefore: inTimeUntil,
  };
}

/** When that local day after closing begins, in the first and in the last of the zones that anybody spoke of. */
function dayOf(story: Story, { session, closing }: Plan, days: number): { first: number; last: number } {
  const windows = [...(story.people.get(session.person)?.windows.values() ?? [])].flat();
  const zones = new Set([
    story.known.agencyZone,
    ...session.zones,
    ...windows.flatMap(({ window }) => window.zones),
  ]);
  const begins = [...zones].map((zone) => instantOf(wallTimeAt(closing.closedAt, zone).day + days, 0, zone));
  return { first: Math.min(...begins), last: Math.max(...begins) };
}

/** When all of the client's contacts may be used at once, by all that was ever said of them. */
export function commonWindow({ people }: Story, { session }: Plan): Window {
  const windows = [...(people.get(session.person)?.windows.values() ?? [])].flat().map((one) => one.window);
  return {
    zones: [...new Set(windows.flatMap(({ zones }) => zones))],
    hours: [...new Set(windows.flatMap(({ hours }) => hours))],
  };
}

/** Whether, in between, the window is once open for so long, and nothing stands still meanwhile. */
export function isRoom(
  { troubles }: Story,
  { session: { doc } }: Plan,
  window: Window,
  { from, until, time }: { from: number; until: number; time: number },
): boolean {
  for (let at = from; at + time <= until; at += QUARTER) {
    if (!isOpen(at, window)) continue;
    const end = Math.min(closesAt(at, window), until);
    if (troubles.after(at, time, 'texts', doc) <= end && troubles.after(at, time, 'mail', doc) <= end)
      return true;
  }
  return false;
}

/**
 * Room for the first check-in: where its hours of waiting for an answer fit into the window that is open twelve hours
 * after closing, or in a window that opens later.
 */
export function isRoomForFirst(
  story: Story,
  plan: Plan,
  window: Window,
  wanted: { from: number; until: number; time: number },
): boolean {
  const delayed = plan.closing.closedAt + FIRST_NOT_BEFORE_HOURS * HOUR;
  const answerTime = SECOND_ATTEMPT_AFTER_HOURS[plan.tier] * HOUR;
  if (isOpen(delayed, window) && closesAt(delayed, window) >= delayed + answerTime)
    return isRoom(story, plan, window, wanted);
  const closed = closesAt(delayed, window) + QUARTER;
  return isRoom(story, plan, window, { ...wanted, from: Math.max(wanted.from, closed) });
}

/** Twelve hours after closing where there is room from then on, two hours before the ceiling; with contacts of different hours either may be meant. */
export function firstNotBefore(
  story: Story,
  plan: Plan,
  { notBefore, plannedBy, inTimeUntil }: Times,
): number {
  const windows = [...(story.people.get(plan.session.person)?.windows.values() ?? [])].flat();
  const [one, ...others] = new Set(windows.map(({ window }) => JSON.stringify(window)));
  if (one === undefined || others.length > 0) return notBefore;
  const wanted = { from: plannedBy, until: inTimeUntil, time: 2 * HOUR };
  return isRoomForFirst(story, plan, commonWindow(story, plan), wanted) ? plannedBy : notBefore;
}

/** Whether there is room on every day in between: a step may be planned for any of them. */
export function isRoomDaily(
  story: Story,
  plan: Plan,
  window: Window,
  { from, until, time }: { from: number; until: number; time: number },
): boolean {
  for (let at = from; at < until; at += DAY)
    if (!isRoom(story, plan, window, { from: at, until: at + DAY, time })) return false;
  return true;
}
