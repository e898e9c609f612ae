import type { Channel } from '../contact/contact.ts';
import { caseAbout, queuePriority, repairBy } from './case-plans.ts';
import type { Reach } from './follow-up.ts';
import type { FollowUpInput } from './inputs.ts';
import { cancelAll } from './on-consent.ts';
import { moveIntoWindow } from './queue-send.ts';
import { change, note, raise, type Turn } from './turn.ts';

/** The agency gave other contacts. What an opt-out stopped stays stopped; the plan's times are looked at again. */
export function contactChanged(
  turn: Turn,
  { reach, zones, at }: Extract<FollowUpInput, { kind: 'contact-changed' }>,
): Turn {
  const { followUp } = turn;
  const merged = Object.fromEntries(
    Object.entries(reach).map(([channel, next]) => [
      channel,
      keepOptOut(followUp.reach[channel as Channel], next),
    ]), // keys of Reach
  );
  const changed = change(turn, { reach: merged, ...(zones && zones.length > 0 && { zones }) });
  const told = note(changed, 'contact-changed', {
    by: 'agency',
    at,
    detail: { channels: Object.keys(merged).sort().join(' ') },
  });
  return told.followUp.checkIns
    .filter((checkIn) => checkIn.state === 'scheduled')
    .reduce(
      (next, checkIn) => moveIntoWindow(next, checkIn, Math.max(checkIn.sendAt, turn.context.now)),
      told,
    );
}

function keepOptOut(old: Reach | undefined, next: Reach): Reach {
  const same = old?.contactId === next.contactId;
  return same && old.stopped === 'opted-out' ? { ...next, stopped: old.stopped } : next;
}

/**
 * A newer session of the same client: this one asks nothing more. Where the newer has no follow-up, and this one's tier
 * asks for one, a person takes over.
 */
export function superseded(turn: Turn, { by, why }: Extract<FollowUpInput, { kind: 'superseded' }>): Turn {
  const { followUp, context } = turn;
  if (followUp.checkIns.length === 0) return turn;
  const told = note(turn, 'follow-up-superseded', { by: 'agency', why, detail: { by } });
  const cancelled = cancelAll(told, 'superseded', 'agency');
  if (!why || followUp.tier === 'low') return cancelled;
  const task = caseAbout(followUp, 'declined', by.replace(/^fu#/, ''), {
    priority: queuePriority(followUp),
    dueAt: repairBy(followUp, context.now),
    because: [why],
  });
  return raise(cancelled, task);
}
