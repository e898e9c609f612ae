import { isOwnWord } from '../contact/change-contact.ts';
import type { SuppressionReason } from '../contact/contact.ts';
import { askedPlanOf } from '../protocols/protocol-of.ts';
import { HOUR, MINUTE } from '../record.ts';
import { asksAgainIn } from '../sending/held-back.ts';
import {
  ASK_CARRIER_AFTER,
  CLAIM_LEASE,
  RECEIPT_HORIZON,
  REQUEUE_AFTER,
  type HandOverResult,
  type Message,
} from '../sending/message.ts';
import type { CheckIn } from './check-in.ts';
import { cancelAll, holdForAPerson, optOut } from './on-consent.ts';
import { moveIntoWindow, notSent, withdraw } from './queue-send.ts';
import { handOverFailed } from './on-failure.ts';
import { isToCurrentContact, stopReach } from './reach.ts';
import { outgoingText } from './text-of.ts';
import {
  change,
  checkInOf,
  dropMessage,
  emit,
  endCheckIn,
  messageOf,
  note,
  requeueMessage,
  updateCheckIn,
  updateMessage,
  type Turn,
} from './turn.ts';

/** The sender asks for a message: whoever gets the claim saved hands it over, and nobody else. */
export function claim(turn: Turn, id: string): Turn {
  const message = messageOf(turn, id);
  const { now } = turn.context;
  if (message?.state !== 'queued' || (turn.followUp.status === 'held' && !message.answer)) return turn;
  if (now >= message.notAfter) return expired(turn, message);
  if (!message.answer && isOutdated(turn, message)) return withdraw(turn, message);
  const text = outgoingText(turn.followUp, message, turn.context);
  const claimed = { ...message, state: 'claimed' as const, claimedAt: now, lookAt: now + CLAIM_LEASE };
  return emit(updateMessage(turn, id, claimed), { kind: 'hand-over', message: claimed, text });
}

/** Since it was queued its channel was stopped, as by words that a person has to judge, or the agency gave another contact. */
const isOutdated = ({ followUp }: Turn, message: Message): boolean =>
  !isToCurrentContact(followUp, message) || followUp.reach[message.channel]?.stopped !== undefined;

/** Nobody could hand it over in time: its check-in moves to the next window, or to staff. An answer is given up. */
export function expired(turn: Turn, message: Message): Turn {
  const dropped = note(dropMessage(turn, message.id), 'message-refused', {
    why: 'expired',
    detail: { message: message.id },
  });
  const checkIn = checkInOf(dropped, message.checkIn ?? '');
  return checkIn ? moveIntoWindow(dropped, checkIn) : dropped;
}

/** What handing over came to. A result for a message that a receipt has settled already changes nothing. */
export function handOverResult(turn: Turn, id: string, result: HandOverResult): Turn {
  const message = messageOf(turn, id);
  if (!message || (message.state !== 'claimed' && message.state !== 'unknown')) return turn;
  switch (result.kind) {
    case 'accepted':
      return handedOver(turn, message, result);
    case 'refused':
      return handOverFailed(turn, message, result.code);
    case 'unknown':
      return outcomeUnknown(turn, message);
    case 'not-allowed':
      return notAllowed(turn, message, result);
    case 'throttled':
      return heldBack(turn, message, result.retryAfterSeconds);
  }
}

/** The sender is at its rate: the message asks again by itself, and the due index only looks after one that got lost. */
function heldBack(turn: Turn, message: Message, retryAfterSeconds: number): Turn {
  const { now } = turn.context;
  const delaySeconds = asksAgainIn(message, { retryAfterSeconds, now });
  const lookAt = Math.min(now + delaySeconds * 1000 + REQUEUE_AFTER, message.notAfter);
  const waiting = requeueMessage(turn, message, { lookAt });
  if (!messageOf(waiting, message.id)) return waiting;
  return emit(waiting, { kind: 'send', messageId: message.id, lane: message.lane, delaySeconds });
}

