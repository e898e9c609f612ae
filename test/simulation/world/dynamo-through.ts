import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Dynamo } from '#shared/adapters/dynamo/client.ts';
import type { Server } from '../engine/server.ts';
import type { World } from './world.ts';

/** DynamoDB as one server sees it: slow, at times busy or stale, and now and then an answer is lost on its way back. */
export function dynamoThrough({ database, faults, troubles, timeline }: World, server: Server): Dynamo {
  async function send(command: unknown): Promise<unknown> {
    if (database.showsNothing(command)) return { Items: [] };
    const random = server.random();
    if (troubles.isOn('throttling-burst', timeline.now()) && random.chance(0.5)) return busy();
    // The SDK tries again by itself; only a burst outlasts its tries.
    if (faults.happens('database throttles', random)) await server.wait(random.between(50, 400));
    const how = {
      stale: faults.happens('database read is stale', random),
      indexLag: isWrite(command) && faults.happens('index lags', random) ? random.between(50, 60_000) : 0,
    };
    const answer = await server.call(() => database.apply(command, how));
    if (!faults.happens('database response lost', random)) return answer;
    // The write is there, its answer is not: the SDK sends the same command again.
    await server.wait(random.between(1_000, 4_000));
    return server.call(() => database.apply(command, how));
  }

  async function busy(): Promise<never> {
    await server.wait(300);
    throw new Throttled();
  }

  return { send } as unknown as Dynamo; // the adapters only send
}

const isWrite = (command: unknown): boolean =>
  command instanceof PutCommand || command instanceof UpdateCommand;

class Throttled extends Error {
  constructor() {
    super('Throughput exceeds the current capacity');
    this.name = 'ProvisionedThroughputExceededException';
  }
}
