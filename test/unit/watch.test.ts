import { expect, it } from 'vitest';
import { watch, type Deps } from '#functions/watch/watch.ts';
import type { DueItem } from '#shared/ports.ts';
import { aWorld } from '#test/fakes/fake-world.ts';

const NOW = Date.parse('2026-11-24T15:00:00Z');
const MINUTE = 60_000;

const index = (items: readonly DueItem[]) => ({
  async *due() {
    yield* items;
  },
});

type Received = Awaited<ReturnType<Deps['carrier']['received']>>;

function watching(
  overdueCases: readonly DueItem[],
  cannotList: boolean,
  unseen: Received = [],
  now: number = NOW,
) {
  const world = aWorld({ now });
  const measured: unknown[] = [];
  const askedSince: number[] = [];
  const deps: Deps = {
    ...world,
    carrier: {
      ...world.carrier,
      received(since) {
        askedSince.push(since);
        return cannotList ? Promise.reject(new Error('no list')) : Promise.resolve(unseen);
      },
    },
    followUpsDue: index([]),
    casesDue: index(overdueCases),
    textsDue: index([]),
    eventsDue: index([]),
    async *lost() {},
    measure: (seen) => void measured.push(seen),
  };
  return { world, measured, askedSince, look: () => watch(deps) };
}

it('wakes what is overdue, tells operators, and measures how long it has been', async () => {
  const { world, measured, look } = watching([{ id: 'case#1', dueAt: NOW - 16 * MINUTE }], false);

  expect(await look()).toBe('overdue');
  expect(world.queues.cases).toMatchObject([{ caseId: 'case#1', input: { kind: 'wake' } }]);
  expect(world.alerts.operators).toHaveLength(1);
  expect(measured).toEqual([{ heartbeat: true, oldestDueSeconds: 16 * 60 }]);
});

it('says that the carrier cannot be asked also while something is overdue', async () => {
  const { world, look } = watching([{ id: 'case#1', dueAt: NOW - 16 * MINUTE }], true);

  expect(await look()).toBe('carrier-list-failed');
  expect(world.alerts.operators).toHaveLength(1);
});

it('finds the texts that we never heard of, one from a sender without a number among them', async () => {
  const unseen = ['RIVERBANK', '+14105550134'].map((from, index) => ({
    providerId: `SM${index}`,
    from,
    to: '+14105550100',
    body: 'hello',
    at: NOW - 10 * MINUTE,
  }));
  const { world, look } = watching([], false, unseen);

  expect(await look()).toBe('found-unseen-texts');
  expect(world.contacts.texts()).toHaveLength(2);
  expect(world.queues.inbox).toHaveLength(2);
});

it('asks the carrier for the last six hours, and once an hour for the last day', async () => {
  const since = async (minutes: number) => {
    const now = NOW + minutes * MINUTE;
    const { askedSince, look } = watching([], false, [], now);
    await look();
    return (now - (askedSince[0] ?? 0)) / (60 * MINUTE);
  };

  expect(await since(0)).toBe(24);
  expect(await since(5)).toBe(6);
  expect(await since(55)).toBe(6);
});

/** So many texts that only the carrier has, a minute apart, in no order. */
const texted = (count: number): Received =>
  Array.from({ length: count }, (_, index) => ({
    providerId: `SM${String((index * 7) % count).padStart(2, '0')}`,
    from: '+14105550134',
    to: '+14105550100',
    body: 'hello',
    at: NOW - (10 + ((index * 7) % count)) * MINUTE,
  }));

it('takes up the newest texts first, so that dying over a long list loses none of them again', async () => {
  const { world, look } = watching([], false, texted(30));
  const getText = world.contacts.getText.bind(world.contacts);
  let asked = 0;
  world.contacts.getText = (...key) => {
    asked += 1;
    return asked > 10 ? new Promise(() => undefined) : getText(...key);
  };
  void look();
  await new Promise((done) => setTimeout(done, 20));

  const contactId = await world.contacts.idOf('sms', '+14105550134');
  const newest = Array.from({ length: 10 }, (_, index) => ({ contactId, inboundId: `SM0${index}` }));
  expect(world.queues.inbox).toHaveLength(10);
  expect(world.queues.inbox).toEqual(expect.arrayContaining(newest));
});

it('takes up the other texts where one cannot be stored, and says that the list was not done', async () => {
  const { world, look } = watching([], false, texted(30));
  const getText = world.contacts.getText.bind(world.contacts);
  world.contacts.getText = (contactId, id) =>
    id === 'SM04' ? Promise.reject(new Error('throttled')) : getText(contactId, id);

  expect(await look()).toBe('carrier-list-failed');
  expect(world.queues.inbox).toHaveLength(29);
});
