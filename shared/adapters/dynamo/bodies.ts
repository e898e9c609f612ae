import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Bodies } from '#shared/ports.ts';
import { expiresAfter, dynamo, type Dynamo } from './client.ts';

type Body = NonNullable<Awaited<ReturnType<Bodies['get']>>>;

const key = (messageId: string) => ({ id: `body#${messageId}` });

/** What was sent, beside the follow-ups and gone after its retention. Names its contact by id only. */
export function bodies(options: { client?: Dynamo; table: string; bodiesDays: number }): Bodies {
  const { client = dynamo(), table, bodiesDays } = options;
  return {
    async put(messageId, body) {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { ...body, ...key(messageId), expiresAt: expiresAfter(body.at, bodiesDays) },
        }),
      );
    },
    async get(messageId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: key(messageId), ConsistentRead: true }),
      );
      if (!Item) return undefined;
      const { at, text, segments } = Item as Body; // written above alone
      return { at, text, segments };
    },
  };
}
