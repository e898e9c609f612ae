import { HOUR, MINUTE, type Instant } from '../record.ts';
import { messageId, REQUEUE_AFTER, type Message } from '../sending/message.ts';
import { isOpen, nextOpen } from '../time/contact-window.ts';
import { caseAbout, queuePriority, repairBy } from './case-plans.ts';
import type { CheckIn } from './check-in.ts';
import { missed, wasAskedInVain } from './missed.ts';
import { firstUsable, otherChannel, windowFor } from './reach.ts';
import { outgoingText, templateOf } from './text-of.ts';
import { change, dropMessage, emit, endCheckIn, note, raise, updateCheckIn, type Turn } from './turn.ts';

/** A text that a carrier has held for longer than this is of no use to anybody. */
const LONGEST_VALIDITY = 4 * HOUR;
/** Less than this left in the window is not enough to hand over and deliver. */
export const LEAST_TIME_LEFT = 5 * MINUTE;

/** A planned message is due: put it on the way, move it into the window, or say why it does not go. */
export function queueSend(turn: Turn, checkIn: CheckIn): Turn {
  const { now, programme } = turn.context;
  const channel = firstUsable(turn.followUp, [checkIn.channel, otherChannel(checkIn.channel)], programme);
  if (!channel) return notSent(turn, checkIn, 'no-usable-channel');
  if (now > checkIn.tooLateAt) return notSent(turn, checkIn, 'too-late');
  if (!maySend(turn, channel)) return wouldHaveSent(turn, { ...checkIn, channel });
  const window = windowFor(turn.followUp, channel, programme);
  const open = isOpen(now, window) ? nextOpen(now, window) : undefined;
  if (!open || open.end - now < LEAST_TIME_LEFT) return moveIntoWindow(turn, { ...checkIn, channel });
  return queued(turn, { ...checkIn, channel }, Math.min(open.end, now + LONGEST_VALIDITY, checkIn.tooLateAt));
}

function maySend(turn: Turn, channel: CheckIn['channel']): boolean {
  const { sending } = turn.context.programme;
  if (sending.mode === 'live') return true;
  const contactId = turn.followUp.reach[channel]?.contactId ?? '';
  return sending.mode === 'allow-list' && sending.contactIds.includes(contactId);
}

function queued(turn: Turn, checkIn: CheckIn, notAfter: Instant): Turn {
  const { followUp, context } = turn;
  const message: Message = {
    id: messageId(followUp.id, checkIn.id, checkIn.attempt, checkIn.channel),
    state: 'queued',
    channel: checkIn.channel,
    contactId: followUp.reach[checkIn.channel]?.contactId ?? '',
    template: templateOf(followUp, checkIn),
    lane: 'routine',
    checkIn: checkIn.id,
    attempt: checkIn.attempt,
    notAfter,
    lookAt: Math.min(context.now + REQUEUE_AFTER, notAfter),
    tries: 1,
  };
  const sending = updateCheckIn(turn, checkIn.id, { state: 'sending', channel: checkIn.channel });
  return emit(change(sending, { outbox: [...sending.followUp.outbox, message] }), {
    kind: 'send',
    messageId: message.id,
    lane: message.lane,
  });
}

/** Takes a message back that nobody has handed over; its step is looked at again at once. */
export function withdraw(turn: Turn, { id, checkIn = '' }: Message): Turn {
  return updateCheckIn(dropMessage(turn, id), checkIn, { state: 'scheduled' });
}

/** Tries again in the next window, unless that is too late. */
export function moveIntoWindow(turn: Turn, checkIn: CheckIn, from = turn.context.now): Turn {
  const window = windowFor(turn.followUp, checkIn.channel, turn.context.programme);
  const next = nextOpen(from + LEAST_TIME_LEFT, window);
  if (!next || next.start > checkIn.tooLateAt) return notSent(turn, checkIn, 'no-window-in-time');
  return updateCheckIn(turn, checkIn.id, { state: 'scheduled', sendAt: Math.max(next.start, from) });
}

/** Sending is off: the text is kept as it would read, and the client stands on the staff's call list. */
function wouldHaveSent(turn: Turn, checkIn: CheckIn): Turn {
  const id = messageId(turn.followUp.id, checkIn.id, checkIn.attempt, checkIn.channel);
  const template = templateOf(turn.followUp, checkIn);
  const text = outgoingText(turn.followUp, { channel: checkIn.channel, template }, turn.context);
  const kept = emit(turn, {
    kind: 'keep-body',
    messageId: id,
    contactId: turn.followUp.reach[checkIn.channel]?.contactId ?? '',
    text,
  });
  const told = note(kept, 'would-have-sent', { detail: { checkIn: checkIn.id, message: id, template } });
  return notSent(told, checkIn, 'sending-off');
}

/** A check-in that asks for an answer and could not go out is a call for staff; a caring contact is only left out. */
export function notSent(turn: Turn, checkIn: CheckIn, why: string): Turn {
  if (wasAskedInVain(checkIn)) return missed(turn, checkIn);
  const ended = endCheckIn(turn, checkIn.id, 'not-sent', { why });
  if (checkIn.kind !== 'check-in') return ended;
  const { followUp, context } = turn;
  const byTier = repairBy(followUp, context.now);
  const callList = caseAbout(followUp, 'not-sent', checkIn.id, {
    priority: queuePriority(followUp),
    dueAt: byTier,
    checkIn: checkIn.id,
    because: [why],
  });
  return raise(note(ended, 'handed-to-staff', { why, detail: { checkIn: checkIn.id } }), callList);
}
