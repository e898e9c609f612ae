import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Contacts } from '#shared/ports.ts';
import { expiresAfter, isConditionFailure, type Dynamo } from './client.ts';

/** Consents are evidence: one item each, put once, never changed; a revocation is an item of its own. */
export function consents(options: {
  client: Dynamo;
  table: string;
  factsDays: number;
}): Pick<Contacts, 'addConsent'> {
  const { client, table, factsDays } = options;
  return {
    async addConsent(consent) {
      const { contactId, channel, purpose, followUpId, givenAt, revokedAt } = consent;
      const which = `${channel}#${purpose}#${followUpId}${revokedAt === undefined ? '' : '#revoked'}`;
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: {
              ...consent,
              pk: `contact#${contactId}`,
              sk: `consent#${new Date(givenAt).toISOString()}#${which}`,
              expiresAt: expiresAfter(revokedAt ?? givenAt, factsDays),
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
    },
  };
}
