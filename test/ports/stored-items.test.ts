import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startFollowUp } from '#functions/start-follow-up/start-follow-up.ts';
import { brokenAt, factsTable, type RecordedFacts } from '#shared/adapters/dynamo/facts.ts';
import { carryOutFollowUp } from '#shared/apply/carry-out-follow-up.ts';
import { plainItem } from '#infra/local/tables/plain-item.ts';
import { emptyTables, startDynamo, type DynamoServer } from './dynamo-server.ts';
import { type Example, examplesOf, namedExamples } from './stored/examples.ts';
import { putBack, storedNow, worldAfter } from './stored/put-back.ts';

let server: DynamoServer;
beforeAll(async () => void (server = await startDynamo()));
afterAll(() => server.stop());
beforeEach(() => emptyTables(server.client));

const text = (value: unknown) => String(value);
const plain = ({ item }: Example) => plainItem(item);

describe('what an earlier release stored beside them', () => {
  test.each(namedExamples('contact'))('contact, $title: is read and changed', async ({ example }) => {
    await putBack(server.client, example);
    const { contacts } = worldAfter(server.client, example);
    const { pk, value, channel } = plain(example);
    const id = text(pk).replace('contact#', '');
    expect(await contacts.get(id)).toMatchObject({ id, value, channel });
    await contacts.change(id, (contact) => ({ contact: { ...contact }, result: undefined }));
    const { version: _before, expiresAt: _then, ...kept } = example.item;
    expect(await storedNow(server.client, example)).toMatchObject(kept);
  });

  test.each(namedExamples('inbound-text'))(
    'text, $title: is read, and handled if nobody has',
    async ({ example }) => {
      await putBack(server.client, example);
      const world = worldAfter(server.client, example);
      const { contactId, id, body } = plain(example);
      expect(await world.contacts.getText(text(contactId), text(id))).toMatchObject({ body, contactId });
      const handled = await startFollowUp(
        { ...world, carryOut: carryOutFollowUp(world) },
        { contactId: text(contactId), inboundId: text(id) },
      );
      expect(handled).toBe('handledAt' in example.item ? 'handled-before' : 'text-unknown-sender');
    },
  );

  test.each(namedExamples('inbox-item'))(
    'event, $title: is taken if nobody has taken it',
    async ({ example }) => {
      await putBack(server.client, example);
      const world = worldAfter(server.client, example);
      const { id, state } = plain(example);
      const deps = { ...world, carryOut: carryOutFollowUp(world) };
      const outcome = await startFollowUp(deps, { inboxId: text(id) });
      if (state === 'received') expect(outcome).not.toMatch(/^(unknown-event|already)/);
      else expect(outcome).toBe(`already-${text(state)}`);
    },
  );

  test.each(namedExamples('consent'))('consent, $title: stands as it was given', async ({ example }) => {
    await putBack(server.client, example);
    const { pk: _pk, sk: _sk, expiresAt: _expires, ...given } = plain(example);
    // The fields are those of the type; the example is what an earlier release wrote of them.
    await worldAfter(server.client, example).contacts.addConsent(given as never);
    expect(await storedNow(server.client, example)).toEqual(example.item);
  });

  test.each(namedExamples('client-link'))(
    'link, $title: leads from the client to the follow-up',
    async ({ example }) => {
      await putBack(server.client, example);
      const found = await worldAfter(server.client, example).contacts.openFollowUpsOf('riverbend', 'C-77');
      expect(found).toEqual([example.item['sk']?.S]);
    },
  );

  test.each(namedExamples('sender-bucket'))('bucket, $title: still counts', async ({ example }) => {
    await putBack(server.client, example);
    const { contacts } = worldAfter(server.client, example);
    const now = Number(example.item['busyUntil']?.N) - 2000;
    expect((await contacts.takeToken('sms', 'routine', { perSecond: 1, now })).waitSeconds).toBeGreaterThan(
      0,
    );
  });

  test.each(namedExamples('body'))('body, $title: is read', async ({ example }) => {
    await putBack(server.client, example);
    const { id, text: words } = plain(example);
    expect(await worldAfter(server.client, example).bodies.get(text(id).replace('body#', ''))).toMatchObject({
      text: words,
    });
  });

  test('records: each hash still holds, so that an edit still shows', async () => {
    const examples = examplesOf('facts-entry');
    await Promise.all(examples.map((example) => putBack(server.client, example)));
    const documents = new Set(examples.map(({ item }) => text(item['document']?.S)));
    const facts = factsTable({ client: server.client, table: 'facts', factsDays: 2192 });
    for (const document of documents) {
      const chain: readonly RecordedFacts[] = await facts.of(document);
      expect(brokenAt(chain)).toBeUndefined();
    }
  });
});
