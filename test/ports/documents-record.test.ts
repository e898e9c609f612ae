import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Dynamo } from '#shared/adapters/dynamo/client.ts';
import { documents, readDocuments } from '#shared/adapters/dynamo/documents.ts';
import { dueIndex } from '#shared/adapters/dynamo/due-index.ts';
import { brokenAt, factsTable } from '#shared/adapters/dynamo/facts.ts';
import { MINUTE } from '#shared/domain/record.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { fakeEvents, type FakeEvents } from '../fakes/fake-outside.ts';
import { aFact, aPlan, NOON, planKind } from './a-plan.ts';
import { dueIds } from './due-ids.ts';
import { emptyTables, startDynamo, type DynamoServer } from './dynamo-server.ts';

describe('a document whose function died half-way', () => {
  let server: DynamoServer;
  let events: FakeEvents;
  beforeAll(async () => void (server = await startDynamo()));
  afterAll(() => server.stop());
  beforeEach(async () => {
    await emptyTables(server.client);
    events = fakeEvents();
  });

  const facts = () => factsTable({ client: server.client, table: 'facts', factsDays: 2192 });

  /** Another process: it remembers nothing of what the others did. */
  const aProcess = (more: { client?: Dynamo; left?: string[]; neverPuts?: boolean } = {}) => {
    const record = facts();
    return documents({
      client: more.client ?? server.client,
      table: 'followUps',
      kind: planKind,
      facts: more.neverPuts ? { ...record, put: () => Promise.reject(new Error('it died here')) } : record,
      events,
      now: fakeClock(NOON).now,
      documentsDays: 730,
      onLeftBehind: (id) => more.left?.push(id),
    });
  };
  const kinds = async () =>
    (await facts().of('plan#1')).map((entry) => entry.facts.map(({ kind }) => kind).join());

  it('puts the facts on the record before the next save would overwrite them', async () => {
    const left: string[] = [];
    await aProcess({ neverPuts: true, left }).create(aPlan(), [aFact({ kind: 'follow-up-started' })]);
    expect([await kinds(), left]).toEqual([[], ['plan#1']]);

    const other = aProcess();
    const plan = await other.get('plan#1');
    await other.save(plan ?? aPlan(), [aFact()]);
    expect(await kinds()).toEqual(['follow-up-started', 'check-in-missed']);
    expect(brokenAt(await facts().of('plan#1'))).toBeUndefined();
  });

  it('chains what it makes good to what stood before', async () => {
    const first = aProcess();
    await first.create(aPlan(), [aFact({ kind: 'follow-up-started', detail: { plan: 'plan#1~a' } })]);
    const dies = aProcess({ neverPuts: true });
    const plan = await dies.get('plan#1');
    const about = { message: 'plan#1~d1~1~sms', check: '@plan' };
    await dies.save(plan ?? aPlan(), [aFact({ detail: about })]);
    const other = aProcess();
    await other.save((await other.get('plan#1')) ?? aPlan(), [aFact()]);
    const record = await facts().of('plan#1');
    expect(brokenAt(record)).toBeUndefined();
    expect(record[1]?.facts[0]?.detail).toEqual(about);
    expect(events.published).toHaveLength(4);
  });

  it('makes good in the same process, too', async () => {
    const failing = aProcess({ neverPuts: true });
    await failing.create(aPlan(), [aFact({ kind: 'follow-up-started' })]);
    const plan = await failing.get('plan#1');
    await expect(failing.save(plan ?? aPlan(), [aFact()])).rejects.toThrow('it died here');
    expect((await aProcess().get('plan#1'))?.version).toBe(1);
  });

  it('puts the facts on the record when there is nothing more to decide, once', async () => {
    await aProcess({ neverPuts: true }).create(aPlan(), [aFact({ kind: 'follow-up-started' })]);
    events.published.length = 0;

    const other = aProcess();
    const plan = (await other.get('plan#1')) ?? aPlan();
    await other.settle(plan);
    await other.settle(plan);
    expect(await kinds()).toEqual(['follow-up-started']);
    expect(events.published).toHaveLength(1);
    await other.save(plan, [aFact()]);
    expect(await kinds()).toEqual(['follow-up-started', 'check-in-missed']);
  });

  it('needs no second look at a record that it wrote itself', async () => {
    const seen: string[] = [];
    const record = facts();
    const plans = documents({
      client: server.client,
      table: 'followUps',
      kind: planKind,
      facts: {
        ...record,
        get: (id, seq, how) => record.get(id, seq, how).finally(() => seen.push(`${id} ${seq}`)),
      },
      events,
      now: fakeClock(NOON).now,
      documentsDays: 730,
    });
    await plans.create(aPlan(), [aFact()]);
    const plan = await plans.get('plan#1');
    const saved = await plans.save(plan ?? aPlan(), [aFact()]);
    await plans.save(saved, [aFact()]);
    expect(seen).toEqual([]);
  });

  it('still wakes when it is over, until its last facts are on the record, and then never again', async () => {
    const died = aProcess({ neverPuts: true });
    const { waitsFor: _, ...over } = aPlan({ state: 'over' });
    await died.create(over, [aFact({ kind: 'follow-up-completed' })]);
    const index = dueIndex({ client: server.client, table: 'followUps' });
    const due = () => dueIds(index, NOON + 10 * MINUTE);
    expect(await due()).toEqual(['plan#1']);

    await aProcess().get('plan#1');
    expect(await kinds()).toEqual(['follow-up-completed']);
    expect(await due()).toEqual([]);
  });

  it('goes on when the bus refuses, and publishes before the next save', async () => {
    const plans = aProcess();
    events.failNext(1);
    await plans.create(aPlan(), [aFact({ kind: 'follow-up-started' })]);
    expect(events.published).toEqual([]);
    const plan = await plans.get('plan#1');
    await plans.save(plan ?? aPlan(), []);
    expect(events.published.map(({ name }) => name)).toEqual(['FollowUpStarted']);
  });

  it('is never stopped by a bus that keeps refusing; the record says what was not published', async () => {
    const plans = aProcess();
    events.failNext(2);
    await plans.create(aPlan(), [aFact({ kind: 'follow-up-started' })]);
    const plan = await plans.get('plan#1');
    await plans.save(plan ?? aPlan(), [aFact()]);
    const record = await facts().of('plan#1');
    expect(record.map(({ unpublished = false }) => unpublished)).toEqual([true, false]);
    expect(brokenAt(record)).toBeUndefined();
  });

  it('counts a save as done whose answer was lost on the way', async () => {
    const losing = losingAnswers(server.anotherClient());
    const plans = aProcess({ client: losing.client });
    losing.loseNext();
    expect(await plans.create(aPlan(), [aFact({ kind: 'follow-up-started' })])).toBe('created');
    const plan = await plans.get('plan#1');
    losing.loseNext();
    const saved = await plans.save({ ...(plan ?? aPlan()), words: 'changed' }, [aFact()]);
    expect(saved).toMatchObject({ version: 2, words: 'changed' });
    expect(losing.lost()).toBe(2);
    expect(await kinds()).toEqual(['follow-up-started', 'check-in-missed']);
  });

  it('reads a document of an older release, and writes it as this one does', async () => {
    await putRaw({ schema: 1, doc: { state: 'open', waitsFor: NOON, text: 'old words' } });
    const plans = aProcess();
    const plan = await plans.get('plan#1');
    expect(plan).toMatchObject({ schema: 2, words: 'old words' });
    await plans.save(plan ?? aPlan(), []);
    expect(
      (await readDocuments({ client: server.client, table: 'followUps', kind: planKind }).get('plan#1'))
        ?.words,
    ).toBe('old words');
  });

  it('parks a document that is newer than the code', async () => {
    await putRaw({ schema: 3, doc: { state: 'open', future: true } });
    await expect(aProcess().get('plan#1')).rejects.toThrow(
      expect.objectContaining({ name: 'NewerSchema', documentId: 'plan#1' }),
    );
  });

  const putRaw = ({ schema, doc }: { schema: number; doc: object }) =>
    server.client.send(
      new PutCommand({
        TableName: 'followUps',
        Item: { id: 'plan#1', schema, version: 1, savedBy: 'x', seq: 0, hash: '', doc },
      }),
    );
});

/** A client whose writes arrive while their answers do not: the SDK then writes again. */
function losingAnswers(client: Dynamo) {
  let toLose = 0;
  let lost = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      if (toLose === 0) return answer;
      toLose -= 1;
      lost += 1;
      throw Object.assign(new Error('the answer was lost'), { name: 'TimeoutError' });
    },
    { step: 'deserialize', priority: 'low' },
  );
  return { client, loseNext: () => void (toLose = 1), lost: () => lost };
}
