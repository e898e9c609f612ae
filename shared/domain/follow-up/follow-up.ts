import type { NewCase, CaseNote } from '../case/case.ts';
import type { Channel } from '../contact/contact.ts';
import type { Language } from '../programme.ts';
import type { Instant, RecordHead } from '../record.ts';
import type { Message } from '../sending/message.ts';
import type { Hours } from '../time/contact-window.ts';
import type { CheckIn, EndedCheckIn } from './check-in.ts';

export type Tier = 'low' | 'moderate' | 'high';

/** A way this follow-up may reach the client, and why not any more. */
export type Reach = {
  contactId: string;
  safeHours?: Hours;
  /** The first text says nothing that another reader could use. */
  discreet: boolean;
  /** Set when this channel may not or cannot be used. */
  stopped?: 'opted-out' | 'held-opt-out' | 'undeliverable' | 'wrong-number';
  /** When a stop was last said: only what was said after it takes it back. */
  stoppedAt?: Instant;
  /** When a stop was last taken back: one from before that, which comes late or again, stops nothing. */
  startedAt?: Instant;
};

export type HoldReason = 'death' | 'admission' | 'custody' | 'request' | 'reopened' | 'ambiguous-opt-out';

/** `undecided`: beside it words that may be a stop wait for a person, and lifting the agency's own hold answers them not. */
export type Hold = { why: HoldReason; since: Instant; undecided?: true };

/** A case to be raised, kept in the document until its own document exists. */
export type CaseToRaise = { newCase: NewCase; lookAt: Instant };
/** Something that a case must be told, kept until it is on its queue. */
export type CaseToTell = { caseId: string; note: CaseNote; lookAt: Instant };

/** Who the follow-up is about, by the agency's own ids. */
export type Session = {
  agencyId: string;
  sessionId: string;
  clientRef: string;
  /** The instant of the newest event that this plan was made from; an older one changes nothing. */
  closedAt: Instant;
  /** The ids of events already applied, newest last, so that a replay changes nothing. */
  eventIds: readonly string[];
};

/**
 * One client's follow-up after one closed session, as stored: what is open, plus one line per ended step.
 * Bodies, facts and inbound texts are items of their own.
 */
export type FollowUp = {
  id: string;
  schema: 1;
  version: number;
  record: RecordHead;
  session: Session;
  status: 'open' | 'held' | 'completed' | 'declined';
  hold?: Hold;
  /** When a hold was last lifted: one from before that, which comes late or again, holds nothing. */
  holdLiftedAt?: Instant;
  declined?: string;
  /** When consent was last taken back, of whichever channel: a closing from before that, which is told late, starts no plan. */
  revokedAt?: Instant;
  tier: Tier;
  protocol: { name: 'post-crisis' | 'caring-contacts'; version: number };
  language: Language;
  /** The client's preferred name; erasable without touching the record. */
  name?: string;
  owner?: { staffId: string; name?: string };
  zones: readonly string[];
  zoneConfidence: 'stated' | 'zip' | 'address' | 'area-code' | 'agency';
  reach: Readonly<Partial<Record<Channel, Reach>>>;
  /** When the agency last changed the contacts: an older change, which comes late or again, changes nothing. */
  contactsAt?: Instant;
  /** The client agreed that staff may call when they go quiet. */
  callIfQuiet: boolean;
  /** Distress at closing was 8 or more, or not lower than before: first in the queue. */
  raisedPriority: boolean;
  checkIns: readonly CheckIn[];
  ended: readonly EndedCheckIn[];
  outbox: readonly Message[];
  /** The newest inbound ids already applied, at most 20, so that a redelivery changes nothing. */
  repliesSeen: readonly string[];
  casesToRaise: readonly CaseToRaise[];
  casesToTell: readonly CaseToTell[];
  /** Set when every step has ended: until then the client's number still leads here. */
  linkedUntil?: Instant;
};
