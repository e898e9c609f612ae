import { DAY, type Actor, type Instant } from '../record.ts';
import { caseAbout, queuePriority, readBy } from './case-plans.ts';
import { cancelAll } from './on-consent.ts';
import type { Hold, HoldReason } from './follow-up.ts';
import type { FollowUpInput } from './inputs.ts';
import { within } from './on-reply.ts';
import { change, emit, endCheckIn, note, raise, type Turn } from './turn.ts';

type Held = { why: HoldReason; at: Instant; by: Actor };

/** A death ends everything; any other hold pauses until it is lifted, and one that began later must be lifted later. */
export function hold(turn: Turn, held: Held): Turn {
  const { status, hold: known, holdLiftedAt } = turn.followUp;
  const { why, at, by } = held;
  if (known?.why === 'death' || (status === 'declined' && why !== 'death')) return turn;
  if (why === 'death') return ended(note(turn, 'follow-up-held', { by, at, why }), held);
  if (at <= Math.max(holdLiftedAt ?? -Infinity, known?.since ?? -Infinity)) return turn;
  if (status === 'completed' && !mayGoOn(turn)) return turn;
  const paused = change(turn, {
    ...(status === 'open' && { status: 'held' }),
    hold: { why, since: at, ...(isUndecided(known) && { undecided: true }) },
  });
  return note(paused, 'follow-up-held', { by, at, why });
}

const isUndecided = (hold: Hold | undefined): boolean =>
  hold?.why === 'ambiguous-opt-out' || hold?.undecided === true;

/** The client stopped the plan, and may take that back. */
const mayGoOn = ({ followUp }: Turn): boolean => followUp.ended.some(({ why }) => why === 'opted-out');

function ended(turn: Turn, { why, at, by }: Held): Turn {
  const contactIds = Object.values(turn.followUp.reach).map((reach) => reach.contactId);
  const cancelled = change(cancelAll(turn, why, by), { outbox: [], hold: { why, since: at } });
  const suppressed = contactIds.reduce(
    (next, contactId) => emit(next, { kind: 'suppress-contact', contactId, reason: 'deceased', at }),
    cancelled,
  );
  return suppressed;
}

/** The plan goes on from now; what became too late meanwhile ends as such, and nothing is sent in a burst. */
export function liftHold(turn: Turn, at: Instant, by: Actor): Turn {
  const { status, hold: held, holdLiftedAt } = turn.followUp;
  if ((status === 'completed' && !held) || held?.why === 'death') return turn;
  if (at <= (holdLiftedAt ?? -Infinity)) return turn;
  // A lift from before a hold began was meant for another one.
  if (held && held.since > at) return turn;
  const remembered = change(turn, { holdLiftedAt: at });
  if (!held) return remembered;
  if (held.undecided)
    return note(change(remembered, { hold: { why: 'ambiguous-opt-out', since: at } }), 'hold-lifted', {
      by,
      at,
    });
  const { hold: _lifted, ...rest } = remembered.followUp;
  const lifted = { ...rest, status: status === 'held' ? ('open' as const) : status };
  return note({ ...turn, followUp: lifted }, 'hold-lifted', { by, at });
}

/** While held: what is too late to be sent ends cancelled, and a person is told once per step. */
export function tooLateWhileHeld(turn: Turn): Turn {
  const { now } = turn.context;
  return turn.followUp.checkIns
    .filter((checkIn) => checkIn.state === 'scheduled' && checkIn.tooLateAt <= now)
    .reduce((next, checkIn) => {
      const cancelled = endCheckIn(next, checkIn.id, 'cancelled', { why: 'held' });
      if (checkIn.kind !== 'check-in') return cancelled;
      const task = caseAbout(next.followUp, 'held', checkIn.id, {
        priority: queuePriority(next.followUp),
        dueAt: readBy(next.context),
        checkIn: checkIn.id,
        because: [next.followUp.hold?.why ?? 'held'],
      });
      return raise(cancelled, task);
    }, turn);
}

/** Staff spoke with the client, or tried to. Reached: what was asked, or is about to be asked, by machine is moot. */
export function humanContact(turn: Turn, contact: Extract<FollowUpInput, { kind: 'human-contact' }>): Turn {
  const { at, by, outcome, channel } = contact;
  const key = `${outcome}.${at}`;
  if (turn.followUp.repliesSeen.includes(key)) return turn;
  const seen = change(turn, { repliesSeen: [...turn.followUp.repliesSeen, key].slice(-20) });
  const connected = outcome === 'reached';
  const told = note(seen, 'human-contact', {
    by,
    at,
    why: outcome,
    detail: { channel, connected, withinHours: within(turn, at) },
  });
  if (outcome === 'declined') return cancelAll(told, 'client-declined', by);
  if (!connected) return told;
  return told.followUp.checkIns
    .filter(
      (checkIn) => checkIn.kind === 'check-in' && (checkIn.attempts[0]?.at ?? checkIn.sendAt) < at + DAY,
    )
    .reduce(
      (next, checkIn) => endCheckIn(next, checkIn.id, 'cancelled', { why: 'reached-by-staff', by }),
      told,
    );
}
