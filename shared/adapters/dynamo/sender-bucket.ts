import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure, type Dynamo } from './client.ts';
import { bucketKey } from './contact-keys.ts';

type Lane = 'routine' | 'urgent';

/**
 * How far ahead of its rate a sender may be, in milliseconds. Two seconds' worth, at least two messages; routine
 * messages leave a quarter of it, at least one message, to urgent ones.
 */
export function allowance(perSecond: number, lane: Lane): { interval: number; ahead: number } {
  const interval = 1000 / perSecond;
  const burst = Math.max(2, Math.ceil(perSecond * 2));
  const reserve = Math.max(1, Math.floor(burst / 4));
  return { interval, ahead: interval * (lane === 'urgent' ? burst : burst - reserve) };
}

/**
 * A token bucket as one number: `busyUntil`, when the sender would be idle again at its rate (GCRA).
 * One conditional write takes a token from an idle bucket, a second one from a busy bucket; no read unless both are refused.
 */
export async function takeToken(
  { client, table }: { client: Dynamo; table: string },
  sender: string,
  lane: Lane,
  { perSecond, now }: { perSecond: number; now: number },
): Promise<{ waitSeconds: number }> {
  const { interval, ahead } = allowance(perSecond, lane);
  const key = { TableName: table, Key: bucketKey(sender) };
  const idle = new UpdateCommand({
    ...key,
    UpdateExpression: 'SET busyUntil = :next',
    ConditionExpression: 'attribute_not_exists(busyUntil) OR busyUntil <= :now',
    ExpressionAttributeValues: { ':next': now + interval, ':now': now },
  });
  if (await holds(client, idle)) return { waitSeconds: 0 };
  const busy = new UpdateCommand({
    ...key,
    UpdateExpression: 'SET busyUntil = busyUntil + :interval',
    ConditionExpression: 'busyUntil <= :latest',
    ExpressionAttributeValues: { ':interval': interval, ':latest': now + ahead - interval },
  });
  if (await holds(client, busy)) return { waitSeconds: 0 };
  const { Item } = await client.send(new GetCommand(key));
  const busyUntil = typeof Item?.['busyUntil'] === 'number' ? Item['busyUntil'] : now;
  return { waitSeconds: Math.max(1, Math.ceil((busyUntil + interval - ahead - now) / 1000)) };
}

async function holds(client: Dynamo, update: UpdateCommand): Promise<boolean> {
  try {
    await client.send(update);
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}
