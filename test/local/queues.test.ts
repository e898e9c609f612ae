import { describe, expect, it } from 'vitest';
import { noon, runStack } from './fixtures/run-stack.ts';
import {
  aMapping,
  aQueue,
  aRoute,
  get,
  mayPoll,
  policyFor,
  ref,
  smallStack,
} from './fixtures/small-stack.ts';

const sendToWork = `
  import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
  const client = new SQSClient({});
  export const handler = async (event) => {
    const { body, delay } = JSON.parse(event.body);
    await client.send(new SendMessageCommand({
      QueueUrl: process.env.WORK_QUEUE_URL, MessageBody: body, DelaySeconds: delay }));
    return { statusCode: 202 };
  };`;

const refuseTheBad = `
  export const handler = async ({ Records }) => {
    for (const { body } of Records) console.log('saw ' + body + ' at ' + new Date().toISOString());
    return { batchItemFailures: Records.filter(({ body }) => body === 'bad')
      .map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };`;

const operators = {
  OperatorsTopic: { Type: 'AWS::SNS::Topic', Properties: { KmsMasterKeyId: get('Key') } },
  Operator: {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: ref('OperatorsTopic'), Protocol: 'email', Endpoint: 'operators@example.org' },
  },
  OperatorsPolicy: policyFor(
    'AWS::SNS::TopicPolicy',
    { Topics: [ref('OperatorsTopic')] },
    { Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } },
  ),
  LettersAlarm: {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      AlarmDescription: 'Work is lost.',
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: get('Letters', 'QueueName') }],
      Statistic: 'Maximum',
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: [ref('OperatorsTopic')],
    },
  },
};

const aKey = (services: string[]) => ({
  Type: 'AWS::KMS::Key',
  Properties: {
    KeyPolicy: {
      Statement: { Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { Service: services } },
    },
  },
});

const workStack = (keyServices: string[]) =>
  smallStack(
    {
      Work: aQueue('Letters'),
      Letters: aQueue(),
      FromWork: aMapping('Work', 'DoWork'),
      ...aRoute('POST /work', 'SendToWork'),
      ...operators,
      Key: aKey(keyServices),
    },
    {
      SendToWork: {
        source: sendToWork,
        allow: [{ Action: 'sqs:SendMessage', Resource: get('Work') }],
        environment: { WORK_QUEUE_URL: ref('Work') },
      },
      DoWork: { source: refuseTheBad, allow: [mayPoll('Work')] },
    },
  );

const minutes = (count: number) => count * 60_000;
const send = (http: string, body: string, delay = 0) =>
  fetch(`${http}/work`, { method: 'POST', body: JSON.stringify({ body, delay }) });

describe('a queue', () => {
  it('hands its messages to the function at once', async () => {
    const { stack, kinds } = await runStack(await workStack([]));

    await send(stack.http, 'good');
    await stack.settle();

    expect(kinds('function-log').map((log) => log.line)).toEqual(['saw good at 2026-11-23T12:00:00.000Z']);
    expect(stack.queue('Work')).toEqual([]);
  });

  it('holds a delayed message back until its moment', async () => {
    const { stack, kinds } = await runStack(await workStack([]));

    await send(stack.http, 'later', 30);
    await stack.advance(minutes(5));

    expect(kinds('function-log').map((log) => log.line)).toEqual(['saw later at 2026-11-23T12:00:30.000Z']);
  });

  it('parks a message that fails four times and tells the operators, while the others go on', async () => {
    const { stack, kinds } = await runStack(await workStack(['cloudwatch.amazonaws.com']));

    await send(stack.http, 'bad');
    await send(stack.http, 'good');
    await stack.advance(minutes(30));

    const seen = kinds('function-log').map((log) => log.line);
    expect(seen.filter((line) => line.startsWith('saw bad'))).toHaveLength(4);
    expect(seen.filter((line) => line.startsWith('saw good'))).toHaveLength(1);
    expect(stack.queue('Letters')).toEqual(['bad']);
    expect(kinds('dead-letter')).toMatchObject([{ queue: 'Letters', body: 'bad', at: noon + minutes(8) }]);
    expect(stack.alarms()).toMatchObject({ 'Handrail-LettersAlarm': 'ALARM' });
    expect(stack.staffPhones()).toMatchObject([
      { topic: 'OperatorsTopic', endpoint: 'operators@example.org' },
    ]);
  });

  it('shows an alarm that nobody hears when the topic’s key does not admit CloudWatch', async () => {
    const { stack, kinds } = await runStack(await workStack(['sns.amazonaws.com']));

    await send(stack.http, 'bad');
    await stack.advance(minutes(30));

    expect(kinds('alarm')).toMatchObject([{ state: 'ALARM' }]);
    expect(kinds('denied')).toMatchObject([
      { who: 'cloudwatch.amazonaws.com', action: 'kms:GenerateDataKey' },
    ]);
    expect(stack.staffPhones()).toEqual([]);
  });
});
