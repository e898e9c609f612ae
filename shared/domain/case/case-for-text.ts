import type { Contact } from '../contact/contact.ts';
import type { Context } from '../follow-up/turn.ts';
import { HOUR, MINUTE, type Instant } from '../record.ts';
import { isBareStop } from '../replies/is-bare-stop.ts';
import type { ReplyReading } from '../replies/read-reply.ts';
import { endOfNextStaffedDay } from '../time/staffed-hours.ts';
import type { CaseAnswer, CaseReason, NewCase } from './case.ts';

/** Urgent words are read by a person within this, at any hour. */
const URGENT_WITHIN = 15 * MINUTE;

type StoredText = { contactId: string; id: string; receivedAt: Instant };

/**
 * The case that a text opens before the carrier has its answer: for urgent words, for a text that could not be read,
 * and for every text that no follow-up would show to a person. Undefined where the follow-up itself does.
 */
export function caseForText(
  text: StoredText,
  reading: ReplyReading,
  contact: Contact | undefined,
  context: Context,
): NewCase | undefined {
  const known = contact?.openFollowUps ?? [];
  if (reading.safety === 'urgent') return urgent(text, reading, contact, context);
  if (reading.because.includes('reader:failed'))
    return toRead(text, 'reading-failed', reading, contact, context);
  if (known.length === 0 && !isBareStop(reading))
    return toRead(text, 'unknown-sender', reading, contact, context);
  return undefined;
}

function urgent(
  text: StoredText,
  reading: ReplyReading,
  contact: Contact | undefined,
  context: Context,
): NewCase {
  return {
    ...base(text, 'urgent-words', contact, context),
    kind: 'escalation',
    priority: 'urgent',
    dueAt: Math.max(text.receivedAt, context.now) + URGENT_WITHIN,
    pageAtAnyHour: true,
    answer: answerOf(text, reading),
    because: reading.because,
  };
}

function toRead(
  text: StoredText,
  reason: CaseReason,
  reading: ReplyReading,
  contact: Contact | undefined,
  context: Context,
): NewCase {
  const soon = reading.safety === 'distress' || reading.queue === 'urgent';
  const byNextDay = endOfNextStaffedDay(context.now, context.programme);
  return {
    ...base(text, reason, contact, context),
    kind: 'task',
    priority: soon ? 'high' : 'routine',
    dueAt: soon ? Math.min(byNextDay, context.now + 12 * HOUR) : byNextDay,
    pageAtAnyHour: false,
    ...(reason === 'unknown-sender' && {
      answer: { ...answerOf(text, reading), atOnce: 'safe-answer' as const },
    }),
    because: reading.because,
  };
}

function base(text: StoredText, reason: CaseReason, contact: Contact | undefined, { programme }: Context) {
  const followUp = contact?.openFollowUps[0];
  return {
    id: `case#in.${text.id}`,
    reason,
    agencyId: followUp?.agencyId ?? programme.agencyId,
    subject: {
      inboundId: text.id,
      contactId: text.contactId,
      ...(followUp && { followUpId: followUp.followUpId, clientRef: followUp.clientRef }),
    },
  };
}

function answerOf(text: StoredText, reading: ReplyReading): CaseAnswer {
  const about = ANSWERED_911_FIRST.find((kind) => kind === reading.about);
  return {
    contactId: text.contactId,
    language: reading.language === 'es' ? 'es' : 'en',
    discreet: false,
    ...(about && { about }),
  };
}

/** These are answered with 911 first; everything else with 988 first. */
const ANSWERED_911_FIRST = ['overdose', 'medical', 'violence'] as const;
