import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { dynamoWith, type Dynamo } from '#shared/adapters/dynamo/client.ts';

export type DynamoServer = { client: Dynamo; anotherClient(): Dynamo; stop(): Promise<void> };

const LOCAL = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

/** An embedded DynamoDB with this deployment's five tables, under the names `followUps`, `cases` and so on. */
export async function startDynamo(): Promise<DynamoServer> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's address
  const endpoint = `http://127.0.0.1:${port}`;
  await createTables(endpoint);
  const client = dynamoAt(endpoint);
  return {
    client,
    anotherClient: () => dynamoAt(endpoint),
    async stop() {
      client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A client of an embedded database that listens elsewhere. */
export const dynamoAt = (endpoint: string): Dynamo => dynamoWith({ ...LOCAL, endpoint });

/** Creates this deployment's five tables in an embedded database. */
export async function createTables(endpoint: string): Promise<void> {
  const admin = new DynamoDBClient({ ...LOCAL, endpoint });
  for (const table of TABLES) await admin.send(new CreateTableCommand(table));
  admin.destroy();
}

/** Takes everything out of the tables, so that each test begins with none. */
export async function emptyTables(client: Dynamo): Promise<void> {
  for (const { TableName, KeySchema } of TABLES) {
    const { Items = [] } = await client.send(new ScanCommand({ TableName }));
    for (const item of Items) {
      const Key = Object.fromEntries(KeySchema.map(({ AttributeName: name }) => [name, item[name]]));
      await client.send(new DeleteCommand({ TableName, Key }));
    }
  }
}

const S = 'S' as const;
const N = 'N' as const;
const DUE = [
  { AttributeName: 'dueShard', AttributeType: S },
  { AttributeName: 'dueAt', AttributeType: N },
];
const DUE_INDEX = {
  IndexName: 'due',
  KeySchema: [
    { AttributeName: 'dueShard', KeyType: 'HASH' as const },
    { AttributeName: 'dueAt', KeyType: 'RANGE' as const },
  ],
  Projection: { ProjectionType: 'KEYS_ONLY' as const },
};

const byId = (TableName: string) => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST' as const,
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: S }, ...DUE],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' as const }],
  GlobalSecondaryIndexes: [DUE_INDEX],
});

const TABLES = [
  byId('followUps'),
  byId('cases'),
  byId('inbox'),
  {
    ...byId('contacts'),
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: S },
      { AttributeName: 'sk', AttributeType: S },
      ...DUE,
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' as const },
      { AttributeName: 'sk', KeyType: 'RANGE' as const },
    ],
  },
  {
    TableName: 'facts',
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: [
      { AttributeName: 'document', AttributeType: S },
      { AttributeName: 'seq', AttributeType: N },
    ],
    KeySchema: [
      { AttributeName: 'document', KeyType: 'HASH' as const },
      { AttributeName: 'seq', KeyType: 'RANGE' as const },
    ],
  },
];
