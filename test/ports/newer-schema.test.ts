import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { advanceOneCase } from '#functions/advance-case/advance-case.ts';
import { carryOutCase } from '#functions/advance-case/carry-out.ts';
import { advanceFollowUp } from '#functions/advance-follow-up/advance-follow-up.ts';
import { carryOutFollowUp } from '#shared/apply/carry-out-follow-up.ts';
import { CaseMessage, FollowUpMessage } from '#shared/contracts/queue-messages.ts';
import { sqsWorker } from '#shared/lambda/sqs-worker.ts';
import { aTemplate, all } from '#test/infra/template.ts';
import { anSqsEvent } from '#test/unit/lambda/events.ts';
import type { World } from '#test/fakes/fake-world.ts';
import { emptyTables, startDynamo, type DynamoServer } from './dynamo-server.ts';
import { examplesOf } from './stored/examples.ts';
import { KINDS, type WireItem } from './stored/kinds.ts';
import { putBack, storedNow, worldAfter } from './stored/put-back.ts';

let server: DynamoServer;
beforeAll(async () => void (server = await startDynamo()));
afterAll(() => server.stop());
beforeEach(() => emptyTables(server.client));

const workers = {
  'follow-up': (world: World, write: (line: string) => void) =>
    sqsWorker(
      FollowUpMessage,
      (message) => advanceFollowUp({ ...world, carryOut: carryOutFollowUp(world) }, message),
      write,
    ),
  case: (world: World, write: (line: string) => void) =>
    sqsWorker(
      CaseMessage,
      (message) => advanceOneCase({ ...world, carryOut: carryOutCase(world) }, message),
      write,
    ),
};
const messageTo = {
  'follow-up': (id: string) => ({ followUpId: id, input: { kind: 'wake' } }),
  case: (id: string) => ({ caseId: id, input: { kind: 'wake' } }),
};

/** When it is looked at next is the only thing that an older release may move. */
const withoutNextLook = ({ dueAt: _dueAt, failures: _failures, ...item }: WireItem): WireItem => item;

describe.each([
  { kind: 'follow-up', fn: 'AdvanceFollowUp', queue: 'FollowUpQueue' },
  { kind: 'case', fn: 'AdvanceCase', queue: 'CaseQueue' },
] as const)('a $kind that a later release stored, woken by this one', ({ kind, fn, queue }) => {
  const [known] = examplesOf(kind).filter(({ item }) => item['dueAt']);
  if (!known) throw new Error(`no example of a ${kind} is due`);
  const doc = { M: { ...known.item['doc']?.M, inAFieldOfTheFuture: { S: 'what we do not know' } } };
  const item = { ...known.item, schema: { N: String(KINDS[kind].schema + 1) }, doc };
  const newer = { kind, item };
  const id = String(known.item['id']?.S);

  test('fails each time, so that its queue sets it aside, and is touched in nothing', async () => {
    await putBack(server.client, newer);
    const lines: string[] = [];
    const worker = workers[kind](worldAfter(server.client, newer), (line) => lines.push(line));
    for (let receives = 1; receives <= 4; receives += 1) {
      const { batchItemFailures } = await worker(anSqsEvent(messageTo[kind](id)));
      expect(batchItemFailures).toEqual([{ itemIdentifier: 'm1' }]);
    }
    expect(withoutNextLook(await storedNow(server.client, newer))).toEqual(withoutNextLook(item));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      outcome: 'failed',
      error: { name: 'NewerSchema', documentId: id },
    });
  });

  test('crowds out nobody: it is looked at again later and later', async () => {
    await putBack(server.client, newer);
    const world = worldAfter(server.client, newer);
    await workers[kind](world, () => undefined)(anSqsEvent(messageTo[kind](id)));
    expect(Number((await storedNow(server.client, newer))['dueAt']?.N)).toBeGreaterThan(world.now());
  });

  test('is seen by operators: after four times it lies in the dead letters, and an alarm rings by name', () => {
    const template = aTemplate();
    type Mapping = { FunctionName: string; EventSourceArn: string; FunctionResponseTypes: string[] };
    const mapping = all<Mapping>(template, 'AWS::Lambda::EventSourceMapping').find(
      ({ properties }) => properties.FunctionName === fn,
    );
    expect(mapping?.properties).toMatchObject({
      EventSourceArn: `${queue}.Arn`,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    const source = all(template, 'AWS::SQS::Queue').find((one) => one.id === queue);
    expect(source?.properties).toMatchObject({
      RedrivePolicy: { deadLetterTargetArn: `${queue}DeadLetters.Arn`, maxReceiveCount: 4 },
    });
    const [alarm] = all<{ AlarmName: string; Dimensions?: { Value: string }[] }>(
      template,
      'AWS::CloudWatch::Alarm',
    ).filter(({ properties }) =>
      properties.Dimensions?.some(({ Value }) => Value === `${queue}DeadLetters.QueueName`),
    );
    expect(alarm?.properties.AlarmName).toBe(`handrail-${kind}-queue-dead-letters`);
  });
});
