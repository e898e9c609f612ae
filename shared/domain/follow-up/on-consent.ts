import { isOwnWord } from '../contact/change-contact.ts';
import type { Channel, SuppressionReason } from '../contact/contact.ts';
import type { Actor, Instant } from '../record.ts';
import { caseAbout, queuePriority, readBy, repairBy, type Inbound } from './case-plans.ts';
import type { Hold, Reach } from './follow-up.ts';
import { stopReach } from './reach.ts';
import { change, emit, endCheckIn, note, raise, type Turn } from './turn.ts';

type Revocation = {
  channel: Channel | 'all';
  how: SuppressionReason;
  at: Instant;
  by: Actor;
  /** The contact that said it, where it was one. */
  from?: string | undefined;
  /** The client's own words, where there is more to read in them than the stop. */
  inbound?: Inbound;
};

/**
 * Consent is withdrawn. A stop on one channel ends the whole plan: a person who said stop is not e-mailed instead.
 * Opting out is not the same as being safe, so at moderate and high tier a person follows up.
 */
export function optOut(turn: Turn, { channel, how, at, by, from, inbound }: Revocation): Turn {
  const channels: Channel[] = channel === 'all' ? ['sms', 'email'] : [channel];
  const known = channels.filter((one) => isNews(turn.followUp.reach[one], how, at));
  if (known.length === 0 && !isFromUnused(turn, { channel, at, by })) return turn;
  const revokedAt = Math.max(at, turn.followUp.revokedAt ?? at);
  const told = note(change(turn, { revokedAt }), 'consent-revoked', {
    by,
    at,
    why: how,
    detail: { channel },
  });
  const stopped = known.reduce(
    (next, one) => stopChannel(next, one, { how, at, from }),
    from && known.length === 0 ? suppress(told, from, how, at) : told,
  );
  const cancelled = cancelAll(stopped, 'opted-out', by);
  return personFollowsUp(cancelled, how, inbound);
}

/**
 * The client's own word by a contact that this plan does not use, or no longer: who is being written to said stop, and the
 * agency's later closing is the only thing that answers it.
 */
const isFromUnused = (
  { followUp }: Turn,
  { channel, at, by }: Pick<Revocation, 'channel' | 'at' | 'by'>,
): boolean =>
  by === 'client' && channel !== 'all' && !followUp.reach[channel] && at > followUp.session.closedAt;

/** Not one that was taken back later; one that stands already only when it is said again, so that it stands since then. */
function isNews(reach: Reach | undefined, how: SuppressionReason, at: Instant): boolean {
  if (!reach || (isOwnWord(how) && at <= (reach.startedAt ?? -Infinity))) return false;
  return reach.stopped !== 'opted-out' || at > (reach.stoppedAt ?? -Infinity);
}

/** The plan ends on the channel, and what said so is written to no more, even where the client has another now. */
function stopChannel(
  turn: Turn,
  channel: Channel,
  { how, at, from }: Pick<Revocation, 'how' | 'at' | 'from'>,
): Turn {
  const contactId = from ?? turn.followUp.reach[channel]?.contactId ?? '';
  return suppress(change(turn, stopReach(turn.followUp, channel, 'opted-out', at)), contactId, how, at);
}

const suppress = (turn: Turn, contactId: string, reason: SuppressionReason, at: Instant): Turn =>
  emit(turn, { kind: 'suppress-contact', contactId, reason, at });

/** Cancels every open step, and withdraws whatever was queued and not yet claimed. */
export function cancelAll(turn: Turn, why: string, by: Actor = 'machine'): Turn {
  const ended = turn.followUp.checkIns.reduce(
    (next, checkIn) => endCheckIn(next, checkIn.id, 'cancelled', { why, by }),
    turn,
  );
  return change(ended, {
    outbox: ended.followUp.outbox.filter(
      (message) => message.state !== 'queued' || message.answer === 'stop-confirmation',
    ),
  });
}

function personFollowsUp(turn: Turn, how: SuppressionReason, inbound?: Inbound): Turn {
  const { followUp, context } = turn;
  const ambiguous = how === 'opt-out-ambiguous';
  if (followUp.tier === 'low' && !ambiguous) return turn;
  return raise(
    turn,
    caseAbout(followUp, 'opted-out', inbound?.id ?? String(followUp.ended.length), {
      priority: ambiguous ? 'high' : queuePriority(followUp),
      dueAt: ambiguous
        ? Math.min(repairBy(followUp, context.now), readBy(context))
        : repairBy(followUp, context.now),
      because: [how],
      ...(inbound && { inbound }),
    }),
  );
}

/** Nobody can know whether they meant the texts or their life: texts stop at once, the plan waits, a person decides. */
export function holdForAPerson(turn: Turn, channel: Channel, at: Instant, from?: string): Turn {
  const { followUp } = turn;
  const reach = followUp.reach[channel];
  if (!reach && !isFromUnused(turn, { channel, at, by: 'client' })) return turn;
  if (at <= (reach?.startedAt ?? -Infinity)) return turn;
  // From a telephone that could not be reached they are heard all the same.
  if (reach?.stopped && reach.stopped !== 'undeliverable') return saidAgain(turn, channel, at);
  const held = change(turn, {
    ...stopReach(followUp, channel, 'held-opt-out', at),
    ...(followUp.status !== 'completed' && { status: 'held' }),
    hold: undecided(followUp.hold, at),
  });
  const contactId = from ?? reach?.contactId;
  const suppressed = contactId === undefined ? held : suppress(held, contactId, 'opt-out-ambiguous', at);
  return personFollowsUp(
    note(suppressed, 'follow-up-held', { by: 'client', at, why: 'ambiguous-opt-out' }),
    'opt-out-ambiguous',
  );
}

/** The agency's own hold stays beside it: each is lifted by itself. */
const undecided = (known: Hold | undefined, at: Instant): Hold =>
  !known || known.why === 'ambiguous-opt-out'
    ? { why: 'ambiguous-opt-out', since: Math.max(at, known?.since ?? at) }
    : { ...known, undecided: true };

/** What the client stopped already stands since they last said so. */
function saidAgain(turn: Turn, channel: Channel, at: Instant): Turn {
  const { stopped } = turn.followUp.reach[channel] ?? {};
  if (stopped !== 'opted-out' && stopped !== 'held-opt-out') return turn;
  return change(turn, stopReach(turn.followUp, channel, stopped, at));
}
