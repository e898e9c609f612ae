import type { Language } from '../programme.ts';
import type { Instant, RecordHead } from '../record.ts';
import type { CarrierAnswer, HandOverResult, Message } from '../sending/message.ts';
import type { CarrierStatus } from '../sending/statuses.ts';

export type Priority = 'urgent' | 'high' | 'routine';

/** Why a person is needed; one word per idea, in facts, alerts and metrics. */
export type CaseReason =
  // words and silence
  | 'urgent-words'
  | 'distress-words'
  | 'reply-to-read'
  | 'asked-for-call'
  | 'missed-check-in'
  | 'opted-out'
  | 'wrong-number'
  | 'reading-failed'
  | 'unknown-sender'
  // things that stood in the way of a message
  | 'not-sent'
  | 'not-delivered'
  | 'contact-repair'
  | 'outcome-unknown'
  // what the session left open
  | 'high-tier-call'
  | 'safety-plan-incomplete'
  | 'means-safety-not-discussed'
  | 'declined'
  | 'held';

/** Ids that lead staff, in the agency's own system, to the person. Nothing else about the person stands in a case. */
export type CaseSubject = {
  followUpId?: string;
  sessionId?: string;
  clientRef?: string;
  checkIn?: string;
  /** The stored text that opened the case. */
  inboundId?: string;
  /** Whose text it was, as the keyed hash that the contact is stored under. */
  contactId?: string;
};

/** The automatic answer that the client gets once it is known whether a page went out. */
export type CaseAnswer = {
  contactId: string;
  language: Language;
  discreet: boolean;
  about?: 'overdose' | 'medical' | 'violence';
  /** Sent when the case opens, without waiting for a page: the answer to a number that nobody knows. */
  atOnce?: 'safe-answer';
};

/** What is needed to open a case. `escalation` pages at once; a `task` pages only if it is overdue. */
export type NewCase = {
  id: string;
  kind: 'escalation' | 'task';
  reason: CaseReason;
  priority: Priority;
  agencyId: string;
  dueAt: Instant;
  subject: CaseSubject;
  ownerId?: string;
  /** Words page at any hour; silence waits for the end of the staff's quiet hours. */
  pageAtAnyHour: boolean;
  answer?: CaseAnswer;
  /** More about the reason, as codes, for example why a follow-up was declined. */
  because?: readonly string[];
};

export type CaseOutcome =
  'reached' | 'left-message' | 'not-reached' | 'emergency-services' | 'passed-on' | 'not-needed';

export type CaseNote = {
  at: Instant;
  kind: 'client-answered' | 'another-text' | 'message-refused';
  code?: string;
};

/** One step's alert: which step, and whether it was handed to the alert channel. */
export type Page = {
  round: number;
  step: number;
  at: Instant;
  state: 'asked' | 'sent' | 'failed';
  tries: number;
};

/** A case that a person must acknowledge, as stored. Its own document, so that no broken follow-up can silence it. */
export type Case = NewCase & {
  schema: 1;
  version: number;
  record: RecordHead;
  openedAt: Instant;
  state: 'open' | 'acknowledged' | 'closed';
  /** When the next thing happens on the ladder; `step` is the step that will then be paged. */
  next?: { at: Instant; step: number; round: number };
  pages: readonly Page[];
  acknowledged?: { by: string; at: Instant };
  closed?: { by: string; at: Instant; outcome: CaseOutcome };
  notes: readonly CaseNote[];
  unansweredAt?: Instant;
  /** Which automatic answers this case has given, each at most once. */
  answersGiven: readonly string[];
  /** Told to the follow-up when closed; kept until its queue has it. */
  followUpToTell?: { lookAt: Instant };
  outbox: readonly Message[];
};

export type CaseInput =
  | { kind: 'open'; newCase: NewCase }
  | { kind: 'wake' }
  | { kind: 'page-result'; round: number; step: number; sent: boolean }
  | { kind: 'acknowledged'; by: string; at: Instant }
  | { kind: 'closed'; by: string; at: Instant; outcome: CaseOutcome }
  | { kind: 'note'; note: CaseNote }
  | { kind: 'follow-up-told' }
  // the automatic answer's way out
  | { kind: 'claim'; messageId: string }
  | { kind: 'hand-over-result'; messageId: string; result: HandOverResult }
  | { kind: 'carrier-answer'; messageId: string; answer: CarrierAnswer }
  | { kind: 'receipt'; messageId: string; status: CarrierStatus; code?: string; at: Instant };
