import type { NewCase, CaseNote, CaseOutcome } from '../case/case.ts';
import type { Channel, SuppressionReason } from '../contact/contact.ts';
import type { TextId } from '../messages/text-ids.ts';
import type { ReplyReading } from '../replies/read-reply.ts';
import type { Actor, Instant } from '../record.ts';
import type { CarrierAnswer, HandOverResult, Message } from '../sending/message.ts';
import type { CarrierStatus } from '../sending/statuses.ts';
import type { HoldReason, Reach } from './follow-up.ts';

/** Everything that can happen to a follow-up. Any of it may come twice, late or out of order. */
export type FollowUpInput =
  | { kind: 'wake' }
  // sending
  | { kind: 'claim'; messageId: string }
  | { kind: 'hand-over-result'; messageId: string; result: HandOverResult }
  | { kind: 'carrier-answer'; messageId: string; answer: CarrierAnswer }
  | { kind: 'receipt'; messageId: string; status: CarrierStatus; code?: string; at: Instant }
  // the client
  | {
      kind: 'reply';
      /** The carrier's own keyword service answered this text already. */
      carrierAnswered?: boolean;
      /** receive-text opened this case before it answered the carrier. */
      caseOpened?: string;
      inboundId: string;
      /** The contact that wrote, under which the text is stored; it may be one that the agency has replaced since. */
      contactId?: string;
      at: Instant;
      channel: Channel | 'link';
      reading: ReplyReading;
      checkIn?: string;
    }
  | { kind: 'consent-revoked'; channel: Channel | 'all'; how: SuppressionReason; at: Instant; by: Actor }
  | { kind: 'consent-renewed'; channel: Channel; at: Instant }
  // the agency and its staff
  | { kind: 'held'; why: HoldReason; at: Instant; by: Actor }
  | { kind: 'hold-lifted'; at: Instant; by: Actor }
  | {
      kind: 'human-contact';
      outcome: 'reached' | 'left-message' | 'not-reached' | 'declined';
      channel: string;
      at: Instant;
      by: Actor;
    }
  | {
      kind: 'contact-changed';
      reach: Readonly<Partial<Record<Channel, Reach>>>;
      zones?: readonly string[];
      at: Instant;
    }
  | { kind: 'reopened'; at: Instant }
  | {
      kind: 'superseded';
      by: string;
      at: Instant;
      /** Set when the newer session has no follow-up: why not. */
      why?: string;
    }
  | { kind: 'case-closed'; caseId: string; outcome: CaseOutcome; at: Instant; by: Actor }
  // effects carried out
  | { kind: 'carried-out'; raised: readonly string[]; told: readonly string[] };

/** How a note that a case was told is named among the results. */
export const toldKey = (caseId: string, note: CaseNote): string => `${caseId} ${note.at}`;

/** What the world must do after a save. All of it may be repeated without harm. */
export type Effect =
  | { kind: 'send'; messageId: string; lane: Message['lane']; delaySeconds?: number }
  | { kind: 'ask-carrier'; messageId: string }
  | { kind: 'hand-over'; message: Message; text: OutgoingText }
  | { kind: 'keep-body'; messageId: string; contactId: string; text: OutgoingText }
  | { kind: 'raise-case'; newCase: NewCase }
  | { kind: 'tell-case'; caseId: string; note: CaseNote }
  | { kind: 'suppress-contact'; contactId: string; reason: SuppressionReason; at: Instant }
  | { kind: 'forget-contacts'; contactIds: readonly string[] }
  | { kind: 'page-step'; round: number; step: number; priority: NewCase['priority'] }
  | { kind: 'page-operators'; round: number; step: number; priority: NewCase['priority'] }
  | { kind: 'tell-follow-up'; followUpId: string; input: FollowUpInput };

/** What a client will read: one text, or the values from which an e-mail is written. */
export type OutgoingText =
  | { channel: 'sms'; text: string; segments: number; catalogueVersion: string }
  | {
      channel: 'email';
      template: TextId;
      language: 'en' | 'es';
      values: Readonly<Record<string, string>>;
      catalogueVersion: string;
    };
