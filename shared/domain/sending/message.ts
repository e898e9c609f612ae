import type { AnswerClass, Channel, SuppressionReason } from '../contact/contact.ts';
import type { TextId } from '../messages/text-ids.ts';
import { HOUR, MINUTE, type Instant } from '../record.ts';
import type { CarrierStatus } from './statuses.ts';

/** How long a claim holds before its outcome counts as unknown. Longer than any function may run. */
export const CLAIM_LEASE = 2 * MINUTE;
/** When a message that was put on a queue and not claimed is put there again. */
export const REQUEUE_AFTER = 5 * MINUTE;
/** Carriers may deliver receipts up to 72 h later; then the status stays unknown. */
export const RECEIPT_HORIZON = 72 * HOUR;
/** After an unknown outcome the carrier is asked this long after the lease, first and last. */
export const ASK_CARRIER_AFTER = [MINUTE, 10 * MINUTE] as const;

export type MessageState = 'queued' | 'claimed' | 'unknown' | 'handed-over';

/**
 * A message on its way out, kept in its document's outbox until nothing more can be learned about it.
 * `(document, step, attempt, channel)` make the id, so a message is handed over once whatever is repeated.
 */
export type Message = {
  id: string;
  state: MessageState;
  channel: Channel;
  contactId: string;
  /** The catalogue's text id. */
  template: TextId;
  lane: 'routine' | 'urgent';
  /** Set on answers to a text that the client just sent: they may go outside the window. */
  answer?: AnswerClass;
  checkIn?: string;
  attempt: number;
  /** Nothing may be handed over, or stay valid with the carrier, after this instant. */
  notAfter: Instant;
  /** When to look at this message again; undefined only when nothing is pending. */
  lookAt?: Instant;
  tries: number;
  claimedAt?: Instant;
  handedOverAt?: Instant;
  /** How often the carrier has been asked about an unknown outcome. */
  asked?: number;
  /** When it first answered, if that settled nothing. */
  askedAt?: Instant;
  providerId?: string;
  status?: CarrierStatus;
};

/** What handing a message over came to. */
export type HandOverResult =
  | { kind: 'accepted'; providerId: string; status: CarrierStatus }
  | { kind: 'refused'; code: string }
  | { kind: 'unknown' }
  | { kind: 'not-allowed'; reason: string; suppressedAs?: SuppressionReason; opensAt?: Instant }
  | { kind: 'throttled'; retryAfterSeconds: number };

/** What the carrier's own list said about a message whose outcome we do not know. */
export type CarrierAnswer =
  | { kind: 'found'; providerId: string; status: CarrierStatus; code?: string }
  | { kind: 'none' }
  | { kind: 'cannot-say' };

/** The message id that travels in the status-callback URL. */
export function messageId(documentId: string, step: string, attempt: number, channel: Channel): string {
  return `${documentId}~${step}~${attempt}~${channel}`;
}

/** Whether somebody who names a message may mean one of ours. */
export const isMessageId = (id: string): boolean => /^(fu|case)#[\x21-\x7e]{1,290}$/.test(id);

/** The document that a message id belongs to. */
export function documentOfMessage(id: string): string {
  return id.split('~')[0] ?? id;
}
