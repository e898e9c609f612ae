import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { repeatable } from '#shared/adapters/aws/client-options.ts';

export type Dynamo = DynamoDBDocumentClient;

/** A document client that leaves out what is undefined. Address and region come from the environment unless given. */
export function dynamo(config: DynamoDBClientConfig = {}): Dynamo {
  return DynamoDBDocumentClient.from(new DynamoDBClient({ ...repeatable, ...config }), {
    marshallOptions: { removeUndefinedValues: true },
  });
}

/** Whether a write was refused by its own condition. */
export function isConditionFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException';
}

/** Epoch seconds, as the time-to-live attribute wants them. */
export function expiresAfter(now: number, days: number): number {
  return Math.floor(now / 1000) + days * 86_400;
}
