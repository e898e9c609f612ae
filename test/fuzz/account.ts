import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { startDynamoDb, type EmbeddedDynamoDb } from '#infra/local/tables/embedded-dynamodb.ts';
import { listen, readBody } from '#infra/local/http/server-parts.ts';
import { secrets } from './secrets.ts';

/** As much of an AWS account as the functions behind the routes use, with its limits. */
export type Account = {
  readonly url: string;
  /** Every change that was made, such as `PutItem contacts`, oldest first. */
  readonly changes: readonly string[];
  readonly stop: () => Promise<void>;
};

type Reply = { status: number; body: string };
const fine = (value: unknown): Reply => ({ status: 200, body: JSON.stringify(value) });
const refusal = (name: string): Reply => ({
  status: 400,
  body: JSON.stringify({ __type: name, message: name }),
});

const CHANGES_ITEMS = new Set([
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
  'TransactWriteItems',
]);
/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html; before 2025, so the stricter one. */
const LONGEST_MESSAGE = 262_144;

export async function openAccount(): Promise<Account> {
  const dynamo = await startDynamoDb();
  for (const table of TABLES) await dynamo.call('CreateTable', table);
  const changes: string[] = [];
  const server = createServer((request, response) => {
    const serve = async () => {
      const target = String(request.headers['x-amz-target']);
      const body = await readBody(request);
      const reply = await answer(dynamo, target, body.toString('utf8'), changes);
      response.writeHead(reply.status, { 'content-type': 'application/x-amz-json-1.0' }).end(reply.body);
    };
    void serve();
  });
  const port = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}`, changes, stop: () => stop(server, dynamo) };
}

async function stop(server: Server, dynamo: EmbeddedDynamoDb): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => void server.close(resolve));
  await dynamo.stop();
}

async function answer(
  dynamo: EmbeddedDynamoDb,
  target: string,
  body: string,
  changes: string[],
): Promise<Reply> {
  const [service = '', operation = ''] = target.split('.');
  const input = Object(JSON.parse(body)) as Record<string, unknown>; // all of these protocols send an object
  const changed = (what: string, value: unknown) => {
    changes.push(`${operation} ${what}`);
    return fine(value);
  };
  if (service.startsWith('DynamoDB')) {
    const reply = await dynamo.request(operation, body);
    if (reply.status === 200 && CHANGES_ITEMS.has(operation))
      changes.push(`${operation} ${text(input, 'TableName')}`);
    return reply;
  }
  if (service === 'secretsmanager')
    return fine({ SecretString: JSON.stringify(secretOf(text(input, 'SecretId'))) });
  if (service === 'AWSEvents') return changed('bus', { FailedEntryCount: 0, Entries: [{ EventId: '1' }] });
  return operation === 'SendMessage' ? take(input, changed) : refusal('UnknownOperationException');
}

function take(input: Record<string, unknown>, changed: (what: string, value: unknown) => Reply): Reply {
  const message = text(input, 'MessageBody');
  // What XML 1.0 has no character for, SQS does not take.
  // eslint-disable-next-line no-control-regex -- these are what it is about
  const isOdd = /[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]/.test(message);
  if (isOdd || Buffer.byteLength(message) > LONGEST_MESSAGE) return refusal('InvalidMessageContents');
  const md5 = createHash('md5').update(message).digest('hex');
  return changed(text(input, 'QueueUrl').split('/').at(-1) ?? '', {
    MessageId: 'm-1',
    MD5OfMessageBody: md5,
  });
}

const text = (input: Record<string, unknown>, name: string) =>
  typeof input[name] === 'string' ? input[name] : '';
const secretOf = (name: string): unknown => Object.entries(secrets).find(([own]) => own === name)?.[1];

const key = (...names: string[]) =>
  names.map((AttributeName, index) => ({ AttributeName, KeyType: index === 0 ? 'HASH' : 'RANGE' }));
const typed = (type: string, ...names: string[]) =>
  names.map((AttributeName) => ({ AttributeName, AttributeType: type }));

const withDue = (TableName: string, ...names: string[]) => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [...typed('S', ...names, 'dueShard'), ...typed('N', 'dueAt')],
  KeySchema: key(...names),
  GlobalSecondaryIndexes: [
    { IndexName: 'due', KeySchema: key('dueShard', 'dueAt'), Projection: { ProjectionType: 'KEYS_ONLY' } },
  ],
});

const TABLES = [
  withDue('followUps', 'id'),
  withDue('cases', 'id'),
  withDue('inbox', 'id'),
  withDue('contacts', 'pk', 'sk'),
  {
    TableName: 'facts',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...typed('S', 'document'), ...typed('N', 'seq')],
    KeySchema: key('document', 'seq'),
  },
];
