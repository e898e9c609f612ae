import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Dynamo } from '#shared/adapters/dynamo/client.ts';
import { aWorld, type World } from '#test/fakes/fake-world.ts';
import { onDynamo } from '../on-dynamo.ts';
import type { Example } from './examples.ts';
import { KINDS, type WireItem } from './kinds.ts';

type Stored = Pick<Example, 'kind' | 'item'>;

/** Puts an example into its table, byte for byte. */
export async function putBack(client: Dynamo, { kind, item }: Stored): Promise<void> {
  await client.send(new PutItemCommand({ TableName: KINDS[kind].table, Item: item }));
}

/** What stands at an example’s key now. */
export async function storedNow(client: Dynamo, { kind, item }: Stored): Promise<WireItem> {
  const { table } = KINDS[kind];
  const found = await client.send(
    new GetItemCommand({ TableName: table, Key: keyOf(item), ConsistentRead: true }),
  );
  return found.Item ?? {};
}

function keyOf({ id, pk, sk, document, seq }: WireItem): WireItem {
  if (pk && sk) return { pk, sk };
  if (document && seq) return { document, seq };
  return id ? { id } : {};
}

/** A world on the database, a moment after the item fell due; later than all where it waits for nothing. */
export function worldAfter(client: Dynamo, { item }: Stored): World {
  const dueAt = Number(item['dueAt']?.N ?? Date.parse('2027-12-01T15:00:00Z'));
  return onDynamo(aWorld({ now: dueAt + 1000 }), client, client);
}
