import type { Seen } from '../what-was-seen.ts';
import type { Person } from './person.ts';
import { personalIn } from './personal.ts';
import { CLIENT_REF } from './words.ts';

/** Notes a leak if something personal stands where it may not. */
export type HoldAgainst = (where: string, text: string) => void;

/** The message that opens a case: staff find the client by the agency's own reference, which the case keeps. */
const MAY_NAME_CLIENTS = /^the queue cases/;

export function holdAgainstOf(options: {
  now: () => number;
  note: (seen: Seen) => void;
  people: () => ReadonlyMap<string, Person>;
}): HoldAgainst {
  const personal = personalIn(() => options.people().keys());
  return (where, text) => {
    const named = MAY_NAME_CLIENTS.test(where) ? undefined : CLIENT_REF.exec(text)?.[0];
    const what = personal(text) ?? named;
    if (what !== undefined) options.note({ at: options.now(), kind: 'leak', where, what });
  };
}
