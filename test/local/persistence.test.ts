import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { noon, runStack } from './fixtures/run-stack.ts';
import { aQueue, aRoute, aTable, get, ref, smallStack } from './fixtures/small-stack.ts';

/** Into every kind of store, then acknowledged. */
const keep = `
  import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
  import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
  import { SNSClient, PublishCommand } from '@aws-sdk/client-sns';
  import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
  const [dynamo, sqs, sns] = [new DynamoDBClient({}), new SQSClient({}), new SNSClient({})];
  const secrets = new SecretsManagerClient({});
  const { TABLE, QUEUE_URL, TOPIC_ARN, SECRET_ARN, TWILIO_BASE_URL } = process.env;
  export const handler = async (event) => {
    const { id } = JSON.parse(event.body);
    const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: SECRET_ARN }));
    const { accountSid, authToken } = JSON.parse(SecretString);
    await dynamo.send(new PutItemCommand({ TableName: TABLE, Item: { id: { S: id } } }));
    await sqs.send(new SendMessageCommand({ QueueUrl: QUEUE_URL, MessageBody: id }));
    await sns.send(new PublishCommand({ TopicArn: TOPIC_ARN, Message: id }));
    const sent = await fetch(TWILIO_BASE_URL + '/2010-04-01/Accounts/' + accountSid + '/Messages.json', {
      method: 'POST', headers: { authorization: 'Basic ' + btoa(accountSid + ':' + authToken) },
      body: new URLSearchParams({ To: '+14105550134', Body: id, MessagingServiceSid: 'MG' }) });
    return { statusCode: sent.status === 201 ? 202 : 500 };
  };`;

const keepStack = () =>
  smallStack(
    {
      Notes: aTable(),
      Work: aQueue(),
      Alerts: { Type: 'AWS::SNS::Topic' },
      OnAlert: {
        Type: 'AWS::SNS::Subscription',
        Properties: { TopicArn: ref('Alerts'), Protocol: 'sms', Endpoint: '+14105550120' },
      },
      ...aRoute('POST /keep', 'Keep'),
    },
    {
      Keep: {
        source: keep,
        allow: [
          { Action: 'dynamodb:PutItem', Resource: get('Notes') },
          { Action: 'sqs:SendMessage', Resource: get('Work') },
          { Action: 'sns:Publish', Resource: ref('Alerts') },
          { Action: 'secretsmanager:GetSecretValue', Resource: ref('TwilioSecret') },
        ],
        environment: {
          TABLE: ref('Notes'),
          QUEUE_URL: ref('Work'),
          TOPIC_ARN: ref('Alerts'),
          SECRET_ARN: ref('TwilioSecret'),
          TWILIO_BASE_URL: 'https://api.twilio.com',
        },
      },
    },
  );

/** Kills the program without warning once it is well under way; returns what it had acknowledged. */
function runUntilKilled(templateFile: string, dataDir: string): Promise<string[]> {
  const script = fileURLToPath(new URL('./fixtures/keep-then-die.ts', import.meta.url));
  const child = spawn(process.execPath, [script, templateFile, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'now') setTimeout(() => child.kill('SIGKILL'), 40);
    else acknowledged.push(line);
  });
  return new Promise((resolve) => child.once('close', () => resolve(acknowledged)));
}

describe('a kill', () => {
  it('loses nothing that was acknowledged, not even the second time', async () => {
    const templateFile = await keepStack();
    const dataDir = mkdtempSync(join(tmpdir(), 'kept-'));
    const acknowledged = await runUntilKilled(templateFile, dataDir);
    await runUntilKilled(templateFile, dataDir);

    const { stack } = await runStack(templateFile, { dataDir });

    expect(acknowledged.length).toBeGreaterThan(20);
    expect((await stack.table('Notes')).map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
    expect(stack.queue('Work')).toEqual(expect.arrayContaining(acknowledged));
    expect(stack.staffPhones().map(({ message }) => message)).toEqual(expect.arrayContaining(acknowledged));
    expect(stack.twilio.messages().map(({ body }) => body)).toEqual(expect.arrayContaining(acknowledged));
    expect(stack.now()).toBeGreaterThanOrEqual(noon + 3_600_000);
  });

  it('leaves secrets, settings and the mailbox’s owner as they were', async () => {
    const templateFile = await keepStack();
    const dataDir = mkdtempSync(join(tmpdir(), 'kept-'));
    const first = await runStack(templateFile, { dataDir });
    await first.stack.setProgramme({ greeting: 'kept' });
    const secret = first.stack.secret('EventsSecret');
    await first.stack.stop();

    const { stack } = await runStack(templateFile, { dataDir });

    expect(stack.secret('EventsSecret')).toEqual(secret);
    expect(stack.programme()).toEqual({ greeting: 'kept' });
  });
});
