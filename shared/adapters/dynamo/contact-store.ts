import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Freshness } from '#shared/ports.ts';
import { expiresAfter, isConditionFailure, type Dynamo } from './client.ts';
import { contactKey } from './contact-keys.ts';

export type ContactsTable = { client: Dynamo; table: string; now: () => number; documentsDays: number };

const TRIES = 8;

/** Reads, decides and writes on the version read; again when another write came first. `undefined` leaves all as it is. */
export async function changeContact<T>(
  table: ContactsTable,
  contactId: string,
  decide: (contact: Contact | undefined) => { contact?: Contact; result: T },
): Promise<T> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const freshness = attempt === 1 ? 'may-be-stale' : 'latest';
    const before = await readContact(table, contactId, freshness);
    const { contact, result } = decide(before);
    const changes = contact !== undefined && contact !== before;
    // Half the price, and as safe: a change of an older copy is refused, and no change is believed of the latest alone.
    if (!changes && freshness === 'latest') return result;
    if (changes && (await writeContact(table, contact, before?.version ?? 0))) return result;
    if (changes) await pause(attempt);
  }
  throw new ContactTooBusy();
}

export async function readContact(
  table: ContactsTable,
  contactId: string,
  freshness: Freshness = 'latest',
): Promise<Contact | undefined> {
  const ConsistentRead = freshness === 'latest';
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.table, Key: contactKey(contactId), ConsistentRead }),
  );
  if (!Item) return undefined;
  const { pk: _pk, sk: _sk, expiresAt: _expiresAt, ...fields } = Item;
  return { ...fields, id: contactId } as Contact; // contacts are written below alone
}

async function writeContact(table: ContactsTable, contact: Contact, before: number): Promise<boolean> {
  const { id, version: _version, ...fields } = contact;
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.table,
        Item: { ...contactKey(id), ...fields, version: before + 1, ...expiryOf(contact, table) },
        ...(before === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :before',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':before': before },
            }),
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}

/** A contact goes when no follow-up needs it, unless it must be remembered that nothing may be sent there. */
function expiryOf({ openFollowUps, suppression }: Contact, { now, documentsDays }: ContactsTable) {
  if (openFollowUps.length > 0 || suppression) return {};
  return { expiresAt: expiresAfter(now(), documentsDays) };
}

async function pause(attempt: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
}

/** Thrown when other writes to a contact kept coming first. Does not say which: its id is never logged. */
class ContactTooBusy extends Error {
  constructor() {
    super('other writes to a contact kept coming first');
    this.name = 'ContactTooBusy';
  }
}
