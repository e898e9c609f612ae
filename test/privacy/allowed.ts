import type { Found } from './find-markers.ts';

/** A place where something personal may stand, and why it has to. Everywhere else nothing may. */
export type Allowed = {
  readonly place: string;
  /** What may stand there, by the beginning of its name; `*`: all of it. */
  readonly fields: readonly string[];
  /** How it has to be written there. */
  readonly as?: string;
  readonly because: string;
};

const agencysOwnIds = ['ref', 'session id'];

export const allowed: readonly Allowed[] = [
  {
    place: 'value in Inbox',
    fields: ['*'],
    because:
      'the event as the agency sent it, so that none is lost and one that cannot be read can be put right',
  },
  {
    place: 'event of the agency',
    fields: ['*'],
    because: 'the agency’s own system puts it on the bus',
  },
  {
    place: 'value in FollowUps',
    fields: [...agencysOwnIds, 'preferredName', 'owner’s name'],
    because:
      'the plan writes texts with the name; staff find the client by the agency’s ids; texts as they were sent',
  },
  {
    place: 'value in Contacts (contact)',
    fields: ['phone', 'email', 'ref'],
    because: 'the one place that holds a number or an address, and whose it is',
  },
  {
    place: 'value in Contacts (text)',
    fields: ['words', 'contact id'],
    because: 'what the client wrote, until a person has read it and 90 days beyond',
  },
  { place: 'value in Contacts (consent)', fields: ['contact id'], because: 'whose consent it is' },
  {
    place: 'value in Cases',
    fields: [...agencysOwnIds, 'contact id'],
    because: 'staff open the client in the agency’s own system by these ids',
  },
  {
    place: 'body on CaseQueue',
    fields: [...agencysOwnIds, 'contact id'],
    because: 'the case that is opened',
  },
  { place: 'body on InboxQueue', fields: ['contact id'], because: 'which stored text is to be handled' },
  {
    place: 'body on FollowUpQueue',
    fields: ['contact id'],
    because: 'which contact a follow-up may now use, and which one wrote',
  },
  {
    place: 'dead letters of FollowUpQueueDeadLetters',
    fields: ['contact id'],
    because: 'what was on the queue, parked as it was until somebody has seen to it',
  },
  { place: 'key in Contacts', fields: ['contact id'], because: 'the keyed hash is the key' },
  {
    place: 'key in Contacts',
    fields: ['ref'],
    as: 'sha256 in base64',
    because: 'whose follow-ups are open, by a hash of the agency’s own reference',
  },
  { place: 'value in FollowUps', fields: ['contact id'], because: 'which contact is written to' },
  {
    place: 'text to the client',
    fields: ['phone', 'preferredName', 'owner’s name'],
    because: 'where it goes, the client’s own name, and whom they spoke with',
  },
  {
    place: 'e-mail to the client',
    fields: ['email', 'preferredName', 'owner’s name', 'contact id'],
    because:
      'where it goes, the client’s own name, whom they spoke with, and in its links which address unsubscribes or answers',
  },
  {
    place: 'question to the carrier',
    fields: ['phone'],
    because: 'whether a text with unknown outcome reached the carrier',
  },
  {
    place: 'event of the mail service',
    fields: ['email', 'contact id'],
    because:
      'SES names the recipient and repeats the unsubscribe link; only the status and our own tag are read',
  },
  {
    place: 'case page, to staff by name',
    fields: [...agencysOwnIds, 'words'],
    because: 'what the case is about, after who is asking',
  },
];

/** The entry that allows a field in a place. Fields are named `preferredName of client 3`. */
export function allowing(place: string, { field, as }: Found): Allowed | undefined {
  return allowed.find(
    (entry) =>
      (entry.as === undefined || entry.as === as) &&
      entry.place === place &&
      entry.fields.some((start) => start === '*' || field.startsWith(start)),
  );
}
