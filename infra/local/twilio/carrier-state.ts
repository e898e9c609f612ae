import { openJournal } from '../data/journal.ts';
import type { TwilioMessage } from './twilio-message.ts';

/** A later step of a message: the status that it takes. */
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

export type CarrierChange =
  | { readonly message: TwilioMessage }
  /** Replaces what is planned for a message. */
  | { readonly plan: readonly PlannedStep[]; readonly of: string }
  | { readonly owe: OwedPost }
  | { readonly posted: string }
  | { readonly optedOut: string; readonly yes: boolean }
  /** The phone is off: texts to it stay queued. */
  | { readonly held: string; readonly yes: boolean };

/** All that the carrier knows. */
export type CarrierState = {
  readonly messages: ReadonlyMap<string, TwilioMessage>;
  readonly optedOut: ReadonlySet<string>;
  readonly held: ReadonlySet<string>;
  readonly plan: () => readonly PlannedStep[];
  readonly posts: () => readonly OwedPost[];
  /** Makes these changes as one: they are on disk, all of them, before anybody is told. */
  readonly record: (...changes: readonly CarrierChange[]) => void;
  readonly close: () => void;
};

export function openCarrierState(file: string | undefined): CarrierState {
  const journal = openJournal<readonly CarrierChange[]>(file);
  const messages = new Map<string, TwilioMessage>();
  const plans = new Map<string, readonly PlannedStep[]>();
  const owed = new Map<string, OwedPost>();
  const optedOut = new Set<string>();
  const held = new Set<string>();

  const apply = (change: CarrierChange) => {
    if ('message' in change) messages.set(change.message.sid, change.message);
    else if ('plan' in change) keepIf(plans, change.of, change.plan, change.plan.length > 0);
    else if ('owe' in change) owed.set(change.owe.id, change.owe);
    else if ('posted' in change) owed.delete(change.posted);
    else if ('optedOut' in change) mark(optedOut, change.optedOut, change.yes);
    else mark(held, change.held, change.yes);
  };
  journal.past.flat().forEach(apply);

  return {
    messages,
    optedOut,
    held,
    plan: () => [...plans.values()].flat(),
    posts: () => [...owed.values()],
    record: (...changes) => {
      journal.append(changes);
      changes.forEach(apply);
    },
    close: () => journal.close(),
  };
}

const mark = (set: Set<string>, phone: string, yes: boolean) => (yes ? set.add(phone) : set.delete(phone));

function keepIf<Value>(map: Map<string, Value>, key: string, value: Value, keep: boolean): void {
  if (keep) map.set(key, value);
  else map.delete(key);
}
