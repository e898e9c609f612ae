import * as z from 'zod';
import type { Resource, Resources } from '../template/resources.ts';
import type { EmbeddedDynamoDb } from './embedded-dynamodb.ts';

export type LocalTable = {
  readonly name: string;
  /** The name in code, such as `Facts`. */
  readonly nameInCode: string;
  readonly arn: string;
  readonly keyNames: readonly string[];
  readonly hasDueIndex: boolean;
  readonly expiresBy?: string;
};

const TableProperties = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  GlobalSecondaryIndexes: z.array(z.looseObject({ IndexName: z.string() })).optional(),
  LocalSecondaryIndexes: z.array(z.looseObject({ IndexName: z.string() })).optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
});

/** Creates the tables that are not there yet. */
export async function createTables(engine: EmbeddedDynamoDb, resources: Resources): Promise<LocalTable[]> {
  const tables = resources.ofType('AWS::DynamoDB::Table');
  const existing = new Set(z.array(z.string()).parse((await engine.call('ListTables', {}))['TableNames']));
  return Promise.all(tables.map((table) => createTable(engine, table, existing.has(table.ref))));
}

async function createTable(engine: EmbeddedDynamoDb, table: Resource, exists: boolean): Promise<LocalTable> {
  const properties = TableProperties.parse(table.properties);
  if (!exists) {
    const indexes = properties.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
      IndexName,
      KeySchema,
      Projection,
    }));
    await engine.call('CreateTable', {
      TableName: table.ref,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: properties.KeySchema,
      AttributeDefinitions: properties.AttributeDefinitions,
      GlobalSecondaryIndexes: indexes,
      LocalSecondaryIndexes: properties.LocalSecondaryIndexes,
    });
    await untilActive(engine, table.ref);
  }
  const expiry = properties.TimeToLiveSpecification;
  return {
    name: table.ref,
    nameInCode: table.name,
    arn: table.attributes['Arn'] ?? '',
    keyNames: properties.KeySchema.map((key) => key.AttributeName),
    hasDueIndex: (properties.GlobalSecondaryIndexes ?? []).some((index) => index.IndexName === 'due'),
    ...(expiry?.Enabled === true && { expiresBy: expiry.AttributeName }),
  };
}

async function untilActive(engine: EmbeddedDynamoDb, name: string): Promise<void> {
  const Described = z.object({ Table: z.object({ TableStatus: z.string() }) });
  for (;;) {
    const { Table } = Described.parse(await engine.call('DescribeTable', { TableName: name }));
    if (Table.TableStatus === 'ACTIVE') return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
