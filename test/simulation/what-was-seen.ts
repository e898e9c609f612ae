/**
 * What outsiders could have written down: the carrier, the mailbox, the staff's telephones and the agency's own system,
 * with the script of what people did. The oracle judges by this alone; nothing here is read from Handrail's own state.
 * Instants are epoch milliseconds of the one true clock, whatever a server's clock says.
 */
export type Seen = { readonly at: number } & (
  AgencySaid | ClientDid | CarrierSaw | MailboxSaw | StaffSaw | StaffDid | OperatorsSaw | Record
);

/** `person` is the agency's own reference of a client, the same in events, on staff pages and here. */
export type AgencySaid =
  /** The agency's system sent an event and was answered 2xx at `at`. Repeats of one event are entered once. */
  {
    kind: 'event-accepted';
    person: string;
    event: WireEvent;
    /** IANA zones that anyone reading this event would say the client may be in; none where it does not say. */
    zones: readonly string[];
    /** True for one that Handrail's contract refuses; it must be parked and lead to nothing. */
    malformed?: true;
  };

/** An agency's event as it goes over the wire; see the agency event contract in docs. */
export type WireEvent = {
  type: string;
  agencyId: string;
  sessionId: string;
  id: string;
  [field: string]: unknown;
};

export type ClientDid =
  /** The carrier received a text from a client's phone. */
  | {
      kind: 'client-texted';
      person: string;
      sid: string;
      from: string;
      body: string;
      means: Meaning;
    }
  /**
   * Handrail's own endpoint answered 200 for that text: from now on it has it. `fallback`: the endpoint that only stores,
   * so that it is read within minutes.
   */
  | { kind: 'text-taken'; sid: string; fallback?: true }
  /** Handrail asked the carrier's list of inbound texts and was told about these. */
  | { kind: 'texts-listed'; sids: readonly string[] }
  /** A button or words on the page behind an e-mail's link; answered 200 at `at`. */
  | { kind: 'client-answered-page'; person: string; words: string; means: Meaning }
  /** One-click unsubscribing; answered 200 at `at`. */
  | { kind: 'client-unsubscribed'; person: string; address: string };

/** What the author of the script meant by it; the oracle takes the script's word, it does not read texts. */
export type Meaning =
  | 'ok'
  | 'so-so'
  | 'call-me'
  | 'words'
  | 'distress'
  | 'urgent'
  /** One bare keyword which the carrier itself acts on. */
  | 'stop-keyword'
  /** An opt-out in words, which only Handrail can understand. */
  | 'stop-words'
  /** An opt-out word inside something else: texts stop and a person decides. */
  | 'stop-ambiguous'
  | 'start-keyword'
  | 'help-keyword'
  | 'wrong-number'
  | 'stop-and-urgent';

export type CarrierSaw =
  /** A request to send began. `messageId` stands in its callback URL. */
  | {
      kind: 'carrier-asked';
      request: number;
      messageId: string;
      to: string;
      text: string;
      validForSeconds: number;
    }
  /** It took the text, whether or not the answer got back. Valid until `validUntil`. */
  | {
      kind: 'carrier-took';
      request: number;
      messageId: string;
      sid: string;
      to: string;
      text: string;
      validUntil: number;
    }
  | { kind: 'carrier-refused'; request: number; messageId: string; to: string; code: string }
  /** Its list was asked for texts to a number, and said this about one body. */
  | { kind: 'carrier-listed'; to: string; text: string; said: 'found' | 'none' | 'cannot-say' }
  /** A text reached a phone. `by` carrier: its own answer to a keyword. */
  | { kind: 'phone-got'; sid: string; to: string; text: string; by: 'handrail' | 'carrier' }
  /** It gave up: undelivered, expired or opted out meanwhile. */
  | { kind: 'carrier-gave-up'; sid: string; to: string; code: string }
  /** The last receipt about this text reached Handrail's endpoint and was answered 2xx. */
  | { kind: 'receipt-taken'; sid: string; messageId: string; status: string; code?: string };

