import { buildItem, dueAtOf } from '#shared/adapters/dynamo/build-item.ts';
import {
  documentIn,
  type DocumentItem,
  type DocumentKind,
  type StoredDocument,
} from '#shared/adapters/dynamo/document-item.ts';
import { backOff } from '#shared/adapters/dynamo/put-off.ts';
import type { Fact, Instant } from '#shared/domain/record.ts';
import { VersionConflict, type DueIndex, type Documents, type Events } from '#shared/ports.ts';
import { fakeDueIndex } from './fake-due-index.ts';
import type { FakeFacts } from './fake-facts.ts';

type Options<D extends StoredDocument> = {
  kind: DocumentKind<D>;
  facts: FakeFacts;
  events: Events;
  now: () => Instant;
};

export type FakeDocuments<D> = Documents<D> & {
  index: DueIndex;
  /** Everything stored, as a copy. */
  all(): D[];
  dueAtOf(id: string): Instant | undefined;
};

type Stored = DocumentItem & { failures?: number };

/** Documents in memory, on the same conditions and with the same due times as in the database. */
export function fakeDocuments<D extends StoredDocument>({
  kind,
  facts,
  events,
  now,
}: Options<D>): FakeDocuments<D> {
  const items = new Map<string, Stored>();

  async function write(document: D, written: readonly Fact[]): Promise<D> {
    const item = buildItem(document, written, { kind, now: now(), documentsDays: 730 });
    // Through JSON, as what is undefined is not stored either.
    const { pending: _pending, ...rest } = JSON.parse(JSON.stringify(item)) as DocumentItem;
    const { dueShard: _shard, dueAt: _due, ...notDue } = rest;
    items.set(
      item.id,
      kind.nextDueAt(document) === undefined && kind.attention(document) === 'closed' ? notDue : rest,
    );
    if (written.length > 0) {
      const { id, seq, hash } = item;
      const entry = { document: id, seq, facts: written, previous: document.record.hash, hash };
      const published = events.publish({ ...kind.about(document), documentId: id, seq, facts: written });
      // A bus that refuses stops no save; the record says what was not published.
      await published.then(
        () => facts.put(entry, now()),
        () => facts.put({ ...entry, unpublished: true }, now()),
      );
    }
    return { ...document, version: item.version, record: { seq: item.seq, hash: item.hash } };
  }

  function putOff(id: string, at: Instant): void {
    const item = items.get(id);
    if (item?.dueAt === undefined || item.dueAt > at) return;
    const failures = item.failures ?? 0;
    items.set(id, { ...item, dueAt: at + backOff(failures), failures: failures + 1 });
  }

  function lookedAt(document: D): void {
    const item = items.get(document.id);
    const next = dueAtOf(document, kind, now());
    if (next !== undefined && next <= now()) return putOff(document.id, now());
    if (item?.version !== document.version || item.dueAt === undefined || item.dueAt > now()) return;
    const { dueAt: _due, dueShard: _shard, ...rest } = item;
    items.set(item.id, next === undefined ? rest : { ...item, dueAt: next });
  }

  const read = (item: Stored): D => documentIn(structuredClone(item), kind);

  return {
    get: async (id) => {
      const item = items.get(id);
      return item && read(item);
    },
    async create(document, written) {
      if (items.has(document.id)) return 'exists';
      await write({ ...document, version: 0, record: { seq: 0, hash: '' } }, written);
      return 'created';
    },
    async save(document, written) {
      if (items.get(document.id)?.version !== document.version) throw new VersionConflict(document.id);
      return write(document, written);
    },
    putOff: (id, at) => Promise.resolve(putOff(id, at)),
    settle: () => Promise.resolve(),
    lookedAt: async (document) => lookedAt(document),
    index: fakeDueIndex(() =>
      [...items.values()].flatMap(({ id, dueAt }) => (dueAt === undefined ? [] : [{ id, dueAt }])),
    ),
    all: () => [...items.values()].map(read),
    dueAtOf: (id) => items.get(id)?.dueAt,
  };
}
