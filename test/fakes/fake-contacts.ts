import { contactIds } from '#shared/adapters/contact-ids.ts';
import { allowance } from '#shared/adapters/dynamo/sender-bucket.ts';
import { linked, newContact, released, suppressed, unlinked } from '#shared/domain/contact/change-contact.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import { MINUTE } from '#shared/domain/record.ts';
import type { ConsentRecord, Contacts, DueIndex, InboundText } from '#shared/ports.ts';
import { fakeDueIndex } from './fake-due-index.ts';

export type FakeContacts = Contacts & {
  /** Texts that nobody has handled. */
  index: DueIndex;
  all(): Contact[];
  texts(): InboundText[];
  consents(): ConsentRecord[];
};

/** Contacts in memory, with the texts, consents, clients and sender buckets that live beside them. */
export function fakeContacts(): FakeContacts {
  const contacts = new Map<string, Contact>();
  const consents = new Map<string, ConsentRecord>();
  const clients = new Map<string, Set<string>>();

  function change(id: string, decide: (known: Contact | undefined) => Contact | undefined): Promise<void> {
    const known = contacts.get(id);
    const next = decide(known && structuredClone(known));
    if (next) contacts.set(id, structuredClone({ ...next, version: (known?.version ?? 0) + 1 }));
    return Promise.resolve();
  }

  return {
    ...fakeTexts(),
    ...fakeBuckets(),
    idOf: contactIds(() => Promise.resolve('a pepper for tests')),
    get: (id) => Promise.resolve(structuredClone(contacts.get(id))),
    async link(found, followUp) {
      await change(found.id, (known) => linked(known ?? newContact(found), found, followUp));
      return structuredClone(contacts.get(found.id) ?? newContact(found));
    },
    remember: (found) => change(found.id, (known) => (known ? undefined : newContact(found))),
    unlink: (id, followUpId) => change(id, (known) => known && unlinked(known, followUpId)),
    suppress: (found, suppression) =>
      change(found.id, (known) => suppressed(known ?? newContact(found), suppression)),
    suppressKnown: (id, suppression) => change(id, (known) => known && suppressed(known, suppression)),
    release: (id, at) => change(id, (known) => known && released(known, at)),
    async change(id, decide) {
      const known = contacts.get(id);
      if (!known) return 'unknown-contact';
      const { contact, result } = decide(structuredClone(known));
      if (contact) await change(id, () => contact);
      return result;
    },
    addConsent(consent) {
      const evidence = JSON.stringify([
        consent.contactId,
        consent.channel,
        consent.purpose,
        consent.followUpId,
        consent.givenAt,
        consent.revokedAt,
      ]);
      if (!consents.has(evidence)) consents.set(evidence, structuredClone(consent));
      return Promise.resolve();
    },
    openFollowUpsOf: (agencyId, ref) =>
      Promise.resolve([...(clients.get(`${agencyId} ${ref}`) ?? [])].sort()),
    linkClient(agencyId, ref, followUpId) {
      const client = `${agencyId} ${ref}`;
      clients.set(client, new Set([...(clients.get(client) ?? []), followUpId]));
      return Promise.resolve();
    },
    unlinkClient(agencyId, ref, followUpId) {
      clients.get(`${agencyId} ${ref}`)?.delete(followUpId);
      return Promise.resolve();
    },
    all: () => structuredClone([...contacts.values()]),
    consents: () => structuredClone([...consents.values()]),
  };
}

const key = (contactId: string, id: string): string => `${contactId}/${id}`;

function fakeTexts() {
  const texts = new Map<string, InboundText>();

  return {
    storeText(text: InboundText): Promise<'stored' | 'known'> {
      const place = key(text.contactId, text.id);
      if (texts.has(place)) return Promise.resolve('known');
      texts.set(place, structuredClone(text));
      return Promise.resolve('stored');
    },
    getText: (contactId: string, id: string) =>
      Promise.resolve(structuredClone(texts.get(key(contactId, id)))),
    async textHandled(
      contactId: string,
      id: string,
      { at, reading, caseId }: Parameters<Contacts['textHandled']>[2],
    ): Promise<void> {
      const text = texts.get(key(contactId, id));
      if (!text) throw new Error('no such text');
      texts.set(key(contactId, id), {
        ...text,
        handledAt: at,
        ...(reading && { reading }),
        ...(caseId && { caseId }),
      });
    },
    texts: () => structuredClone([...texts.values()]),
    index: fakeDueIndex(() =>
      [...texts.values()].flatMap(({ contactId, id, receivedAt, handledAt }) =>
        handledAt === undefined ? [{ contactId, id, dueAt: receivedAt + 2 * MINUTE }] : [],
      ),
    ),
  };
}

function fakeBuckets(): Pick<Contacts, 'takeToken'> {
  const busyUntil = new Map<string, number>();
  return {
    takeToken(sender, lane, { perSecond, now }) {
      const { interval, ahead } = allowance(perSecond, lane);
      const next = Math.max(busyUntil.get(sender) ?? 0, now) + interval;
      if (next - now > ahead) {
        return Promise.resolve({ waitSeconds: Math.max(1, Math.ceil((next - ahead - now) / 1000)) });
      }
      busyUntil.set(sender, next);
      return Promise.resolve({ waitSeconds: 0 });
    },
  };
}