export type MailboxSaw =
  | { kind: 'mail-asked'; request: number; messageId: string; to: string }
  | { kind: 'mail-took'; request: number; messageId: string; to: string; subject: string; text: string }
  | { kind: 'mail-bounced'; messageId: string; to: string }
  | { kind: 'mail-complained'; messageId: string; to: string };

export type StaffSaw =
  /** The alert channel of one step of the ladder took an alert. `reached` false: a dead telephone took it. */
  | { kind: 'alert'; step: number; staffId: string; caseId: string; priority: string; reached: boolean }
  | { kind: 'alert-refused'; step: number; caseId: string }
  /** A member of staff looked at the page behind an alert: what it showed. */
  | { kind: 'page-read'; staffId: string; caseId: string; person?: string; words?: string }
  /** The last step of the ladder is silent: operators are told that nobody acknowledges this case. */
  | { kind: 'terminal-alarm'; caseId: string };

export type StaffDid =
  | { kind: 'acknowledged'; staffId: string; caseId: string }
  | { kind: 'closed'; staffId: string; caseId: string; outcome: string };

export type OperatorsSaw =
  /** Any other message to operators, or an alarm that CloudWatch would sound (a dead letter, a missing heartbeat). */
  | { kind: 'operators-told'; about: string }
  /**
   * A message went to a dead-letter queue; each of those has an alarm. `document`: which one it is about, where it says.
   * `planted`: nobody could handle it, and the script put it there.
   */
  | { kind: 'dead-letter'; queue: string; message: string; document?: string; planted?: true }
  | { kind: 'trouble-began'; trouble: Trouble; until: number };

/** Times in which something of the world stands still; the oracle gives everything that was due then more time. */
export type Trouble = 'region-outage' | 'poller-outage' | 'carrier-outage' | 'mail-outage' | 'alert-outage';

/** The bus and the record, as any listener or auditor sees them. */
export type Record =
  | {
      kind: 'bus-event';
      name: string;
      id: string;
      subject: string;
      data: Readonly<globalThis.Record<string, unknown>>;
    }
  /** An entry of the append-only record, as it was put. */
  | {
      kind: 'recorded';
      document: string;
      seq: number;
      facts: readonly { kind: string; at: number; by: string; why?: string; detail?: object }[];
      previous: string;
      hash: string;
    }
  /** A line that a function logged, a metric or an alarm text, held against the personal values in play. */
  | { kind: 'leak'; where: string; what: string };

/** What everyone knows beforehand: the agency's settings, as its engineers wrote them. */
export type Known = {
  readonly seed: number;
  readonly from: number;
  readonly until: number;
  readonly agencyId: string;
  readonly agencyZone: string;
  /** Local times, every day of the week. */
  readonly contactWindow: { readonly from: string; readonly to: string };
  readonly dailyCap: number;
  readonly quietHours: { readonly from: string; readonly to: string };
  readonly staffedHours: { readonly from: string; readonly to: string; readonly days: readonly string[] };
  readonly ladder: readonly { readonly staffId: string; readonly waitMinutes: number }[];
  /** The farthest that any server's clock is off, in milliseconds. */
  readonly clockSkew: number;
};

/** One broken promise, with the entry that broke it. */
export type Violation = {
  readonly promise: PromiseName;
  readonly at: number;
  /** Whose story it is; absent only where no single client is concerned. */
  readonly person?: string;
  /** What was seen and what should have been, readable by a person. */
  readonly because: string;
};

export const PROMISES = [
  'afterStop',
  'atNight',
  'twice',
  'silentlyLost',
  'nobodyKnew',
  'unread',
  'leaked',
  'replayDiffers',
  'recordBroken',
] as const;
export type PromiseName = (typeof PROMISES)[number];
