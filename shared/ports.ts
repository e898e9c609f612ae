import type { Case, CaseInput } from './domain/case/case.ts';
import type { Channel, Contact, Suppression } from './domain/contact/contact.ts';
import type { ContactFound } from './domain/contact/change-contact.ts';
import type { FollowUp } from './domain/follow-up/follow-up.ts';
import type { FollowUpInput } from './domain/follow-up/inputs.ts';
import type { Programme } from './domain/programme.ts';
import type { Fact, Instant } from './domain/record.ts';
import type { ReplyReading } from './domain/replies/read-reply.ts';
import type { CarrierAnswer, HandOverResult, Message } from './domain/sending/message.ts';
import type { CarrierStatus } from './domain/sending/statuses.ts';

/** Thrown by a save when another save came first: load again and decide again. */
export class VersionConflict extends Error {
  readonly documentId: string;
  constructor(documentId: string) {
    super(`another save of ${documentId} came first`);
    this.name = 'VersionConflict';
    this.documentId = documentId;
  }
}

/** Thrown when a stored document is newer than this code: it is parked, not mangled. */
export class NewerSchema extends Error {
  readonly documentId: string;
  constructor(documentId: string, schema: number) {
    super(`${documentId} has schema ${schema}, which is newer than this release reads`);
    this.name = 'NewerSchema';
    this.documentId = documentId;
  }
}

export type Freshness = 'latest' | 'may-be-stale';

/**
 * Follow-ups or cases. A save stores state, outbox and facts in one conditional write, then writes the facts to the
 * record (hash-chained) and publishes the events they stand for; a crash in between is made good by the next decision, a look a week later at most.
 */
export type Documents<D> = {
  /**
   * `may-be-stale` costs half and may miss a save of the last moments: good where a save follows, which the version
   * guards. A decision to do nothing needs the latest.
   */
  get(id: string, freshness?: Freshness): Promise<D | undefined>;
  /** Puts a new document unless one with this id exists. */
  create(document: D, facts: readonly Fact[]): Promise<'created' | 'exists'>;
  /** A document that could not be advanced is looked at again later, longer each time, so that it crowds out nothing. */
  putOff(id: string, now: Instant): Promise<void>;
  /** A decision changed nothing, as when a message comes again: what a crash left behind is put on the record. */
  settle(document: D): Promise<void>;
  /** A look changed nothing, as when only the weekly look was due: moves the due time on, unless it moved already. */
  lookedAt(document: D): Promise<void>;
  /** Saves on the version it was loaded with. Throws VersionConflict. Returns the document as stored. */
  save(document: D, facts: readonly Fact[]): Promise<D>;
};

export type InboundText = {
  contactId: string;
  /** The carrier's id, for example a MessageSid; the key under which a text is stored once. */
  id: string;
  /** The number that was texted. */
  to: string;
  body: string;
  media: number;
  receivedAt: Instant;
  /** Set for an answer given on the page behind an e-mail's link: what it answers, and the button that was pressed. */
  link?: { followUpId: string; checkIn: string; meaning?: 'ok' | 'so-so' | 'call-me' };
  reading?: ReplyReading;
  /** The case that was opened for it at once, if any. */
  caseId?: string;
  handledAt?: Instant;
};

export type ConsentRecord = {
  contactId: string;
  channel: Channel | 'voice';
  purpose: string;
  method: string;
  wordingVersion: string;
  givenAt: Instant;
  revokedAt?: Instant;
  followUpId: string;
};

/** Phone numbers and addresses, found by a keyed hash. The only place where a value of a contact is stored. */
export type Contacts = {
  idOf: (channel: Channel, value: string) => Promise<string>;
  get(contactId: string): Promise<Contact | undefined>;
  /** Adds the follow-up to the contact, creating the contact if needed. */
  link(
    contact: ContactFound,
    followUp: { followUpId: string; clientRef: string; agencyId: string },
  ): Promise<Contact>;
  unlink(contactId: string, followUpId: string): Promise<void>;
  /** Creates the contact unless there is one: somebody wrote whom nobody knows. */
  remember(contact: { id: string; channel: Channel; value: string }): Promise<void>;
  /** Records a suppression unless there is one; creates the contact if needed. */
  suppress(contact: { id: string; channel: Channel; value: string }, suppression: Suppression): Promise<void>;
  suppressKnown(contactId: string, suppression: Suppression): Promise<void>;
  /** Lifts a suppression that the client's own word set, unless it was set or said again after `at`. */
  release(contactId: string, at: Instant): Promise<void>;
  /** Reads, decides and stores on the version read; decides again when another write came first. */
  change<T>(
    contactId: string,
    decide: (contact: Contact) => { contact?: Contact; result: T },
  ): Promise<T | 'unknown-contact'>;
  storeText(text: InboundText): Promise<'stored' | 'known'>;
  getText(contactId: string, id: string): Promise<InboundText | undefined>;
  /** Marks a text as read by the machine and in a person's queue, so that it is no longer due. */
  textHandled(
    contactId: string,
    id: string,
    done: { at: Instant; reading?: ReplyReading; caseId?: string },
  ): Promise<void>;
  addConsent(consent: ConsentRecord): Promise<void>;
  /** Takes one send from the sender's bucket, or says how long to wait. Urgent sends may use the reserve. */
  takeToken(
    sender: string,
    lane: Message['lane'],
    rate: { perSecond: number; now: Instant },
  ): Promise<{ waitSeconds: number }>;
  /** Follow-ups of a client, by the agency's own reference: open, ended not long ago, or knowing of the client's death. */
  openFollowUpsOf(agencyId: string, clientRef: string): Promise<readonly string[]>;
  linkClient(agencyId: string, clientRef: string, followUpId: string): Promise<void>;
  unlinkClient(agencyId: string, clientRef: string, followUpId: string): Promise<void>;
};

