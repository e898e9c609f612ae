import { afterAll, beforeAll, expect, it } from 'vitest';
import { countAJourney } from './count-a-journey.ts';
import { startDynamo, type DynamoServer } from './dynamo-server.ts';

let server: DynamoServer;
beforeAll(async () => void (server = await startDynamo()));
afterAll(() => server.stop());

it('follows a client through 12 texts and 5 replies for less than 400 write and 100 read units', async () => {
  const { texts, replies, write, read } = await countAJourney(server);
  console.log(`${texts} texts, ${replies} replies: ${write} write and ${read} read units`);
  expect([texts, replies]).toEqual([12, 5]);
  expect(write).toBeLessThanOrEqual(400);
  expect(read).toBeLessThanOrEqual(100);
}, 60_000);