/** The carrier has it. From here its check-in waits for an answer; a caring contact is done. */
export function handedOver(
  turn: Turn,
  message: Message,
  carrier: { providerId: string; status: Message['status'] },
): Turn {
  const { now } = turn.context;
  const at = message.claimedAt ?? now;
  const kept = updateMessage(turn, message.id, {
    state: 'handed-over',
    handedOverAt: at,
    lookAt: at + RECEIPT_HORIZON,
    providerId: carrier.providerId,
    ...(carrier.status && { status: carrier.status }),
  });
  const told = note(kept, 'message-handed-over', {
    at,
    detail: { message: message.id, checkIn: message.checkIn },
  });
  const checkIn = checkInOf(told, message.checkIn ?? '');
  if (!checkIn || checkIn.state !== 'sending') return told;
  if (checkIn.kind !== 'check-in') return endCheckIn(told, checkIn.id, 'sent-as-planned', { at });
  const gap = askedPlanOf(told.followUp).gapHours * HOUR;
  const attempts = [
    ...checkIn.attempts,
    {
      attempt: checkIn.attempt,
      channel: message.channel,
      messageId: message.id,
      at,
      reached: 'unknown' as const,
    },
  ];
  const answerBy = Math.max(Math.min(at + gap, checkIn.silentBy), at + HOUR);
  const waiting = updateCheckIn(told, checkIn.id, { state: 'awaiting-answer', answerBy, attempts });
  return note(waiting, 'check-in-sent', {
    at,
    detail: { checkIn: checkIn.id, attempt: checkIn.attempt, channel: message.channel, answerBy },
  });
}

/** A time-out or a 5xx: the carrier may have it. Ask the carrier's list; never send again on a guess. */
export function outcomeUnknown(turn: Turn, message: Message): Turn {
  if (message.state === 'unknown') return turn;
  const leaseEnd = (message.claimedAt ?? turn.context.now) + CLAIM_LEASE;
  const unknown = updateMessage(turn, message.id, {
    state: 'unknown',
    asked: 0,
    lookAt: leaseEnd + ASK_CARRIER_AFTER[0],
  });
  return note(unknown, 'message-unknown', { detail: { message: message.id } });
}

/** Our own last check said no: nothing was handed over. */
function notAllowed(
  turn: Turn,
  message: Message,
  { reason, suppressedAs, opensAt }: Extract<HandOverResult, { kind: 'not-allowed' }>,
): Turn {
  const refused = note(dropMessage(turn, message.id), 'message-refused', {
    why: reason,
    detail: { message: message.id },
  });
  const checkIn = checkInOf(refused, message.checkIn ?? '');
  if (!checkIn) return refused;
  if (reason === 'suppressed') return suppressedAtContact(refused, message, checkIn, suppressedAs);
  if (reason === 'outside-window') return moveIntoWindow(refused, checkIn, opensAt);
  if (reason === 'daily-cap') return moveIntoWindow(refused, checkIn, turn.context.now + 4 * HOUR + MINUTE);
  return notSent(refused, checkIn, reason);
}

function suppressedAtContact(
  turn: Turn,
  message: Message,
  checkIn: CheckIn,
  how: SuppressionReason = 'opt-out-words',
): Turn {
  // It was on its way to a contact that the agency has replaced since: that one's stop says nothing of the new one.
  if (!isToCurrentContact(turn.followUp, message))
    return updateCheckIn(turn, checkIn.id, { state: 'scheduled' });
  const stopped = stoppedElsewhere(turn, checkIn, how);
  const left = checkInOf(stopped, checkIn.id);
  return left?.state === 'sending' ? notSent(stopped, left, how) : stopped;
}

/**
 * The contact was stopped, and the word of it may still be on its way here: it ends or holds the whole plan, as the word
 * itself would, because that finds the channel stopped already and changes nothing.
 */
function stoppedElsewhere(turn: Turn, checkIn: CheckIn, how: SuppressionReason): Turn {
  const { channel } = checkIn;
  const { now } = turn.context;
  if (how === 'opt-out-ambiguous')
    return holdForAPerson(updateCheckIn(turn, checkIn.id, { state: 'scheduled' }), channel, now);
  if (isOwnWord(how)) return optOut(turn, { channel, how, at: now, by: 'machine' });
  if (how === 'deceased') return cancelAll(turn, 'death');
  const stopped = how === 'wrong-number' ? 'wrong-number' : 'undeliverable';
  return notSent(change(turn, stopReach(turn.followUp, channel, stopped)), checkIn, how);
}
