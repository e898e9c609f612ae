import { classOfError, retryOf } from '../sending/carrier-errors.ts';
import type { SuppressionReason } from '../contact/contact.ts';
import { MAX_ATTEMPTS } from '../protocols/protocol.ts';
import { HOUR, MINUTE } from '../record.ts';
import type { Message } from '../sending/message.ts';
import { planAfter } from '../time/plan-time.ts';
import { caseAbout, queuePriority, repairBy } from './case-plans.ts';
import type { CheckIn } from './check-in.ts';
import { missed, wasAskedInVain } from './missed.ts';
import { optOut } from './on-consent.ts';
import { notSent } from './queue-send.ts';
import { isToCurrentContact, otherChannel, stopReach, usable, windowFor } from './reach.ts';
import {
  change,
  checkInOf,
  dropMessage,
  emit,
  endCheckIn,
  note,
  raise,
  requeueMessage,
  updateCheckIn,
  type Turn,
} from './turn.ts';

/** The carrier refused or could not deliver. Five classes of code, five consequences. */
export function handOverFailed(turn: Turn, message: Message, code: string): Turn {
  const errorClass = classOfError(code);
  const told = note(attemptFailed(turn, message), 'message-refused', {
    by: 'carrier',
    why: errorClass,
    detail: { message: message.id, code },
  });
  switch (errorClass) {
    case 'permanent':
      return unreachable(dropMessage(told, message.id), message, code);
    case 'suppress':
      return carrierOptOut(dropMessage(told, message.id), message);
    case 'transient':
      return tryAgain(told, message, code);
    case 'config':
      return senderDown(dropMessage(told, message.id), message, 'sender-down');
    case 'content':
      return senderDown(dropMessage(told, message.id), message, 'content-filtered');
  }
}

/** Also where the next attempt is planned already: it was not the client who was silent then. */
function attemptFailed(turn: Turn, message: Message): Turn {
  const checkIn = checkInOf(turn, message.checkIn ?? '');
  const known = checkIn?.attempts.some(({ messageId }) => messageId === message.id);
  return checkIn && known
    ? updateCheckIn(turn, checkIn.id, { attempts: markFailed(checkIn, message.id) })
    : turn;
}

/** The number does not work: repair is a task at once, and the next attempt takes the other channel if there is one. */
function unreachable(turn: Turn, message: Message, code: string): Turn {
  const { followUp, context } = turn;
  if (!isToCurrentContact(followUp, message)) return nextAttemptElsewhere(turn, message, code);
  const stopped = note(
    change(turn, stopReach(followUp, message.channel, 'undeliverable')),
    'contact-undeliverable',
    {
      by: 'carrier',
      detail: { channel: message.channel, code },
    },
  );
  const repair = caseAbout(followUp, 'contact-repair', message.channel, {
    priority: queuePriority(followUp),
    dueAt: repairBy(followUp, context.now),
    because: [code],
  });
  return nextAttemptElsewhere(raise(stopped, repair), message, code);
}

function nextAttemptElsewhere(turn: Turn, message: Message, code: string): Turn {
  const checkIn = failedCheckIn(turn, message);
  if (!checkIn) return turn;
  const channel = isToCurrentContact(turn.followUp, message)
    ? otherChannel(message.channel)
    : message.channel;
  if (checkIn.attempt >= MAX_ATTEMPTS || !usable(turn.followUp, channel, turn.context.programme))
    return notDelivered(turn, checkIn, code);
  return updateCheckIn(turn, checkIn.id, {
    state: 'scheduled',
    channel,
    attempt: checkIn.attempt + 1,
    sendAt: turn.context.now,
    attempts: markFailed(checkIn, message.id),
  });
}

