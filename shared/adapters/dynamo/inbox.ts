import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { MINUTE } from '#shared/domain/record.ts';
import type { Inbox, InboxItem } from '#shared/ports.ts';
import { expiresAfter, isConditionFailure, dynamo, type Dynamo } from './client.ts';
import { dueAttributes } from './due.ts';

/** What was received and is not settled by then is looked at again. */
const SETTLED_BY = 2 * MINUTE;

/** Raw events as received: due until settled; what was parked stays for operators, without a due time. */
export function inbox(options: { client?: Dynamo; table: string; inboxDays: number }): Inbox {
  const { client = dynamo(), table, inboxDays } = options;
  return {
    async put(item) {
      const dueAt = item.state === 'received' ? item.receivedAt + SETTLED_BY : undefined;
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: {
              ...item,
              ...dueAttributes(item.id, dueAt),
              expiresAt: expiresAfter(item.receivedAt, inboxDays),
            },
            ConditionExpression: 'attribute_not_exists(id)',
          }),
        );
        return 'stored';
      } catch (error) {
        if (isConditionFailure(error)) return 'known';
        throw error;
      }
    },
    async get(id) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { id }, ConsistentRead: true }),
      );
      if (!Item) return undefined;
      const { dueShard: _shard, dueAt: _due, expiresAt: _expires, ...item } = Item;
      return item as InboxItem; // written above alone
    },
    async putOff(id, until) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { id },
            UpdateExpression: 'SET dueAt = :until',
            ConditionExpression: 'attribute_exists(dueAt)',
            ExpressionAttributeValues: { ':until': until },
          }),
        );
      } catch (error) {
        if (!isConditionFailure(error)) throw error; // settled meanwhile
      }
    },
    async settle(id, state, problems) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { id },
          UpdateExpression: `SET #state = :state${problems ? ', problems = :problems' : ''} REMOVE dueShard, dueAt`,
          ConditionExpression: 'attribute_exists(id)',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':state': state, ...(problems && { ':problems': problems }) },
        }),
      );
    },
  };
}
