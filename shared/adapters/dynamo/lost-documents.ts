import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { dynamo, type Dynamo } from './client.ts';

/**
 * Reads whole tables and yields the ids of open documents that stand in no `due` index: nothing would ever wake them.
 * For once a week, beside every other use.
 */
export async function* lostDocuments(
  tables: readonly string[],
  client: Dynamo = dynamo(),
): AsyncIterable<string> {
  for (const table of tables) {
    let start: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({
          TableName: table,
          FilterExpression:
            'attribute_exists(doc) AND attribute_not_exists(dueAt) AND attribute_not_exists(expiresAt)',
          ProjectionExpression: 'id',
          ExclusiveStartKey: start,
        }),
      );
      for (const item of page.Items ?? []) yield String(item['id']);
      start = page.LastEvaluatedKey;
    } while (start);
  }
}
