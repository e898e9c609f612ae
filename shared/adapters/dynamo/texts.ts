import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { MINUTE } from '#shared/domain/record.ts';
import type { Contacts, InboundText } from '#shared/ports.ts';
import { expiresAfter, isConditionFailure, type Dynamo } from './client.ts';
import { dueTextId, textKey } from './contact-keys.ts';
import { dueAttributes } from './due.ts';

/** A stored text that nobody has handled by then is looked at again. */
const HANDLED_BY = 2 * MINUTE;

/** Inbound texts: stored once under the carrier's id, due until they are handled, never changed in what they say. */
export function texts(options: {
  client: Dynamo;
  table: string;
  bodiesDays: number;
}): Pick<Contacts, 'storeText' | 'getText' | 'textHandled'> {
  const { client, table, bodiesDays } = options;
  return {
    async storeText(text) {
      const dueAt = text.handledAt === undefined ? text.receivedAt + HANDLED_BY : undefined;
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: {
              ...text,
              ...textKey(text.contactId, text.id),
              ...dueAttributes(dueTextId(text.contactId, text.id), dueAt),
              expiresAt: expiresAfter(text.receivedAt, bodiesDays),
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
        return 'stored';
      } catch (error) {
        if (isConditionFailure(error)) return 'known';
        throw error;
      }
    },
    async getText(contactId, id) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: textKey(contactId, id), ConsistentRead: true }),
      );
      if (!Item) return undefined;
      const { pk: _pk, sk: _sk, dueShard: _shard, dueAt: _due, expiresAt: _expires, ...text } = Item;
      return text as InboundText; // written above alone
    },
    async textHandled(contactId, id, { at, reading, caseId }) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: textKey(contactId, id),
          UpdateExpression: `SET handledAt = :at${reading ? ', reading = :reading' : ''}${caseId ? ', caseId = :caseId' : ''} REMOVE dueShard, dueAt`,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: {
            ':at': at,
            ...(reading && { ':reading': reading }),
            ...(caseId && { ':caseId': caseId }),
          },
        }),
      );
    },
  };
}
