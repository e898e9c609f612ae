import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { repeatable } from '#shared/adapters/aws/client-options.ts';

export type Dynamo = DynamoDBDocumentClient;

let shared: Dynamo | undefined;

/** This process's own document client; address, region and credentials come from the environment. */
export function dynamo(): Dynamo {
  shared ??= dynamoWith({});
  return shared;
}

/** A document client that leaves out what is undefined. */
export function dynamoWith(config: DynamoDBClientConfig): Dynamo {
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
