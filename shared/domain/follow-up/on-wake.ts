import { DAY, MINUTE } from '../record.ts';
import { CLAIM_LEASE, REQUEUE_AFTER, type Message } from '../sending/message.ts';
import { forgetContacts } from './complete.ts';
import { staffMustLook } from './on-carrier.ts';
import { expired, outcomeUnknown } from './on-hand-over.ts';
import { tooLateWhileHeld } from './on-hold.ts';
import { isAskedAnew, leftToTheNewer, silence } from './on-silence.ts';
import { queueSend } from './queue-send.ts';
import { checkInOf, dropMessage, emit, messageOf, retryCases, updateMessage, type Turn } from './turn.ts';

/** Something was due: look at everything that is. Waking too early, or twice, changes nothing. */
export function wake(turn: Turn): Turn {
  const cases = retryCases(turn);
  const messages = cases.followUp.outbox.reduce((next, message) => lookAtMessage(next, message), cases);
  const steps = messages.followUp.checkIns.reduce((next, { id }) => lookAtCheckIn(next, id), messages);
  const held = steps.followUp.status === 'held' ? tooLateWhileHeld(steps) : steps;
  return forgetContacts(held);
}

function lookAtMessage(turn: Turn, message: Message): Turn {
  const { now } = turn.context;
  if (message.lookAt === undefined || message.lookAt > now) return turn;
  switch (message.state) {
    case 'queued':
      return now >= message.notAfter ? expired(turn, message) : sendAgain(turn, message);
    case 'claimed':
      // The lease is over: whoever claimed it died, or could not say what came of it.
      return now >= (message.claimedAt ?? 0) + CLAIM_LEASE ? leaseOver(turn, message) : turn;
    case 'unknown':
      return askCarrier(turn, message);
    case 'handed-over':
      return dropMessage(turn, message.id);
  }
}

function leaseOver(turn: Turn, message: Message): Turn {
  const unknown = outcomeUnknown(turn, message);
  return lookAtMessage(unknown, messageOf(unknown, message.id) ?? message);
}

function sendAgain(turn: Turn, message: Message): Turn {
  const again = updateMessage(turn, message.id, {
    lookAt: Math.min(turn.context.now + REQUEUE_AFTER, message.notAfter),
  });
  return emit(again, { kind: 'send', messageId: message.id, lane: message.lane });
}

function askCarrier(turn: Turn, message: Message): Turn {
  const checkIn = checkInOf(turn, message.checkIn ?? '');
  // Nobody has had an answer from the carrier, maybe because nobody could ask: silence there is no reason to wait on.
  if (turn.context.now >= (checkIn?.silentBy ?? (message.claimedAt ?? 0) + DAY))
    return staffMustLook(turn, message);
  const asked = updateMessage(turn, message.id, { lookAt: turn.context.now + 5 * MINUTE });
  return emit(asked, { kind: 'ask-carrier', messageId: message.id });
}

function lookAtCheckIn(turn: Turn, id: string): Turn {
  const checkIn = checkInOf(turn, id);
  const { now } = turn.context;
  if (!checkIn) return turn;
  if (checkIn.state === 'awaiting-answer' && (checkIn.answerBy ?? Infinity) <= now)
    return silence(turn, checkIn);
  if (checkIn.state !== 'scheduled' || checkIn.sendAt > now || turn.followUp.status !== 'open') return turn;
  // A second attempt that was planned before the newer plan asked.
  return checkIn.attempts.length > 0 && isAskedAnew(turn, checkIn)
    ? leftToTheNewer(turn, checkIn)
    : queueSend(turn, checkIn);
}