/** The carrier knows of an opt-out that we did not: believe it. */
function carrierOptOut(turn: Turn, message: Message): Turn {
  const reason: SuppressionReason = message.channel === 'email' ? 'complaint' : 'carrier-opt-out';
  const { channel, contactId } = message;
  const at = turn.context.now;
  if (!isToCurrentContact(turn.followUp, message)) {
    const suppressed = emit(turn, { kind: 'suppress-contact', contactId, reason, at });
    return nextAttemptElsewhere(suppressed, message, reason);
  }
  return senderDown(optOut(turn, { channel, how: reason, at, by: 'carrier' }), message, reason);
}

function tryAgain(turn: Turn, message: Message, code: string): Turn {
  const { retries, afterMinutes } = retryOf(code);
  const { now } = turn.context;
  // A refusal at the carrier's door (429): nothing was handed over, so the same message may knock again.
  if (
    message.state === 'claimed' &&
    message.tries <= retries &&
    now + afterMinutes * MINUTE < message.notAfter
  ) {
    return requeueMessage(turn, message, {
      tries: message.tries + 1,
      lookAt: now + afterMinutes * MINUTE,
    });
  }
  const dropped = dropMessage(turn, message.id);
  const checkIn = failedCheckIn(dropped, message);
  if (!checkIn) return dropped;
  const failures = checkIn.attempts.filter(
    ({ reached, messageId }) => reached === 'failed' && messageId !== message.id,
  ).length;
  const plan = planAfter({
    at: now,
    gapMinutes: afterMinutes,
    window: windowFor(turn.followUp, message.channel, turn.context.programme),
  });
  const mayRepeat = failures < retries && checkIn.attempt < MAX_ATTEMPTS;
  if (!mayRepeat || plan.kind === 'no-window' || plan.at > checkIn.silentBy - HOUR)
    return nextAttemptElsewhere(dropped, message, code);
  return updateCheckIn(dropped, checkIn.id, {
    state: 'scheduled',
    sendAt: plan.at,
    tooLateAt: checkIn.silentBy,
    attempt: checkIn.attempt + 1,
    attempts: markFailed(checkIn, message.id),
  });
}

/** Our sender, not the client's phone: people call instead, and operators are paged by the function's outcome. */
function senderDown(turn: Turn, message: Message, why: string): Turn {
  const checkIn = failedCheckIn(turn, message);
  if (!checkIn) return turn;
  return checkIn.state === 'sending' ? notSent(turn, checkIn, why) : notDelivered(turn, checkIn, why);
}

function notDelivered(turn: Turn, checkIn: CheckIn, code: string): Turn {
  if (wasAskedInVain(checkIn)) return missed(turn, checkIn);
  const ended = endCheckIn(turn, checkIn.id, 'not-delivered', { why: code });
  if (checkIn.kind !== 'check-in') return ended;
  const call = caseAbout(turn.followUp, 'not-delivered', checkIn.id, {
    priority: queuePriority(turn.followUp),
    dueAt: repairBy(turn.followUp, turn.context.now),
    checkIn: checkIn.id,
    because: [code],
  });
  return raise(
    note(ended, 'handed-to-staff', { why: 'not-delivered', detail: { checkIn: checkIn.id } }),
    call,
  );
}

/** The check-in that this message was the current attempt of, if it still waits on it. */
function failedCheckIn(turn: Turn, message: Message): CheckIn | undefined {
  const checkIn = checkInOf(turn, message.checkIn ?? '');
  return checkIn && checkIn.attempt === message.attempt && checkIn.state !== 'scheduled'
    ? checkIn
    : undefined;
}

/** Attempts with this one marked as failed; one that never reached the carrier is added, so that it counts. */
function markFailed(checkIn: CheckIn, messageId: string): CheckIn['attempts'] {
  const known = checkIn.attempts.some((attempt) => attempt.messageId === messageId);
  if (!known)
    return [
      ...checkIn.attempts,
      {
        attempt: checkIn.attempt,
        channel: checkIn.channel,
        messageId,
        at: checkIn.sendAt,
        reached: 'failed',
      },
    ];
  return checkIn.attempts.map((attempt) =>
    attempt.messageId === messageId ? { ...attempt, reached: 'failed' as const } : attempt,
  );
}
