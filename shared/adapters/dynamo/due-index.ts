import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { DueIndex, DueItem } from '#shared/ports.ts';
import { dynamo, type Dynamo } from './client.ts';
import { textOfDueId } from './contact-keys.ts';
import { SHARDS } from './due.ts';

type Table = { client: Dynamo; table: string };
type Entry = { id?: string; pk?: string; sk?: string; dueAt: number };

/**
 * What is due in one table, from its sparse index `due`. No lower bound: the index is eventually consistent, and what
 * was missed once is still due. A page of each shard at a time, all at once, starting with another shard each time, so
 * that a long backlog in one cannot keep a reader who stops early from the rest.
 */
export function dueIndex({ client = dynamo(), table: name }: Partial<Table> & { table: string }): DueIndex {
  const table = { client, table: name };
  return {
    async *due(by) {
      const first = Math.floor(by / 1000) % SHARDS;
      let open = Array.from({ length: SHARDS }, (_, turn) =>
        pagesOf(table, String((first + turn) % SHARDS), by),
      );
      while (open.length > 0) {
        const taken = await Promise.all(open.map((pages) => pages.next()));
        for (const page of taken) if (!page.done) yield* page.value;
        open = open.filter((_, index) => !taken[index]?.done);
      }
    },
  };
}

/** What is due in one shard, oldest first, a page at a time. */
export async function* pagesOf(
  { client, table }: Table,
  shard: string,
  by: number,
): AsyncGenerator<DueItem[], void> {
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'due',
        KeyConditionExpression: 'dueShard = :shard AND dueAt <= :by',
        ExpressionAttributeValues: { ':shard': shard, ':by': by },
        Limit: 200,
        ExclusiveStartKey: start,
      }),
    );
    yield ((page.Items ?? []) as Entry[]).map(itemOf); // the index projects keys only
    start = page.LastEvaluatedKey;
  } while (start);
}

function itemOf({ id, pk, sk, dueAt }: Entry): DueItem {
  if (id !== undefined) return { id, dueAt };
  const text = textOfDueId(`${pk}/${sk}`);
  return text ? { ...text, dueAt } : { id: `${pk}/${sk}`, dueAt };
}
