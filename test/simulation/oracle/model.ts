import type { Known, Meaning } from '../what-was-seen.ts';
import type { ClosingEvent, LaterEvent, OfferedContact } from './accepted-event.ts';
import type { Window } from './hours.ts';
import type { Tolerances } from './tolerances.ts';
import type { Troubles } from './troubles.ts';

/** Everything that was seen, in order of whom and what it is about. */
export type Story = {
  readonly known: Known;
  readonly tolerances: Tolerances;
  readonly troubles: Troubles;
  /** Nothing was seen after this: what is due later cannot be judged. */
  seenUntil: number;
  readonly people: Map<string, Person>;
  /** Sessions by their document's id, `fu#…`. */
  readonly sessions: Map<string, Session>;
  /** Documents of events that had to be parked. */
  readonly malformed: Map<string, { at: number; person: string }>;
  readonly contacts: Map<string, ContactStory>;
  readonly messages: Map<string, MessageStory>;
  readonly texts: Map<string, TextStory>;
  readonly takes: Map<string, Take>;
  readonly cases: Map<string, CaseStory>;
  readonly records: Map<string, RecordStory>;
};

export type Person = {
  readonly ref: string;
  readonly sessions: Session[];
  /** What the agency said about each of their contacts, as windows, by acceptance. */
  readonly windows: Map<string, WindowState[]>;
  readonly pages: PageAnswer[];
  /** When they, or whoever has their number, let hear of themselves. */
  readonly heard: number[];
};

export type WindowState = { readonly from: number; readonly saidAt: number; readonly window: Window };

export type PageAnswer = { readonly at: number; readonly words: string; readonly means: Meaning };

/** One session, with what the agency said of it, in the order in which it was accepted. */
export type Session = {
  readonly doc: string;
  readonly person: string;
  readonly closings: Closing[];
  readonly later: Later[];
  zones: readonly string[];
};
export type Closing = { readonly at: number; readonly closedAt: number; readonly event: ClosingEvent };
export type Later = { readonly at: number; readonly saidAt: number; readonly event: LaterEvent };

/** A telephone number or an address. */
export type ContactStory = {
  readonly value: string;
  readonly owners: Set<string>;
  readonly asks: Ask[];
  readonly texts: TextStory[];
  readonly unsubscribed: number[];
  readonly complained: number[];
  /** The carrier said of a text to it that its owner stopped it, and Handrail knew. */
  readonly refusedAsStopped: number[];
  readonly got: { readonly at: number; readonly sid: string; readonly text: string }[];
  /** What was listed about texts to it. */
  readonly listed: { readonly at: number; readonly text: string; readonly said: string }[];
  readonly offers: { readonly at: number; readonly contact: OfferedContact; readonly session: Session }[];
};

export type MessageStory = {
  readonly id: string;
  readonly doc: string;
  readonly step: string;
  readonly channel: string;
  readonly asks: Ask[];
  readonly takes: Take[];
  /** When the record first spoke of it. */
  recordedAt?: number;
};
export type Ask = {
  readonly at: number;
  readonly request: number;
  readonly to: string;
  readonly message: MessageStory;
  /** The carrier's code, where it refused. */
  refused?: string;
};
export type Take = {
  readonly at: number;
  readonly to: string;
  readonly text: string;
  readonly message: MessageStory;
  readonly validUntil?: number;
  failedAt?: number;
};

export type TextStory = {
  readonly sid: string;
  readonly at: number;
  readonly from: string;
  readonly body: string;
  readonly means: Meaning;
  /** The endpoint that handles texts answered 200. */
  takenAt?: number;
  /** Handrail has it, but may not have looked at it yet. */
  storedAt?: number;
  /** It was given it on the carrier's list alone: whoever was given that may die over it, three times in a row. */
  isListed?: boolean;
};

export type CaseStory = {
  readonly id: string;
  /** The session it is about, for one that is not about a text alone. */
  readonly doc?: string;
  readonly reason: string;
  readonly about: string;
  readonly moves: CaseMove[];
  readonly reads: { readonly at: number; readonly person?: string; readonly words?: string }[];
  /** As the record says. */
  opened?: { readonly at: number; readonly escalation: boolean; readonly dueAt: number };
  /** Who did it, as the record says: `staff:` and their id. */
  readonly doneBy: { readonly at: number; readonly what: 'acknowledged' | 'closed'; readonly by: string }[];
};
export type CaseMove = {
  readonly at: number;
  readonly kind: 'alert' | 'refused' | 'alarm' | 'acknowledged' | 'closed';
  readonly step: number;
  /** Of an alert. */
  readonly priority?: string;
  /** Who acknowledged or closed it. */
  readonly staffId?: string;
  /** Of a closed one. */
  readonly outcome?: string;
};

export type RecordStory = {
  readonly entries: Entry[];
  /** Facts that the checks of fates need, in the order of the record. */
  readonly facts: Told[];
};
export type Entry = {
  readonly at: number;
  readonly seq: number;
  readonly facts: readonly object[];
  readonly previous: string;
  readonly hash: string;
};
export type Told = {
  readonly recordedAt: number;
  readonly at: number;
  readonly kind: string;
  readonly why: string;
  readonly detail: Readonly<Record<string, unknown>>;
};
