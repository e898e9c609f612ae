import { openJournal } from '../data/journal.ts';
import type { Used } from './client-turn.ts';

/** One step of a play, written down before or after it is taken, so that a kill repeats nothing that shows. */
type Entry =
  | { readonly posted: number; readonly status: number }
  /** A client's entry is about to be used; `received` texts had come from that number by then. */
  | ({ readonly using: number; readonly received: number } & Used)
  | { readonly used: number }
  | { readonly taken: string; readonly by: number; readonly at: number }
  | { readonly acknowledged: string; readonly at: number }
  | { readonly closed: string }
  | { readonly refused: string; readonly code: string }
  | { readonly wentLive: true };

export type Using = Used & { readonly received: number };

export type PlayRecord = {
  /** Status of the answer, by the event's place in the file. */
  readonly posted: ReadonlyMap<number, number>;
  readonly using: ReadonlyMap<number, Using>;
  readonly used: ReadonlySet<number>;
  /** Which entry has which case. */
  readonly taken: ReadonlyMap<string, number>;
  readonly acknowledged: ReadonlyMap<string, number>;
  readonly closed: ReadonlySet<string>;
  /** `phone code` of sends that the carrier refused. */
  readonly refused: ReadonlySet<string>;
  readonly isLive: () => boolean;
  readonly add: (entry: Entry) => void;
  readonly close: () => void;
};

/** How far a play has come; kept in `file`, or in memory without one. */
export function openPlayRecord(file: string | undefined): PlayRecord {
  const journal = openJournal<Entry>(file);
  const posted = new Map<number, number>();
  const using = new Map<number, Using>();
  const used = new Set<number>();
  const taken = new Map<string, number>();
  const acknowledged = new Map<string, number>();
  const closed = new Set<string>();
  const refused = new Set<string>();
  let live = false;

  const apply = (entry: Entry) => {
    if ('posted' in entry) posted.set(entry.posted, entry.status);
    else if ('using' in entry) using.set(entry.using, entry);
    else if ('used' in entry) used.add(entry.used);
    else if ('taken' in entry) taken.set(entry.taken, entry.by);
    else if ('acknowledged' in entry) acknowledged.set(entry.acknowledged, entry.at);
    else if ('closed' in entry) closed.add(entry.closed);
    else if ('refused' in entry) refused.add(`${entry.refused} ${entry.code}`);
    else live = entry.wentLive;
  };
  journal.past.forEach(apply);
  return {
    posted,
    using,
    used,
    taken,
    acknowledged,
    closed,
    refused,
    isLive: () => live,
    add(entry) {
      journal.append(entry);
      apply(entry);
    },
    close: () => journal.close(),
  };
}
