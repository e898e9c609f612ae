import { linked, newContact, released, suppressed, unlinked } from '#shared/domain/contact/change-contact.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Contacts } from '#shared/ports.ts';
import { dynamo, type Dynamo } from './client.ts';
import { clientsOfAgency } from './clients-of-agency.ts';
import { consents } from './consents.ts';
import { changeContact, readContact } from './contact-store.ts';
import { takeToken } from './sender-bucket.ts';
import { texts } from './texts.ts';

export type ContactsOptions = {
  client?: Dynamo;
  table: string;
  now: () => number;
  idOf: Contacts['idOf'];
  retention: { documentsDays: number; bodiesDays: number; factsDays: number };
};

/** Contacts, with the texts, consents, clients and sender buckets that share their table. */
export function contacts({ client = dynamo(), retention, idOf, ...rest }: ContactsOptions): Contacts {
  const table = { client, ...rest, ...retention };
  return {
    idOf,
    get: (contactId) => readContact(table, contactId),
    link: (found, followUp) =>
      changeContact(table, found.id, (known) => {
        const before = known ?? newContact(found);
        const contact = linked(before, found, followUp);
        return { contact, result: { ...contact, version: before.version + 1 } };
      }),
    unlink: (contactId, followUpId) =>
      changeContact(table, contactId, (known) => ({
        ...(known && { contact: unlinked(known, followUpId) }),
        result: undefined,
      })),
    async remember(found) {
      // Whoever is in an older copy is still there.
      if (await readContact(table, found.id, 'may-be-stale')) return;
      await changeContact(table, found.id, (known) => ({
        ...(!known && { contact: newContact(found) }),
        result: undefined,
      }));
    },
    suppress: (found, suppression) =>
      changeContact(table, found.id, (known) => ({
        contact: suppressed(known ?? newContact(found), suppression),
        result: undefined,
      })),
    suppressKnown: (contactId, suppression) =>
      changeContact(table, contactId, (known) => ({
        ...(known && { contact: suppressed(known, suppression) }),
        result: undefined,
      })),
    release: (contactId, at) =>
      changeContact(table, contactId, (known) => ({
        ...(known && { contact: released(known, at) }),
        result: undefined,
      })),
    change: <T>(contactId: string, decide: (contact: Contact) => { contact?: Contact; result: T }) =>
      changeContact<T | 'unknown-contact'>(table, contactId, (known) =>
        known ? decide(known) : { result: 'unknown-contact' },
      ),
    takeToken: (sender, lane, rate) => takeToken(table, sender, lane, rate),
    ...texts(table),
    ...consents(table),
    ...clientsOfAgency(table),
  };
}
