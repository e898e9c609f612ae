import type { CaseReason } from '../case/case.ts';
import type { AnswerClass, Channel } from '../contact/contact.ts';
import type { TextId } from '../messages/text-ids.ts';
import { HOUR, MINUTE, type Instant } from '../record.ts';
import { isBareStop } from '../replies/is-bare-stop.ts';
import type { ReplyReading } from '../replies/read-reply.ts';
import { messageId, type Message } from '../sending/message.ts';
import { callBy } from '../time/staffed-hours.ts';
import { caseAbout, queuePriority, readBy } from './case-plans.ts';
import { usable } from './reach.ts';
import { inboundOf, isFromFormerContact, type Reply } from './reply.ts';
import { change, emit, raise, type Context, type Turn } from './turn.ts';

/** What a person has to read gets its task, and the client one short answer. */
export function answerAndQueue(turn: Turn, input: Reply, queued: boolean): Turn {
  const { reading } = input;
  // An urgent text has its case already, opened before the carrier had its answer; that case also answers the client.
  if (reading.safety === 'urgent' || input.caseOpened) return turn;
  if (reading.queue === 'none' || reading.meaning === 'wrong-number' || isBareStop(reading)) return turn;
  // The task that the stop itself opened shows the words; distress in them has its own, sooner deadline.
  if (reading.consent === 'opt-out' && queued && reading.safety === 'none') return turn;
  const reason = caseReason(reading);
  const task = caseAbout(turn.followUp, reason, input.inboundId, {
    priority:
      reading.safety === 'distress' || reason === 'asked-for-call' ? 'high' : queuePriority(turn.followUp),
    dueAt: dueOf(reason, turn.context),
    inbound: inboundOf(input),
    because: reading.because,
  });
  const raised = raise(turn, task);
  if (reason === 'asked-for-call') return answerWith(raised, input, 'call-me', 'acknowledgement');
  return reading.consent === 'none'
    ? answerWith(raised, input, reading.meaning === 'so-so' ? 'so-so' : 'other-words', 'acknowledgement')
    : raised;
}

/** Distress within half a day; a call when the text that answers says so; all else by the end of the next staffed day. */
function dueOf(reason: CaseReason, context: Context): Instant {
  const { now, programme } = context;
  if (reason === 'distress-words') return Math.min(readBy(context), now + 12 * HOUR);
  return reason === 'asked-for-call' ? Math.max(callBy(now, programme), now + HOUR / 2) : readBy(context);
}

function caseReason(reading: ReplyReading): CaseReason {
  if (reading.because.includes('reader:failed')) return 'reading-failed';
  if (reading.safety === 'distress') return 'distress-words';
  return reading.meaning === 'call-me' ? 'asked-for-call' : 'reply-to-read';
}

/**
 * Queues the machine's one short answer to a text that just came in. It may go at any hour, but not late, and to nobody
 * but the contact that wrote.
 */
export function answerWith(turn: Turn, input: Reply, template: TextId, answer: AnswerClass): Turn {
  const { followUp, context } = turn;
  if (input.channel !== 'sms' || isFromFormerContact(turn, input)) return turn;
  const channel: Channel = 'sms';
  const reach =
    answer === 'stop-confirmation' ? followUp.reach.sms : usable(followUp, channel, context.programme);
  if (!reach || context.now - input.at > 15 * MINUTE) return turn;
  const discreet: Partial<Record<TextId, TextId>> = { stop: 'stop-discreet' };
  const message: Message = {
    id: messageId(followUp.id, `re-${input.inboundId}`, 1, channel),
    state: 'queued',
    channel,
    contactId: reach.contactId,
    template: reach.discreet ? (discreet[template] ?? 'discreet-ack') : template,
    lane: 'urgent',
    answer,
    attempt: 1,
    notAfter: input.at + (answer === 'stop-confirmation' ? 5 : 15) * MINUTE,
    lookAt: context.now + MINUTE,
    tries: 1,
  };
  const queued = change(turn, { outbox: [...followUp.outbox, message] });
  return emit(queued, { kind: 'send', messageId: message.id, lane: 'urgent' });
}
