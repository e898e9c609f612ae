import type { Hours } from '../time/contact-window.ts';
import type { Instant } from '../record.ts';

export type Channel = 'sms' | 'email';

/** Why a contact may not be messaged. */
export type SuppressionReason =
  | 'opt-out-keyword'
  | 'opt-out-words'
  | 'opt-out-ambiguous'
  | 'opt-out-staff'
  | 'opt-out-link'
  | 'carrier-opt-out'
  | 'complaint'
  | 'hard-bounce'
  | 'invalid-number'
  | 'wrong-number'
  | 'deceased';

/** `at`: since when nothing may be sent. `againAt`: when it was last said again. */
export type Suppression = { reason: SuppressionReason; at: Instant; againAt?: Instant };

/**
 * One phone number or address, found by a keyed hash of it; everything that must hold across follow-ups lives here.
 * `value` is the number or address itself and is read only by the function that hands a message over.
 */
export type Contact = {
  id: string;
  version: number;
  channel: Channel;
  value: string;
  suppression?: Suppression;
  /** When the client last took back their own stop: what they said before does not stop anything again. */
  releasedAt?: Instant;
  /** A contact's own hours narrow the agency's window. */
  safeHours?: Hours;
  /** When they were named, by the agency's clock. */
  hoursSaidAt?: Instant;
  /** When the zones were said, by the agency's clock. */
  saidAt?: Instant;
  /** IANA zones the client may be in; the window must be open in all of them. */
  zones: readonly string[];
  openFollowUps: readonly { followUpId: string; clientRef: string; agencyId: string }[];
  /** Messages counted against the daily cap, by the client's local day (YYYY-MM-DD). */
  sentToday: { day: string; messageIds: readonly string[] };
  /** When a machine last answered this contact, by class; limits how often it may. */
  lastAnswers: Readonly<Partial<Record<AnswerClass, Instant>>>;
};

/** Answers to a text that the client just sent; they may go outside the window. */
export type AnswerClass = 'safety' | 'acknowledgement' | 'unknown-sender' | 'stop-confirmation' | 'help';
