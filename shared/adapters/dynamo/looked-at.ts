import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '#shared/domain/record.ts';
import { isConditionFailure, type Dynamo } from './client.ts';

/**
 * Moves the due time of a document on after a look that changed nothing; without it the same document would be woken
 * again in every pass. Leaves alone what was saved meanwhile, or is not due any more.
 */
export async function lookedAt(
  { client, table }: { client: Dynamo; table: string },
  { id, version }: { id: string; version: number },
  next: Instant | undefined,
  now: Instant,
): Promise<void> {
  try {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: { id },
        UpdateExpression: next === undefined ? 'REMOVE dueAt, dueShard' : 'SET dueAt = :next',
        ConditionExpression: 'version = :version AND dueAt <= :now',
        ExpressionAttributeValues: {
          ':version': version,
          ':now': now,
          ...(next !== undefined && { ':next': next }),
        },
      }),
    );
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}
