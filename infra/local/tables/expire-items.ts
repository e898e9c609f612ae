import * as z from 'zod';
import type { LocalTable } from './create-tables.ts';
import type { EmbeddedDynamoDb } from './embedded-dynamodb.ts';

const Page = z.object({
  Items: z.array(z.record(z.string(), z.unknown())),
  LastEvaluatedKey: z.unknown().optional(),
});

/** Deletes what has outlived its table's TTL attribute, as DynamoDB does within days. `now` is epoch ms. */
export async function expireItems(
  engine: EmbeddedDynamoDb,
  tables: readonly LocalTable[],
  now: number,
): Promise<number> {
  let expired = 0;
  for (const table of tables) expired += await expireTable(engine, table, now);
  return expired;
}

async function expireTable(engine: EmbeddedDynamoDb, table: LocalTable, now: number): Promise<number> {
  if (table.expiresBy === undefined) return 0;
  let expired = 0;
  let ExclusiveStartKey: unknown;
  do {
    const page = Page.parse(
      await engine.call('Scan', {
        TableName: table.name,
        ExclusiveStartKey,
        FilterExpression: '#expires <= :now',
        ExpressionAttributeNames: { '#expires': table.expiresBy },
        ExpressionAttributeValues: { ':now': { N: String(Math.floor(now / 1000)) } },
      }),
    );
    for (const item of page.Items) {
      const Key = Object.fromEntries(table.keyNames.map((name) => [name, item[name]]));
      await engine.call('DeleteItem', { TableName: table.name, Key });
      expired += 1;
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return expired;
}
