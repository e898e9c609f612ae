import {
  ASK_CARRIER_AFTER,
  CLAIM_LEASE,
  REQUEUE_AFTER,
  type CarrierAnswer,
  type Message,
} from '../sending/message.ts';
import { isFinal, movesForward, type CarrierStatus } from '../sending/statuses.ts';
import type { Instant } from '../record.ts';
import { caseAbout, queuePriority, repairBy } from './case-plans.ts';
import { expired, handedOver } from './on-hand-over.ts';
import { handOverFailed } from './on-failure.ts';
import { notSent } from './queue-send.ts';
import {
  checkInOf,
  dropMessage,
  emit,
  messageOf,
  note,
  raise,
  requeueMessage,
  updateCheckIn,
  updateMessage,
  type Turn,
} from './turn.ts';

/** A receipt, in any order and any number of times. It also settles a hand-over whose result we lost. */
export function receipt(turn: Turn, id: string, status: CarrierStatus, code?: string): Turn {
  const message = messageOf(turn, id);
  if (!message || neverClaimed(message) || !movesForward(message.status, status)) return turn;
  const settled =
    message.state === 'handed-over'
      ? turn
      : handedOver(turn, message, { providerId: message.providerId ?? '', status });
  return status === 'undelivered' || status === 'failed'
    ? handOverFailed(settled, messageOf(settled, id) ?? message, code ?? '30008')
    : reached(settled, id, status);
}

/** One that was claimed and stands in the queue again may have been handed over after all: then a receipt settles it. */
const neverClaimed = ({ state, claimedAt }: Message): boolean =>
  state === 'queued' && claimedAt === undefined;

function reached(turn: Turn, id: string, status: CarrierStatus): Turn {
  const message = messageOf(turn, id);
  if (!message) return turn;
  const told = note(turn, 'message-status', { by: 'carrier', why: status, detail: { message: id } });
  if (!isFinal(status)) return updateMessage(told, id, { status });
  const checkIn = checkInOf(told, message.checkIn ?? '');
  const marked = checkIn
    ? updateCheckIn(told, checkIn.id, {
        attempts: checkIn.attempts.map((attempt) =>
          attempt.messageId === id ? { ...attempt, reached: 'delivered' as const } : attempt,
        ),
      })
    : told;
  return dropMessage(marked, id);
}

/** What the carrier's own list said about a hand-over whose outcome we do not know. */
export function carrierAnswer(turn: Turn, id: string, answer: CarrierAnswer): Turn {
  const message = messageOf(turn, id);
  if (message?.state !== 'unknown') return turn;
  // Two denials count only ten minutes apart: a question that its queue delivered twice is one question.
  if (answer.kind !== 'found' && turn.context.now < nextAnswerFrom(message)) return turn;
  switch (answer.kind) {
    case 'found':
      return found(turn, message, answer);
    case 'none':
      return (message.asked ?? 0) === 0 ? askAgain(turn, message) : neverHandedOver(turn, message);
    case 'cannot-say':
      return (message.asked ?? 0) === 0 ? askAgain(turn, message) : staffMustLook(turn, message);
  }
}

function found(turn: Turn, message: Message, answer: Extract<CarrierAnswer, { kind: 'found' }>): Turn {
  const settled = handedOver(turn, message, answer);
  const failed = answer.status === 'undelivered' || answer.status === 'failed';
  return failed
    ? handOverFailed(settled, messageOf(settled, message.id) ?? message, answer.code ?? '30008')
    : reached(settled, message.id, answer.status);
}

function askAgain(turn: Turn, message: Message): Turn {
  const asked = { ...message, asked: 1, askedAt: turn.context.now };
  return updateMessage(turn, message.id, { ...asked, lookAt: nextAnswerFrom(asked) });
}

const questionAt = (message: Message, after: number): Instant =>
  (message.claimedAt ?? 0) + CLAIM_LEASE + after;

/** Also where the first question came late, the second one leaves the carrier its time. */
function nextAnswerFrom(message: Message): Instant {
  const [first, second] = ASK_CARRIER_AFTER;
  if ((message.asked ?? 0) === 0) return questionAt(message, first);
  return Math.max(questionAt(message, second), (message.askedAt ?? -Infinity) + second - first);
}

/** The carrier denied it twice, ten minutes apart: it was not handed over, and may go again if it is not too late. */
function neverHandedOver(turn: Turn, message: Message): Turn {
  const told = note(turn, 'message-status', {
    by: 'carrier',
    why: 'never-handed-over',
    detail: { message: message.id },
  });
  if (turn.context.now >= message.notAfter) return expired(told, message);
  const queued = requeueMessage(told, message, {
    tries: message.tries + 1,
    asked: 0,
    lookAt: Math.min(turn.context.now + REQUEUE_AFTER, message.notAfter),
  });
  if (!messageOf(queued, message.id)) return queued;
  return emit(queued, { kind: 'send', messageId: message.id, lane: message.lane });
}

/** The list failed, or several texts look alike: nobody sends again on a guess, a person looks. */
export function staffMustLook(turn: Turn, message: Message): Turn {
  const { followUp, context } = turn;
  const task = caseAbout(followUp, 'outcome-unknown', message.id.split('~').slice(1).join('-'), {
    priority: queuePriority(followUp),
    dueAt: repairBy(followUp, context.now),
    ...(message.checkIn && { checkIn: message.checkIn }),
  });
  const raised = raise(dropMessage(turn, message.id), task);
  const checkIn = checkInOf(raised, message.checkIn ?? '');
  return checkIn?.state === 'sending' ? notSent(raised, checkIn, 'outcome-unknown') : raised;
}
