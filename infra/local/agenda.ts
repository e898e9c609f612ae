import { randomUUID } from 'node:crypto';
import { openJournal } from './data/journal.ts';

/** Something the runner owes at a later moment, such as a mail receipt or a second try. Kept until it was done. */
type Errand = {
  readonly id: string;
  readonly at: number;
  readonly task: string;
  readonly input: unknown;
};

export type Agenda = {
  readonly add: (at: number, task: string, input: unknown) => void;
  readonly nextAt: () => number | undefined;
  /** Carries out what is due by `now`, in order of time. */
  readonly carryOut: (now: number) => Promise<void>;
  readonly close: () => void;
};

type Entry = Errand | { readonly done: string };

export function openAgenda(
  tasks: Readonly<Record<string, (input: unknown) => Promise<void> | void>>,
  file: string | undefined,
): Agenda {
  const journal = openJournal<Entry>(file);
  const open = new Map<string, Errand>();
  for (const entry of journal.past) {
    if ('done' in entry) open.delete(entry.done);
    else open.set(entry.id, entry);
  }
  const inOrder = () => [...open.values()].sort((one, other) => one.at - other.at);
  const inHand = new Set<string>();

  return {
    add(at, task, input) {
      const errand = { id: randomUUID(), at, task, input };
      journal.append(errand);
      open.set(errand.id, errand);
    },
    nextAt: () => inOrder()[0]?.at,
    async carryOut(now) {
      for (const errand of inOrder()) {
        // Another call may have taken or done it while this one waited.
        if (errand.at > now || inHand.has(errand.id) || !open.has(errand.id)) continue;
        inHand.add(errand.id);
        await tasks[errand.task]?.(errand.input);
        journal.append({ done: errand.id });
        open.delete(errand.id);
        inHand.delete(errand.id);
      }
    },
    close: () => journal.close(),
  };
}