export type InboxItem = {
  id: string;
  raw: string;
  source: 'http' | 'bus';
  receivedAt: Instant;
  state: 'received' | 'done' | 'parked';
  problems?: readonly { path: string; problem: string }[];
};

/** Raw events as received, stored before they are answered. What cannot be read is parked here, where operators see it. */
export type Inbox = {
  put(item: InboxItem): Promise<'stored' | 'known'>;
  get(id: string): Promise<InboxItem | undefined>;
  /** An event about a session that is not known yet: looked at again then. */
  putOff(id: string, until: Instant): Promise<void>;
  settle(id: string, state: 'done' | 'parked', problems?: InboxItem['problems']): Promise<void>;
};

export type SendRequest = { messageId: string; action: 'send' | 'ask-carrier' };

/** The queues between functions. They carry ids and codes, never words, names or numbers. */
export type Queues = {
  toInbox(inboxId: string): Promise<void>;
  toFollowUp(followUpId: string, input: FollowUpInput): Promise<void>;
  /** A stored text that is not handled yet. */
  toText(contactId: string, inboundId: string): Promise<void>;
  toCase(caseId: string, input: CaseInput): Promise<void>;
  toSend(request: SendRequest, lane: Message['lane'], delaySeconds?: number): Promise<void>;
  /** Wakes many follow-ups (or cases) in as few requests as the queue allows. Throws unless all are on the queue. */
  wakeFollowUps(followUpIds: readonly string[]): Promise<void>;
  wakeCases(caseIds: readonly string[]): Promise<void>;
  toInboxAgain(inboxIds: readonly string[]): Promise<void>;
  /** Asks for another look at what is due. */
  lookAgain(delaySeconds: number): Promise<void>;
  /** Roughly how many messages wait; the carrier of the queue says so only approximately. */
  backlog(queue: 'inbox' | 'follow-ups' | 'cases'): Promise<number>;
};

/** Everything that is due by an instant, oldest first within each shard of a table's `due` index, read to the end. */
export type DueIndex = {
  due(by: Instant): AsyncIterable<DueItem>;
};
/** `contactId` is set for stored texts, whose `id` is the carrier's. */
export type DueItem = { id: string; dueAt: Instant; contactId?: string };

/** What a save put on a document's record, told to whoever listens outside. Ids and codes only. */
export type Recorded = {
  agencyId: string;
  documentId: string;
  /** The follow-up that it is about, where there is one. */
  followUpId?: string;
  seq: number;
  facts: readonly Fact[];
};
/** Publishes the events that facts stand for, with ids that let a listener drop repeats. Throws unless all were taken. */
export type Events = { publish(recorded: Recorded): Promise<void> };

/** What was sent: a text as it reads, or the values of an e-mail. Kept apart from the document and erased by retention. */
export type Bodies = {
  put(
    messageId: string,
    body: { at: Instant; text: string; segments: number; contactId: string },
  ): Promise<void>;
  get(messageId: string): Promise<{ at: Instant; text: string; segments: number } | undefined>;
};

export type OutgoingSms = { messageId: string; to: string; text: string; validForSeconds: number };
export type CarrierMessage = {
  providerId: string;
  to: string;
  from: string;
  body: string;
  at: Instant;
  status?: CarrierStatus;
  code?: string;
};

/** The text carrier. One attempt per call: a carrier's create is not idempotent. */
export type Carrier = {
  send(sms: OutgoingSms): Promise<HandOverResult>;
  /** Looks in the carrier's own list for a text to this number with exactly this body, created after the claim. */
  find(sms: { to: string; text: string; claimedAt: Instant }): Promise<CarrierAnswer>;
  /** What the carrier received for us since an instant. */
  received(since: Instant): Promise<readonly CarrierMessage[]>;
};

export type OutgoingEmail = {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  unsubscribeUrl: string;
};
export type Mailer = { send(email: OutgoingEmail): Promise<HandOverResult> };

/** Alerts carry a case id and a link; nothing about a person. */
export type Alerts = {
  toStep(step: number, alert: { caseId: string; priority: string; url: string }): Promise<void>;
  toOperators(alert: { subject: string; text: string }): Promise<void>;
};

/** What a signed link lets its holder do, until it expires. */
export type LinkClaim =
  | { kind: 'case'; caseId: string; staffId: string; expiresAt: Instant }
  | {
      kind: 'answer';
      followUpId: string;
      messageId: string;
      checkIn: string;
      contactId: string;
      language: 'en' | 'es';
      expiresAt: Instant;
    }
  | { kind: 'unsubscribe'; followUpId: string; contactId: string; language: 'en' | 'es'; expiresAt: Instant };

export type Links = {
  urlOf(claim: LinkClaim): Promise<string>;
  read(
    token: string,
    now: Instant,
  ): Promise<{ kind: 'valid' | 'expired'; claim: LinkClaim } | { kind: 'invalid' }>;
};

/** Everything the functions may ask of the world. Each function takes only what it names. */
export type Ports = {
  now: () => Instant;
  programme: () => Promise<Programme>;
  followUps: Documents<FollowUp>;
  cases: Documents<Case>;
  contacts: Contacts;
  inbox: Inbox;
  queues: Queues;
  bodies: Bodies;
  carrier: Carrier;
  mailer: Mailer;
  alerts: Alerts;
  links: Links;
};
