import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodies } from '#shared/adapters/dynamo/bodies.ts';
import { dueIndex } from '#shared/adapters/dynamo/due-index.ts';
import { inbox } from '#shared/adapters/dynamo/inbox.ts';
import { MINUTE } from '#shared/domain/record.ts';
import type { Bodies, DueIndex, Inbox, InboxItem } from '#shared/ports.ts';
import { fakeInbox } from '../fakes/fake-inbox.ts';
import { fakeBodies } from '../fakes/fake-outside.ts';
import { dueIds } from './due-ids.ts';
import { emptyTables, startDynamo, type DynamoServer } from './dynamo-server.ts';

const NOON = Date.parse('2026-11-23T17:00:00Z');
const anEvent = (different: Partial<InboxItem> = {}): InboxItem => ({
  id: 'in-1',
  raw: '{"type":"handrail.session-closed"}',
  source: 'http',
  receivedAt: NOON,
  state: 'received',
  ...different,
});

type UnderTest = { inbox: Inbox; index: DueIndex; bodies: Bodies };

function contract(make: () => Promise<UnderTest>): void {
  it('stores an event once, word for word', async () => {
    const { inbox } = await make();
    expect(await inbox.put(anEvent())).toBe('stored');
    expect(await inbox.put(anEvent({ raw: 'another' }))).toBe('known');
    expect(await inbox.get('in-1')).toEqual(anEvent());
    expect(await inbox.get('in-2')).toBeUndefined();
  });

  it('keeps an event due until it is done', async () => {
    const { inbox, index } = await make();
    await inbox.put(anEvent());
    expect(await dueIds(index, NOON + 2 * MINUTE - 1)).toEqual([]);
    expect(await dueIds(index, NOON + 2 * MINUTE)).toEqual(['in-1']);
    await inbox.settle('in-1', 'done');
    expect(await dueIds(index, NOON + 60 * MINUTE)).toEqual([]);
    expect((await inbox.get('in-1'))?.state).toBe('done');
  });

  it('looks at an event again when it was told to, unless it is settled', async () => {
    const { inbox, index } = await make();
    await inbox.put(anEvent());
    await inbox.putOff('in-1', NOON + 30 * MINUTE);
    expect(await dueIds(index, NOON + 29 * MINUTE)).toEqual([]);
    await inbox.settle('in-1', 'done');
    await inbox.putOff('in-1', NOON + 40 * MINUTE);
    expect(await dueIds(index, NOON + 60 * MINUTE)).toEqual([]);
  });

  it('parks what cannot be read, with what is wrong with it, where operators see it', async () => {
    const { inbox, index } = await make();
    await inbox.put(anEvent({ state: 'parked' }));
    const problems = [{ path: 'client.ref', problem: 'is missing' }];
    await inbox.settle('in-1', 'parked', problems);
    expect(await dueIds(index, NOON + 60 * MINUTE)).toEqual([]);
    expect(await inbox.get('in-1')).toEqual(anEvent({ state: 'parked', problems }));
  });

  it('cannot settle an event that it never stored', async () => {
    const { inbox } = await make();
    await expect(inbox.settle('in-9', 'done')).rejects.toThrow();
  });

  it('keeps what was sent, without the address it went to', async () => {
    const { bodies } = await make();
    await bodies.put('fu#1.c1.1.sms', { at: NOON, text: 'Hi Maya', segments: 1, contactId: 'c1' });
    expect(await bodies.get('fu#1.c1.1.sms')).toEqual({ at: NOON, text: 'Hi Maya', segments: 1 });
    expect(await bodies.get('fu#1.c2.1.sms')).toBeUndefined();
  });
}

describe('inbox and bodies in memory', () => {
  contract(() => {
    const events = fakeInbox();
    return Promise.resolve({ inbox: events, index: events.index, bodies: fakeBodies() });
  });
});

describe('inbox and bodies in DynamoDB', () => {
  let server: DynamoServer;
  beforeAll(async () => void (server = await startDynamo()));
  afterAll(() => server.stop());

  contract(async () => {
    const { client } = server;
    await emptyTables(client);
    return {
      inbox: inbox({ client, table: 'inbox', inboxDays: 90 }),
      index: dueIndex({ client, table: 'inbox' }),
      bodies: bodies({ client, table: 'followUps', bodiesDays: 90 }),
    };
  });

  it('reads a long backlog to its end, a page of every shard in turn', async () => {
    const { client } = server;
    await emptyTables(client);
    const events = inbox({ client, table: 'inbox', inboxDays: 90 });
    const ids = Array.from({ length: 250 }, (_, index) => `in-${index}`);
    await Promise.all(ids.map((id, index) => events.put(anEvent({ id, receivedAt: NOON + index }))));
    const due = await dueIds(dueIndex({ client, table: 'inbox' }), NOON + 60 * MINUTE);
    expect(due.toSorted()).toEqual(ids.toSorted());
  });
});
