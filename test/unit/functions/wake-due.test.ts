import { describe, expect, test } from 'vitest';
import { wakeDue } from '#functions/wake-due/wake-due.ts';
import { receiveTextFallback } from '#functions/receive-text-fallback/receive-text-fallback.ts';
import { aFollowUp, NOW } from '#test/builders/a-follow-up.ts';
import { aWorld, type World } from '#test/fakes/fake-world.ts';

const indexesOf = (world: World) => ({
  followUpsDue: world.followUps.index,
  casesDue: world.cases.index,
  textsDue: world.contacts.index,
  eventsDue: world.inbox.index,
});

async function withOneDue(): Promise<World> {
  const world = aWorld({ now: NOW });
  await world.followUps.create(aFollowUp(), []);
  return world;
}

describe('what is due', () => {
  test('is put on its queue, however long ago it was due', async () => {
    const world = await withOneDue();
    world.clock.advance(3 * 24 * 3_600_000);

    expect(await wakeDue({ ...world, ...indexesOf(world) }, { pass: 'first' })).toBe('woken');
    expect(world.queues.followUps).toEqual([{ followUpId: 'fu#a-follow-up', input: { kind: 'wake' } }]);
  });

  test('is looked for once more half a minute later, and not again after that', async () => {
    const world = await withOneDue();
    await wakeDue({ ...world, ...indexesOf(world) }, { pass: 'first' });
    await wakeDue({ ...world, ...indexesOf(world) }, { pass: 'again' });

    expect(world.queues.wake).toEqual([{ delaySeconds: 30 }]);
  });

  test('waits while its queue is long, and other queues are not held up by that', async () => {
    const world = await withOneDue();
    await world.inbox.put({
      id: 'event#1',
      raw: '{}',
      source: 'http',
      receivedAt: NOW - 3_600_000,
      state: 'received',
    });
    const queues = {
      ...world.queues,
      backlog: (queue: string) => Promise.resolve(queue === 'follow-ups' ? 10_001 : 0),
    };

    expect(await wakeDue({ ...world, ...indexesOf(world), queues }, { pass: 'again' })).toBe('backlog');
    expect(world.queues.followUps).toEqual([]);
    expect(world.queues.inbox).toEqual([{ inboxId: 'event#1' }]);
  });

  test('is nothing while every document waits for later', async () => {
    const world = aWorld({ now: NOW });
    await world.followUps.create(aFollowUp({ checkIns: [], linkedUntil: NOW + 3_600_000 }), []);

    expect(await wakeDue({ ...world, ...indexesOf(world) }, { pass: 'again' })).toBe('nothing-due');
  });
});

describe('a text that only the fallback took', () => {
  test('is stored once, and is due within minutes', async () => {
    const world = aWorld({ now: NOW });
    const text = {
      messageSid: 'SM1',
      from: '+14105550134',
      to: '+14105550111',
      body: 'hello',
      media: 0,
      at: NOW,
    };

    expect(await receiveTextFallback(world, text)).toBe('stored');
    expect(await receiveTextFallback(world, text)).toBe('known');
    world.clock.advance(5 * 60_000);
    await wakeDue({ ...world, ...indexesOf(world) }, { pass: 'again' });
    expect(world.queues.inbox).toMatchObject([{ inboundId: 'SM1' }]);
  });
});
