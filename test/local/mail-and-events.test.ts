import { describe, expect, it } from 'vitest';
import { runStack } from './fixtures/run-stack.ts';
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

const log = `export const handler = (event) => { process.stdout.write(JSON.stringify(event) + '\\n'); };`;

describe('mail', () => {
  const mailStack = smallStack(
    {
      ...aRoute('POST /mail', 'SendMail'),
      Set: { Type: 'AWS::SES::ConfigurationSet' },
      Receipts: {
        Type: 'AWS::SES::ConfigurationSetEventDestination',
        Properties: {
          ConfigurationSetName: ref('Set'),
          EventDestination: {
            Enabled: true,
            MatchingEventTypes: ['delivery', 'bounce'],
            EventBridgeDestination: {},
          },
        },
      },
      OnReceipt: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventPattern: {
            source: ['aws.ses'],
            detail: { mail: { tags: { 'ses:configuration-set': [ref('Set')] } } },
          },
          Targets: [{ Id: 'Target0', Arn: get('Hear') }],
        },
      },
      MayHear: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: get('Hear'),
          Principal: 'events.amazonaws.com',
        },
      },
    },
    {
      Hear: { source: log },
      SendMail: {
        source: `
        import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
        export const handler = async (event) => {
          await new SESv2Client({}).send(new SendEmailCommand({
            FromEmailAddress: 'Care <checkin@example.org>', ReplyToAddresses: ['care@example.org'],
            Destination: { ToAddresses: [event.body] }, ConfigurationSetName: process.env.SET,
            EmailTags: [{ Name: 'message', Value: 'm-1' }],
            Content: { Simple: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'How are you?' } } } } }));
        };`,
        allow: [
          {
            Action: 'ses:SendEmail',
            Resource: [
              { 'Fn::Sub': 'arn:aws:ses:${AWS::Region}:${AWS::AccountId}:identity/checkin@example.org' },
              { 'Fn::Sub': 'arn:aws:ses:${AWS::Region}:${AWS::AccountId}:configuration-set/${Set}' },
            ],
          },
        ],
        environment: { SET: ref('Set') },
      },
    },
  );

  it('lands in the mailbox, and its receipt reaches the function with our tag', async () => {
    const { stack, kinds } = await runStack(await mailStack);
    stack.bounceMailTo('gone@example.org');

    await fetch(`${stack.http}/mail`, {
      method: 'POST',
      body: 'maya@example.org',
      headers: { 'content-type': 'text/plain' },
    });
    await fetch(`${stack.http}/mail`, {
      method: 'POST',
      body: 'gone@example.org',
      headers: { 'content-type': 'text/plain' },
    });
    await stack.advance(60_000);

    expect(stack.mailbox()).toMatchObject([
      { to: ['maya@example.org'], subject: 'Hello', text: 'How are you?', replyTo: ['care@example.org'] },
      { to: ['gone@example.org'] },
    ]);
    const receipts = kinds('function-log').map(({ line }): unknown => JSON.parse(line));
    expect(receipts).toMatchObject([
      {
        'detail-type': 'Email Delivered',
        detail: { eventType: 'Delivery', mail: { tags: { message: ['m-1'] } } },
      },
      {
        'detail-type': 'Email Bounced',
        detail: { eventType: 'Bounce', bounce: { bounceType: 'Permanent' } },
      },
    ]);
  });
});

/** An agency's bus with one rule to a queue; `queuePolicy`: the queue lets the rule in. */
const busStack = (queuePolicy: boolean) =>
  smallStack(
    {
      Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'agency' } },
      Inbox: aQueue(),
      FromInbox: aMapping('Inbox', 'Hear'),
      Closed: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventBusName: ref('Bus'),
          EventPattern: { source: ['handrail.agency'], 'detail-type': ['SessionClosed'] },
          Targets: [{ Id: 'Target0', Arn: get('Inbox') }],
        },
      },
      ...(queuePolicy && {
        InboxPolicy: policyFor(
          'AWS::SQS::QueuePolicy',
          { Queues: [ref('Inbox')] },
          {
            Action: 'sqs:SendMessage',
            Principal: { Service: 'events.amazonaws.com' },
            Condition: { ArnEquals: { 'aws:SourceArn': get('Closed') } },
          },
        ),
      }),
    },
    { Hear: { source: log, allow: [mayPoll('Inbox')] } },
  );

describe('the event bus', () => {
  it('brings the events that a rule asks for to its queue, whole', async () => {
    const { stack, kinds } = await runStack(await busStack(true));

    await stack.putEvent('SessionClosed', { id: 'evt-1' });
    await stack.putEvent('SomethingElse', { id: 'evt-2' });
    await stack.settle();

    const [heard] = kinds('function-log');
    const body: unknown = JSON.parse(JSON.parse(heard?.line ?? '{}').Records[0].body);
    expect(kinds('function-log')).toHaveLength(1);
    expect(body).toMatchObject({
      'detail-type': 'SessionClosed',
      detail: { id: 'evt-1' },
      time: '2026-11-23T12:00:00Z',
    });
  });

  it('reports an event that the queue’s policy keeps out', async () => {
    const { stack, kinds } = await runStack(await busStack(false));

    await stack.putEvent('SessionClosed', { id: 'evt-1' });
    await stack.settle();

    expect(kinds('denied')).toMatchObject([{ who: 'events.amazonaws.com', action: 'sqs:SendMessage' }]);
    expect(kinds('function-log')).toEqual([]);
  });

  it('tries a function three times, then parks the event in its own queue', async () => {
    const templateFile = await smallStack(
      {
        Bus: { Type: 'AWS::Events::EventBus' },
        Parked: aQueue(),
        All: {
          Type: 'AWS::Events::Rule',
          Properties: {
            EventBusName: ref('Bus'),
            EventPattern: { source: ['handrail.agency'] },
            Targets: [{ Id: 'Target0', Arn: get('Fail') }],
          },
        },
        MayFail: {
          Type: 'AWS::Lambda::Permission',
          Properties: {
            Action: 'lambda:InvokeFunction',
            FunctionName: get('Fail'),
            Principal: 'events.amazonaws.com',
          },
        },
      },
      {
        Fail: {
          source: `export const handler = () => { throw new TypeError('no'); };`,
          allow: [{ Action: 'sqs:SendMessage', Resource: get('Parked') }],
          properties: { DeadLetterConfig: { TargetArn: get('Parked') } },
        },
      },
    );
    const { stack, kinds } = await runStack(templateFile);

    await stack.putEvent('SessionClosed', { id: 'evt-1' });
    await stack.advance(600_000);

    expect(kinds('function-failed').map(({ error }) => error)).toEqual([
      'TypeError',
      'TypeError',
      'TypeError',
    ]);
    expect(stack.queue('Parked')).toHaveLength(1);
  });
});
