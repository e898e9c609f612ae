import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { HOUR, MINUTE, type Instant } from '#shared/domain/record.ts';
import { isConditionFailure, type Dynamo } from './client.ts';

const LONGEST = 6 * HOUR;

/** How long a document that failed so often is left alone: 1, 2, 4 … minutes, at most six hours. */
export function backOff(failures: number): number {
  return Math.min(LONGEST, MINUTE * 2 ** Math.min(failures, 20));
}

/**
 * Moves the due time of a document that could not be advanced, longer each time in a row; the next save forgets the
 * count. Leaves alone what is not due any more, or was saved meanwhile.
 */
export async function putOff(
  { client, table }: { client: Dynamo; table: string },
  id: string,
  now: Instant,
): Promise<void> {
  const { Item } = await client.send(
    new GetCommand({
      TableName: table,
      Key: { id },
      ConsistentRead: true,
      ProjectionExpression: 'version, failures',
    }),
  );
  if (!Item) return;
  const failures = typeof Item['failures'] === 'number' ? Item['failures'] : 0;
  try {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: { id },
        UpdateExpression: 'SET dueAt = :later, failures = :failures',
        ConditionExpression: 'version = :version AND dueAt <= :now',
        ExpressionAttributeValues: {
          ':later': now + backOff(failures),
          ':failures': failures + 1,
          ':version': Item['version'],
          ':now': now,
        },
      }),
    );
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}
