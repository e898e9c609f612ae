import { afterAll, beforeAll, describe } from 'vitest';
import { documents } from '#shared/adapters/dynamo/documents.ts';
import { dueIndex } from '#shared/adapters/dynamo/due-index.ts';
import { factsTable } from '#shared/adapters/dynamo/facts.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { fakeDocuments } from '../fakes/fake-documents.ts';
import { fakeFacts } from '../fakes/fake-facts.ts';
import { fakeEvents } from '../fakes/fake-outside.ts';
import { NOON, planKind } from './a-plan.ts';
import { documentsContract } from './documents.contract.ts';
import { emptyTables, startDynamo, type DynamoServer } from './dynamo-server.ts';

describe('documents in memory', () => {
  documentsContract(() => {
    const clock = fakeClock(NOON);
    const [facts, events] = [fakeFacts(), fakeEvents()];
    const plans = fakeDocuments({ kind: planKind, facts, events, now: clock.now });
    return Promise.resolve({ plans, index: plans.index, facts, events, clock });
  });
});

describe('documents in DynamoDB', () => {
  let server: DynamoServer;
  beforeAll(async () => void (server = await startDynamo()));
  afterAll(() => server.stop());

  documentsContract(async () => {
    const { client } = server;
    await emptyTables(client);
    const clock = fakeClock(NOON);
    const events = fakeEvents();
    const facts = factsTable({ client, table: 'facts', factsDays: 2192 });
    const table = { client, table: 'followUps' };
    const plans = documents({ ...table, kind: planKind, facts, events, now: clock.now, documentsDays: 730 });
    return { plans, index: dueIndex(table), facts, events, clock };
  });
});
