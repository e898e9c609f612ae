import type { Channel } from '../contact/contact.ts';
import type { Message } from '../sending/message.ts';
import { nextOpen, openIntervals, openUntil } from '../time/contact-window.ts';
import { ROOM_BEFORE_END, SOONEST_AFTER_CLOSING } from '../time/plan-time.ts';
import { askedPlanOf } from '../protocols/protocol-of.ts';
import { HOUR } from '../record.ts';
import { caseAbout, queuePriority, repairBy } from './case-plans.ts';
import type { Reach } from './follow-up.ts';
import type { FollowUpInput } from './inputs.ts';
import { cancelAll } from './on-consent.ts';
import { isFirst, type CheckIn } from './check-in.ts';
import { LEAST_TIME_LEFT, moveIntoWindow, withdraw } from './queue-send.ts';
import { isToCurrentContact, windowFor } from './reach.ts';
import { change, note, raise, updateCheckIn, type Turn } from './turn.ts';

/**
 * The agency gave other contacts. What an opt-out stopped stays stopped; what waits to go to the old ones is withdrawn, and
 * the plan's times are looked at again.
 */
export function contactChanged(
  turn: Turn,
  { reach, zones, at }: Extract<FollowUpInput, { kind: 'contact-changed' }>,
): Turn {
  const { followUp } = turn;
  if (at <= (followUp.contactsAt ?? -Infinity)) return turn;
  const merged = Object.fromEntries(
    Object.entries(reach).map(([channel, next]) => [
      channel,
      keepKnown(followUp.reach[channel as Channel], next),
    ]), // keys of Reach
  );
  const changed = change(turn, {
    reach: merged,
    contactsAt: at,
    ...(zones && zones.length > 0 && { zones }),
  });
  const told = note(changed, 'contact-changed', {
    by: 'agency',
    at,
    detail: { channels: Object.keys(merged).sort().join(' ') },
  });
  const withdrawn = told.followUp.outbox
    .filter((message) => isOutOfPlace(told, message))
    .reduce(withdraw, told);
  return withdrawn.followUp.checkIns
    .filter((checkIn) => checkIn.state === 'scheduled' && !fitsWindow(withdrawn, checkIn))
    .reduce(moveIntoNewWindow, withdrawn);
}

/**
 * Later if it can be; a first check-in that would then be too late goes in the last window before, late enough to leave
 * its time to answer, and not to staff.
 */
function moveIntoNewWindow(turn: Turn, checkIn: CheckIn): Turn {
  const { followUp, context } = turn;
  const from = Math.max(checkIn.sendAt, context.now);
  const window = windowFor(followUp, checkIn.channel, context.programme);
  const later = nextOpen(from + LEAST_TIME_LEFT, window)?.start ?? Infinity;
  const mayGoSooner = isFirst(checkIn.id) && checkIn.attempts.length === 0;
  if (later <= checkIn.tooLateAt || !mayGoSooner) return moveIntoWindow(turn, checkIn, from);
  const soonest = Math.max(context.now, followUp.session.closedAt + SOONEST_AFTER_CLOSING);
  const before = openIntervals({ ...window, from: soonest, to: from })
    .filter(({ start, end }) => end - start >= ROOM_BEFORE_END)
    .at(-1);
  if (!before) return moveIntoWindow(turn, checkIn, from);
  const answerable = before.end - askedPlanOf(followUp).gapHours * HOUR;
  return updateCheckIn(turn, checkIn.id, { sendAt: Math.max(before.start, answerable) });
}

/** What was known of the same contact, and is not said anew, still holds. */
function keepKnown(old: Reach | undefined, next: Reach): Reach {
  if (old?.contactId !== next.contactId) return next;
  const { safeHours, stopped, stoppedAt, startedAt } = old;
  const optedOut = stopped === 'opted-out' || stopped === 'held-opt-out';
  return {
    ...(safeHours && { safeHours }),
    ...next,
    ...(optedOut && { stopped, ...(stoppedAt !== undefined && { stoppedAt }) }),
    ...(startedAt !== undefined && { startedAt }),
  };
}

/** It waits to go to a contact that is no longer the client's, or beyond the hours that hold now. */
function isOutOfPlace({ followUp, context }: Turn, message: Message): boolean {
  if (message.state !== 'queued' || message.answer) return false;
  const window = windowFor(followUp, message.channel, context.programme);
  return (
    !isToCurrentContact(followUp, message) || (openUntil(context.now, window) ?? -Infinity) < message.notAfter
  );
}

/** What is due already is looked at when it is woken; only what lies ahead has to stay where it was planned. */
function fitsWindow({ followUp, context }: Turn, { channel, sendAt }: CheckIn): boolean {
  const window = windowFor(followUp, channel, context.programme);
  return sendAt <= context.now || (openUntil(sendAt, window) ?? sendAt) - sendAt >= LEAST_TIME_LEFT;
}

/**
 * A newer session of the same client: this one asks nothing more. Where the newer has no follow-up, and this one's tier
 * asks for one, a person takes over.
 */
export function superseded(turn: Turn, { by, why }: Extract<FollowUpInput, { kind: 'superseded' }>): Turn {
  const { followUp, context } = turn;
  const stopped = followUp.ended.some((line) => line.why === 'opted-out');
  if (followUp.checkIns.length === 0 && !stopped) return turn;
  const told = note(turn, 'follow-up-superseded', { by: 'agency', why, detail: { by } });
  const cancelled = neverAgain(cancelAll(told, 'superseded', 'agency'));
  if (followUp.checkIns.length === 0) return cancelled;
  if (!why || followUp.tier === 'low') return cancelled;
  const task = caseAbout(followUp, 'declined', by.replace(/^fu#/, ''), {
    priority: queuePriority(followUp),
    dueAt: repairBy(followUp, context.now),
    because: [why],
  });
  return raise(cancelled, task);
}

/** A client who takes back a stop goes on with the newer plan, not with one that it replaced. */
export function neverAgain(turn: Turn): Turn {
  const ended = turn.followUp.ended.map((line) =>
    line.why === 'opted-out' ? { ...line, why: 'superseded' } : line,
  );
  return change(turn, { ended });
}

/**
 * Consent taken back of a session that has no plan: nothing to stop, but a closing that is told of later must know. What
 * was said before this closing was for the plan before it, which has heard it.
 */
export function revokedWithoutPlan(
  turn: Turn,
  { at, by, how, channel }: Extract<FollowUpInput, { kind: 'consent-revoked' }>,
): Turn {
  const { revokedAt = -Infinity, session } = turn.followUp;
  if (at <= Math.max(revokedAt, session.closedAt)) return turn;
  return note(change(turn, { revokedAt: at }), 'consent-revoked', { by, at, why: how, detail: { channel } });
}
