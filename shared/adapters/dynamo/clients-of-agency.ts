import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Contacts } from '#shared/ports.ts';
import type { Dynamo } from './client.ts';
import { clientPk } from './contact-keys.ts';

const key = (agencyId: string, clientRef: string, followUpId: string) => ({
  pk: clientPk(agencyId, clientRef),
  sk: followUpId,
});

/** Which follow-ups of a client are open: one item a link, so that links never overwrite each other. */
export function clientsOfAgency({
  client,
  table,
}: {
  client: Dynamo;
  table: string;
}): Pick<Contacts, 'openFollowUpsOf' | 'linkClient' | 'unlinkClient'> {
  return {
    async openFollowUpsOf(agencyId, clientRef) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': clientPk(agencyId, clientRef) },
          ConsistentRead: true,
        }),
      );
      return Items.map((item) => String(item['sk']));
    },
    async linkClient(agencyId, clientRef, followUpId) {
      await client.send(new PutCommand({ TableName: table, Item: key(agencyId, clientRef, followUpId) }));
    },
    async unlinkClient(agencyId, clientRef, followUpId) {
      await client.send(new DeleteCommand({ TableName: table, Key: key(agencyId, clientRef, followUpId) }));
    },
  };
}
