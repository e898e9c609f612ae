import { describe, expect, it } from 'vitest';
import { noon, runStack } from './fixtures/run-stack.ts';
import { aRoute, aTable, get, ref, smallStack } from './fixtures/small-stack.ts';

/** Writes what it is posted into the table, due when it says. */
const store = `
  import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
  export const handler = async (event) => {
    const { id, dueAt, expiresAt } = JSON.parse(event.body);
    const Item = { id: { S: id }, ...(dueAt && { dueShard: { S: '0' }, dueAt: { N: String(dueAt) } }),
      ...(expiresAt && { expiresAt: { N: String(expiresAt) } }) };
    await new DynamoDBClient({}).send(new PutItemCommand({ TableName: process.env.DOCUMENTS_TABLE, Item }));
  };`;

/** Looks for what is due, says when it did, and sets it as done. */
const wake = `
  import { DynamoDBClient, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
  const client = new DynamoDBClient({});
  const TableName = process.env.DOCUMENTS_TABLE;
  export const handler = async () => {
    const metric = { _aws: { Timestamp: Date.now(), CloudWatchMetrics: [
      { Namespace: 'Small', Dimensions: [[]], Metrics: [{ Name: 'Tick' }] }] }, Tick: 1 };
    if (process.env.SILENT !== 'yes') process.stdout.write(JSON.stringify(metric) + '\\n');
    const { Items } = await client.send(new QueryCommand({ TableName, IndexName: 'due',
      KeyConditionExpression: 'dueShard = :s AND dueAt <= :n',
      ExpressionAttributeValues: { ':s': { S: '0' }, ':n': { N: String(Date.now()) } } }));
    for (const { id } of Items) {
      process.stdout.write(id.S + ' ' + new Date().toISOString() + '\\n');
      if (id.S === 'stuck') continue;
      await client.send(new UpdateItemCommand({ TableName, Key: { id }, UpdateExpression: 'REMOVE dueAt, dueShard' }));
    }
  };`;

const tickAlarm = {
  Type: 'AWS::CloudWatch::Alarm',
  Properties: {
    Namespace: 'Small',
    MetricName: 'Tick',
    Statistic: 'Sum',
    Period: 300,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'breaching',
  },
};

const wakeStack = (silent = false) =>
  smallStack(
    {
      Documents: aTable(),
      ...aRoute('POST /store', 'Store'),
      EveryMinute: {
        Type: 'AWS::Events::Rule',
        Properties: { ScheduleExpression: 'rate(1 minute)', Targets: [{ Id: 'Target0', Arn: get('Wake') }] },
      },
      MayRun: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: get('Wake'),
          Principal: 'events.amazonaws.com',
          SourceArn: get('EveryMinute'),
        },
      },
      TickAlarm: tickAlarm,
    },
    {
      Store: {
        source: store,
        allow: [{ Action: 'dynamodb:PutItem', Resource: get('Documents') }],
        environment: { DOCUMENTS_TABLE: ref('Documents') },
      },
      Wake: {
        source: wake,
        allow: [
          { Action: 'dynamodb:Query', Resource: { 'Fn::Sub': '${Documents.Arn}/index/due' } },
          { Action: 'dynamodb:UpdateItem', Resource: get('Documents') },
        ],
        environment: { DOCUMENTS_TABLE: ref('Documents'), SILENT: silent ? 'yes' : 'no' },
      },
    },
  );

const put = (http: string, item: object) =>
  fetch(`${http}/store`, { method: 'POST', body: JSON.stringify(item) });
const at = (iso: string) => Date.parse(iso);
const days = (count: number) => count * 86_400_000;

describe('the leaping clock', () => {
  it('stops at the minute at which something is due and wakes it once there', async () => {
    const { stack, kinds } = await runStack(await wakeStack());
    await put(stack.http, { id: 'second', dueAt: at('2026-12-20T09:00:00Z') });
    await put(stack.http, { id: 'first', dueAt: at('2026-11-25T14:05:20Z') });

    await stack.advance(days(45));

    expect(
      kinds('function-log')
        .map((log) => log.line)
        .filter((line) => !line.startsWith('{')),
    ).toEqual(['first 2026-11-25T14:06:00.000Z', 'second 2026-12-20T09:00:00.000Z']);
    expect(stack.now()).toBe(noon + days(45));
  });

  it('goes on although something stays due', async () => {
    const { stack, kinds } = await runStack(await wakeStack());
    await put(stack.http, { id: 'stuck', dueAt: at('2026-11-24T00:00:00Z') });

    await stack.advance(days(3));

    const looks = kinds('function-log').filter((log) => log.line.startsWith('stuck'));
    expect(looks.length).toBeGreaterThan(5);
    expect(looks.length).toBeLessThan(40);
  });

  it('carries out a play’s entries at their moments, in order', async () => {
    const { stack } = await runStack(await wakeStack());
    const played: string[] = [];
    const play = (iso: string) =>
      stack.at(at(iso), () => void played.push(new Date(stack.now()).toISOString()));
    play('2026-11-24T08:30:00Z');
    play('2026-11-23T18:00:00Z');

    await stack.advanceTo(at('2026-11-25T00:00:00Z'));

    expect(played).toEqual(['2026-11-23T18:00:00.000Z', '2026-11-24T08:30:00.000Z']);
  });

  it('deletes items that have outlived their time', async () => {
    const { stack } = await runStack(await wakeStack());
    await put(stack.http, { id: 'kept', expiresAt: at('2026-12-24T00:00:00Z') / 1000 });
    await put(stack.http, { id: 'expired', expiresAt: at('2026-11-24T12:00:00Z') / 1000 });

    await stack.advance(days(3));

    expect(await stack.table('Documents')).toMatchObject([{ id: 'kept' }]);
  });

  it('raises the alarm on a missing tick, and only then', async () => {
    const ticking = await runStack(await wakeStack());
    const silent = await runStack(await wakeStack(true));
    await ticking.stack.advance(days(3));
    await silent.stack.advance(days(3));

    expect(ticking.kinds('alarm')).toEqual([]);
    expect(silent.kinds('alarm')).toMatchObject([{ name: 'TickAlarm', state: 'ALARM' }]);
  });

  it('refuses to run a schedule that may not invoke its function', async () => {
    const templateFile = await smallStack(
      {
        EveryMinute: {
          Type: 'AWS::Events::Rule',
          Properties: { ScheduleExpression: 'rate(1 minute)', Targets: [{ Id: 'T', Arn: get('Wake') }] },
        },
      },
      { Wake: { source: 'export const handler = () => console.log("ran");' } },
    );
    const { stack, kinds } = await runStack(templateFile);

    await stack.advance(days(1));

    expect(kinds('function-log')).toEqual([]);
    expect(kinds('denied')[0]).toMatchObject({
      who: 'events.amazonaws.com',
      action: 'lambda:InvokeFunction',
    });
  });
});
