import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactIds } from '#shared/adapters/contact-ids.ts';
import { contactKey } from '#shared/adapters/dynamo/contact-keys.ts';
import { contacts } from '#shared/adapters/dynamo/contacts.ts';
import { dueIndex } from '#shared/adapters/dynamo/due-index.ts';
import { fakeContacts } from '../fakes/fake-contacts.ts';
import { contactsContract } from './contacts.contract.ts';
import { emptyTables, startDynamo, type DynamoServer } from './dynamo-server.ts';

const NOON = Date.parse('2026-11-23T17:00:00Z');
const DAYS = 86_400;

describe('contacts in memory', () => {
  contactsContract(() => {
    const book = fakeContacts();
    return Promise.resolve({ contacts: book, index: book.index });
  });
});

describe('contacts in DynamoDB', () => {
  let server: DynamoServer;
  beforeAll(async () => void (server = await startDynamo()));
  afterAll(() => server.stop());

  async function make() {
    const table = { client: server.client, table: 'contacts' };
    await emptyTables(server.client);
    const book = contacts({
      ...table,
      now: () => NOON,
      idOf: contactIds(() => Promise.resolve('pepper')),
      retention: { documentsDays: 730, bodiesDays: 90, factsDays: 2192 },
    });
    return { contacts: book, index: dueIndex(table) };
  }
  contactsContract(make);

  const stored = async (contactId: string) =>
    (await server.client.send(new GetCommand({ TableName: 'contacts', Key: contactKey(contactId) }))).Item;

  it('forgets a contact that no follow-up needs, but never one who said stop', async () => {
    const { contacts } = await make();
    const phone = { id: 'c1', channel: 'sms' as const, value: '+14105550134' };
    await contacts.link(
      { ...phone, zones: [], saidAt: 0 },
      { followUpId: 'fu#1', clientRef: 'C-77', agencyId: 'riverbend' },
    );
    expect(await stored('c1')).not.toHaveProperty('expiresAt');
    await contacts.unlink('c1', 'fu#1');
    expect((await stored('c1'))?.['expiresAt']).toBe(NOON / 1000 + 730 * DAYS);
    await contacts.suppressKnown('c1', { reason: 'opt-out-keyword', at: NOON });
    expect(await stored('c1')).not.toHaveProperty('expiresAt');
  });

  it('keeps a consent and its revocation as evidence, each once', async () => {
    const { contacts } = await make();
    const consent = {
      contactId: 'c1',
      channel: 'sms' as const,
      purpose: 'follow-up',
      method: 'verbal',
      wordingVersion: '2026-01',
      givenAt: NOON,
      followUpId: 'fu#1',
    };
    await contacts.addConsent(consent);
    await contacts.addConsent({ ...consent, wordingVersion: 'another' });
    await contacts.addConsent({ ...consent, revokedAt: NOON + 1 });
    const { Items } = await server.client.send(
      new QueryCommand({
        TableName: 'contacts',
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :consent)',
        ExpressionAttributeValues: { ':pk': 'contact#c1', ':consent': 'consent#' },
      }),
    );
    expect(Items?.map(({ sk, wordingVersion }) => [sk, wordingVersion])).toEqual([
      ['consent#2026-11-23T17:00:00.000Z#sms#follow-up#fu#1', '2026-01'],
      ['consent#2026-11-23T17:00:00.000Z#sms#follow-up#fu#1#revoked', '2026-01'],
    ]);
  });
});
