import type { NewCase } from '#shared/domain/case/case.ts';
import type { Contact, SuppressionReason } from '#shared/domain/contact/contact.ts';
import {
  failedReading,
  isCarrierKeyword,
  readReply,
  type ReplyReading,
} from '#shared/domain/replies/read-reply.ts';
import { readWebAnswer } from '#shared/domain/replies/read-web-answer.ts';
import type { Instant } from '#shared/domain/record.ts';
import type { InboundText, Ports } from '#shared/ports.ts';
import { caseForText } from '#shared/domain/case/case-for-text.ts';
import { createCase, type CreateDeps } from './apply-to-case.ts';

export type HandleTextDeps = Pick<Ports, 'contacts' | 'queues'> & CreateDeps;

/**
 * Everything that must not wait once a text is stored: read it for consent and for safety, stop texts if it says so,
 * open the case if it is urgent or if nobody would otherwise read it, and tell the follow-ups. Safe to repeat.
 */
export async function handleText(deps: HandleTextDeps, text: InboundText): Promise<string> {
  if (text.handledAt !== undefined) return 'handled-before';
  const contact = asSeenFrom(text, await deps.contacts.get(text.contactId));
  const reading = read(text);
  await changeConsent(deps, text, reading, contact);
  const newCase = await caseOf(deps, text, reading, contact);
  if (newCase) await open(deps, newCase);
  await tellFollowUps(deps, contact, text, reading, newCase);
  await deps.contacts.textHandled(text.contactId, text.id, {
    at: deps.now(),
    reading,
    ...(newCase && { caseId: newCase.id }),
  });
  return contact && contact.openFollowUps.length > 0 ? `text-${reading.queue}` : 'text-unknown-sender';
}

/** A reader that fails means that a person reads it, and a picture is never a bare doing-ok, whatever stands beside it. */
function read(text: InboundText): ReplyReading {
  try {
    return text.link
      ? readWebAnswer(text.body, text.link.meaning)
      : readReply(text.body, { asked: text.media > 0 ? 'none' : 'check-in' });
  } catch {
    return failedReading();
  }
}

/** A link answers one follow-up; only that one is told, whatever else is sent to the address. */
function asSeenFrom({ link }: InboundText, contact: Contact | undefined): Contact | undefined {
  if (!link || !contact) return contact;
  return {
    ...contact,
    openFollowUps: contact.openFollowUps.filter(({ followUpId }) => followUpId === link.followUpId),
  };
}

async function caseOf(
  deps: HandleTextDeps,
  text: InboundText,
  reading: ReplyReading,
  contact: Contact | undefined,
): Promise<NewCase | undefined> {
  const { link } = text;
  if (link && reading.queue === 'none') return undefined;
  const context = { now: deps.now(), programme: await deps.programme() };
  const newCase = caseForText(text, reading, contact, context);
  if (!newCase || !link) return newCase;
  // The page itself is the answer, and the contact is an address: nothing may be texted to it.
  const { answer: _bySms, ...silent } = newCase;
  const { followUpId, checkIn } = link;
  return { ...silent, subject: { ...silent.subject, followUpId, checkIn } };
}

const SUPPRESSES: Partial<Record<ReplyReading['consent'], SuppressionReason>> = {
  'opt-out': 'opt-out-words',
  'ambiguous-opt-out': 'opt-out-ambiguous',
};

async function changeConsent(
  deps: HandleTextDeps,
  text: InboundText,
  reading: ReplyReading,
  contact: Contact | undefined,
): Promise<void> {
  const reason = SUPPRESSES[reading.consent];
  if (reason) {
    await deps.contacts.suppressKnown(text.contactId, { reason, at: text.receivedAt });
  } else if (reading.meaning === 'wrong-number' && contact && contact.openFollowUps.length > 0) {
    await deps.contacts.suppressKnown(text.contactId, { reason: 'wrong-number', at: text.receivedAt });
  } else if (reading.consent === 'opt-in' && !text.link) {
    await deps.contacts.release(text.contactId, text.receivedAt);
  }
}

/** Opened in its own table at once, and put on its queue so that it pages at once; either alone would do. */
async function open(deps: HandleTextDeps, newCase: NewCase): Promise<void> {
  await createCase(deps, newCase);
  await deps.queues.toCase(newCase.id, { kind: 'open', newCase });
}

async function tellFollowUps(
  deps: HandleTextDeps,
  contact: Contact | undefined,
  text: InboundText,
  reading: ReplyReading,
  newCase: NewCase | undefined,
): Promise<void> {
  for (const { followUpId } of contact?.openFollowUps ?? []) {
    await deps.queues.toFollowUp(followUpId, {
      kind: 'reply',
      inboundId: text.id,
      contactId: text.contactId,
      at: text.receivedAt satisfies Instant,
      ...(text.link
        ? { channel: 'link', checkIn: text.link.checkIn }
        : { channel: 'sms', carrierAnswered: isCarrierKeyword(text.body) !== undefined }),
      reading,
      ...(newCase && { caseOpened: newCase.id }),
    });
  }
}
