/** Epoch milliseconds, UTC. */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Who decided or did a thing: Handrail itself, the client, the carrier, the agency's system, or a member of staff by id. */
export type Actor = 'machine' | 'client' | 'carrier' | 'agency' | `staff:${string}`;

/**
 * One thing that happened or was decided, for the permanent record.
 * Ids and codes only: no name, number, address or word of a person ever stands in a fact.
 */
export type Fact = {
  kind: FactKind;
  at: Instant;
  by: Actor;
  /** Why it was decided, as a code. */
  why?: string;
  detail?: Record<string, string | number | boolean>;
};

export type FactKind =
  | 'session-closed'
  | 'follow-up-started'
  | 'follow-up-declined'
  | 'follow-up-completed'
  | 'follow-up-held'
  | 'follow-up-superseded'
  | 'hold-lifted'
  | 'check-in-planned'
  | 'check-in-queued'
  | 'check-in-sent'
  | 'check-in-answered'
  | 'check-in-answered-late'
  | 'check-in-missed'
  | 'check-in-not-sent'
  | 'check-in-not-delivered'
  | 'check-in-cancelled'
  | 'message-claimed'
  | 'message-handed-over'
  | 'message-refused'
  | 'message-unknown'
  | 'message-status'
  | 'would-have-sent'
  | 'text-received'
  | 'contact-undeliverable'
  | 'contact-changed'
  | 'consent-revoked'
  | 'human-contact'
  | 'handed-to-staff'
  | 'escalation-raised'
  | 'escalation-acknowledged'
  | 'escalation-climbed'
  | 'escalation-unanswered'
  | 'task-opened'
  | 'task-acknowledged'
  | 'task-closed'
  | 'staff-alerted'
  | 'alert-failed'
  | 'case-note'
  | 'case-still-open';

/** Where a document's hash-chained record stands; kept by the document store, never by the core. */
export type RecordHead = { seq: number; hash: string };

/** The empty record of a new document. */
export const noRecord: RecordHead = { seq: 0, hash: '' };
