import { openJournal } from '../data/journal.ts';
import type { TwilioMessage } from './twilio-message.ts';

/** A later step of a message: the status that it takes, and the posts owed. */
export type PlannedStep = {
  readonly sid: string;
  readonly at: number;
  readonly status: TwilioMessage['status'];
  readonly errorCode?: number;
};

/** A post to one of our webhooks that has not been answered yet. */
export type OwedPost = {
  readonly id: string;
  readonly at: number;
  readonly url: string;
  readonly fallbackUrl?: string;
  readonly parameters: Readonly<Record<string, string>>;
};

type Entry =
  | { readonly message: TwilioMessage }
  | { readonly plan: readonly PlannedStep[]; readonly of: string }
  | { readonly owe: OwedPost }
  | { readonly posted: string }
  | { readonly optedOut: string; readonly yes: boolean }
  | { readonly held: string; readonly yes: boolean };

/** All that the carrier knows; every change is on disk before it is told to anybody. */
export type CarrierState = {
  readonly messages: ReadonlyMap<string, TwilioMessage>;
  readonly optedOut: ReadonlySet<string>;
  /** Phones that are off: their texts stay queued. */
  readonly held: ReadonlySet<string>;
  readonly plan: () => readonly PlannedStep[];
  readonly posts: () => readonly OwedPost[];
  readonly put: (message: TwilioMessage) => void;
  /** Replaces what is planned for a message. */
  readonly replan: (sid: string, steps: readonly PlannedStep[]) => void;
  readonly owe: (post: OwedPost) => void;
  readonly posted: (id: string) => void;
  readonly setOptedOut: (phone: string, yes: boolean) => void;
  readonly setHeld: (phone: string, yes: boolean) => void;
  readonly close: () => void;
};

const mark = (set: Set<string>, phone: string, yes: boolean) => (yes ? set.add(phone) : set.delete(phone));

export function openCarrierState(file: string | undefined): CarrierState {
  const journal = openJournal<Entry>(file);
  const messages = new Map<string, TwilioMessage>();
  const plans = new Map<string, readonly PlannedStep[]>();
  const owed = new Map<string, OwedPost>();
  const optedOut = new Set<string>();
  const held = new Set<string>();

  const apply = (entry: Entry) => {
    if ('message' in entry) messages.set(entry.message.sid, entry.message);
    else if ('plan' in entry) {
      if (entry.plan.length > 0) plans.set(entry.of, entry.plan);
      else plans.delete(entry.of);
    } else if ('owe' in entry) owed.set(entry.owe.id, entry.owe);
    else if ('posted' in entry) owed.delete(entry.posted);
    else if ('optedOut' in entry) mark(optedOut, entry.optedOut, entry.yes);
    else mark(held, entry.held, entry.yes);
  };
  const record = (entry: Entry) => {
    journal.append(entry);
    apply(entry);
  };
  journal.past.forEach(apply);

  return {
    messages,
    optedOut,
    held,
    plan: () => [...plans.values()].flat(),
    posts: () => [...owed.values()],
    put: (message) => record({ message }),
    replan: (sid, plan) => record({ plan, of: sid }),
    owe: (owe) => record({ owe }),
    posted: (id) => record({ posted: id }),
    setOptedOut: (phone, yes) => record({ optedOut: phone, yes }),
    setHeld: (phone, yes) => record({ held: phone, yes }),
    close: () => journal.close(),
  };
}
