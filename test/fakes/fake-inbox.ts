import { MINUTE } from '#shared/domain/record.ts';
import type { DueIndex, Inbox, InboxItem } from '#shared/ports.ts';
import { fakeDueIndex } from './fake-due-index.ts';

export type FakeInbox = Inbox & { index: DueIndex; all(): InboxItem[] };

const publicPart = ({ dueAt: _due, ...item }: InboxItem & { dueAt?: number }): InboxItem =>
  structuredClone(item);

/** Raw events in memory. */
export function fakeInbox(): FakeInbox {
  const items = new Map<string, InboxItem & { dueAt?: number }>();
  return {
    put(item) {
      if (items.has(item.id)) return Promise.resolve('known');
      items.set(item.id, {
        ...structuredClone(item),
        ...(item.state === 'received' && { dueAt: item.receivedAt + 2 * MINUTE }),
      });
      return Promise.resolve('stored');
    },
    get: async (id) => {
      const item = items.get(id);
      return item && publicPart(item);
    },
    async putOff(id, until) {
      const item = items.get(id);
      if (item?.dueAt !== undefined) items.set(id, { ...item, dueAt: until });
    },
    async settle(id, state, problems) {
      const item = items.get(id);
      if (!item) throw new Error('no such item');
      items.set(id, { ...publicPart(item), state, ...(problems && { problems }) });
    },
    index: fakeDueIndex(() =>
      [...items.values()].flatMap(({ id, dueAt }) => (dueAt === undefined ? [] : [{ id, dueAt }])),
    ),
    all: () => [...items.values()].map(publicPart),
  };
}
