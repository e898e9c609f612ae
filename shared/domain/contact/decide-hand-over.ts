import type { AnswerClass, Contact, SuppressionReason } from './contact.ts';
import type { Programme } from '../programme.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../record.ts';
import { localDay } from '../time/local-time.ts';
import { isOpen, nextOpen, openUntil, SEARCH_DAYS } from '../time/contact-window.ts';

/** What is about to be handed over: a planned message, or the answer to a text that just came in. */
export type HandOverRequest = { messageId: string; answer?: AnswerClass };

export type HandOverRefusal =
  | 'suppressed'
  | 'daily-cap'
  | 'outside-window'
  | 'sending-off'
  | 'not-on-allow-list'
  | 'answered-recently'
  | 'confirmation-too-late';

/**
 * `until`: when the contact's own window closes; a planned message is not left valid beyond it. `opensAt`: when it opens
 * next, where it is closed now; where it never does, later than anything is planned.
 */
export type HandOverDecision =
  | { kind: 'go'; contact: Contact; until?: Instant }
  | { kind: 'refuse'; reason: HandOverRefusal; suppressedAs?: SuppressionReason; opensAt?: Instant };

/** How long a machine waits before it answers the same contact in the same way again. */
const ANSWER_PAUSE: Record<AnswerClass, number> = {
  safety: HOUR,
  acknowledgement: 5 * MINUTE,
  'unknown-sender': DAY,
  'stop-confirmation': 5 * MINUTE,
  help: HOUR,
};

/** 47 CFR 64.1200(a)(12): one confirmation, within five minutes of the opt-out. */
const CONFIRMATION_LIMIT = 5 * MINUTE;

/**
 * The last look before a hand-over, on the contact as it stands now: suppression, allow-list, daily cap, window.
 * Returns the contact with the message counted; the caller stores it on the version it read, and hands over
 * within two seconds or asks again. A message already counted is not counted twice.
 */
export function decideHandOver(
  contact: Contact,
  request: HandOverRequest,
  { now, programme }: { now: Instant; programme: Programme },
): HandOverDecision {
  const refusal = refusalOf(contact, request, now, programme);
  if (refusal === 'suppressed' && contact.suppression)
    return { kind: 'refuse', reason: refusal, suppressedAs: contact.suppression.reason };
  if (refusal === 'outside-window') {
    const opens = nextOpen(now, windowOf(contact, programme));
    return { kind: 'refuse', reason: refusal, opensAt: opens?.start ?? now + SEARCH_DAYS * DAY };
  }
  if (refusal) return { kind: 'refuse', reason: refusal };
  if (request.answer) return { kind: 'go', contact: answered(contact, request.answer, now) };
  const until = openUntil(now, windowOf(contact, programme));
  return {
    kind: 'go',
    contact: counted(contact, request.messageId, now),
    ...(until !== undefined && { until }),
  };
}

function refusalOf(
  contact: Contact,
  request: HandOverRequest,
  now: Instant,
  programme: Programme,
): HandOverRefusal | undefined {
  const { sending } = programme;
  if (sending.mode === 'off') return 'sending-off';
  if (sending.mode === 'allow-list' && !sending.contactIds.includes(contact.id)) return 'not-on-allow-list';
  if (request.answer) return answerRefusal(contact, request.answer, now);
  if (contact.suppression) return 'suppressed';
  const { messageIds } = sentOn(contact, now);
  if (!messageIds.includes(request.messageId) && messageIds.length >= programme.dailyCap) return 'daily-cap';
  return isOpen(now, windowOf(contact, programme)) ? undefined : 'outside-window';
}

function answerRefusal(contact: Contact, answer: AnswerClass, now: Instant): HandOverRefusal | undefined {
  const last = contact.lastAnswers[answer] ?? -Infinity;
  const { suppression } = contact;
  if (suppression) {
    if (answer === 'stop-confirmation') {
      if (now - suppression.at > CONFIRMATION_LIMIT) return 'confirmation-too-late';
      return last >= suppression.at ? 'answered-recently' : undefined;
    }
    // After a stop a machine may give one safety answer, once; from then on people answer.
    if (answer !== 'safety') return 'suppressed';
    return last >= suppression.at ? 'suppressed' : undefined;
  }
  return now - last < ANSWER_PAUSE[answer] ? 'answered-recently' : undefined;
}

/** The hours in which this contact may be messaged: the agency's, narrowed by their own, in every zone they may be in. */
function windowOf(contact: Pick<Contact, 'zones' | 'safeHours'>, programme: Programme) {
  return {
    zones: contact.zones,
    agencyWindow: programme.contactWindow,
    ...(contact.safeHours && { safeHours: contact.safeHours }),
  };
}

function sentOn(contact: Contact, now: Instant): Contact['sentToday'] {
  const day = localDay(now, contact.zones[0] ?? 'UTC');
  return contact.sentToday.day === day ? contact.sentToday : { day, messageIds: [] };
}

function counted(contact: Contact, messageId: string, now: Instant): Contact {
  const today = sentOn(contact, now);
  if (today.messageIds.includes(messageId)) return { ...contact, sentToday: today };
  return { ...contact, sentToday: { day: today.day, messageIds: [...today.messageIds, messageId] } };
}

/** By a slow clock the answer to a stop may seem to come before it: then it would be given again. */
function answered(contact: Contact, answer: AnswerClass, now: Instant): Contact {
  const at = Math.max(now, contact.suppression?.at ?? now);
  return { ...contact, lastAnswers: { ...contact.lastAnswers, [answer]: at } };
}
