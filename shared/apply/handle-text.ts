import type { NewCase } from '#shared/domain/case/case.ts';
import type { Contact, SuppressionReason } from '#shared/domain/contact/contact.ts';
import {
  failedReading,
  isCarrierKeyword,
  readReply,
  type ReplyReading,
} from '#shared/domain/replies/read-reply.ts';
import type { Instant } from '#shared/domain/record.ts';
import type { InboundText, Ports } from '#shared/ports.ts';
import { caseForText } from '#shared/domain/case/case-for-text.ts';
import { createCase } from './apply-to-case.ts';

export type HandleTextDeps = Pick<Ports, 'contacts' | 'cases' | 'queues' | 'programme' | 'now'>;

/**
 * Everything that must not wait once a text is stored: read it for consent and for safety, stop texts if it says so,
 * open the case if it is urgent or if nobody would otherwise read it, and tell the follow-ups. Safe to repeat.
 */
export async function handleText(deps: HandleTextDeps, text: InboundText): Promise<string> {
  if (text.handledAt !== undefined) return 'handled-before';
  const contact = await deps.contacts.get(text.contactId);
  const reading = read(text);
  await changeConsent(deps, text, reading);
  const newCase = caseForText(text, reading, contact, { now: deps.now(), programme: await deps.programme() });
  if (newCase) await open(deps, newCase);
  await tellFollowUps(deps, contact, text, reading, newCase);
  await deps.contacts.textHandled(text.contactId, text.id, {
    at: deps.now(),
    reading,
    ...(newCase && { caseId: newCase.id }),
  });
  return contact && contact.openFollowUps.length > 0 ? `text-${reading.queue}` : 'text-unknown-sender';
}

/** A reader that fails means that a person reads it; it never means that nobody does. */
function read(text: InboundText): ReplyReading {
  try {
    return readReply(text.body, { asked: 'check-in' });
  } catch {
    return failedReading();
  }
}

const SUPPRESSES: Partial<Record<ReplyReading['consent'], SuppressionReason>> = {
  'opt-out': 'opt-out-words',
  'ambiguous-opt-out': 'opt-out-ambiguous',
};

async function changeConsent(deps: HandleTextDeps, text: InboundText, reading: ReplyReading): Promise<void> {
  const reason = SUPPRESSES[reading.consent];
  if (reason) {
    await deps.contacts.suppressKnown(text.contactId, { reason, at: text.receivedAt });
  } else if (reading.meaning === 'wrong-number') {
    await deps.contacts.suppressKnown(text.contactId, { reason: 'wrong-number', at: text.receivedAt });
  } else if (reading.consent === 'opt-in') {
    await deps.contacts.release(text.contactId);
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
      at: text.receivedAt satisfies Instant,
      channel: 'sms',
      reading,
      carrierAnswered: isCarrierKeyword(text.body) !== undefined,
      ...(newCase && { caseOpened: newCase.id }),
    });
  }
}
