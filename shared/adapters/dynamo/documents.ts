import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { noRecord, type Fact, type Instant } from '#shared/domain/record.ts';
import { VersionConflict, type Documents, type Events, type Freshness } from '#shared/ports.ts';
import { buildItem, dueAtOf, waitsForNothing } from './build-item.ts';
import { dynamo, isConditionFailure, type Dynamo } from './client.ts';
import { documentIn, type DocumentItem, type DocumentKind, type StoredDocument } from './document-item.ts';
import type { FactsTable } from './facts.ts';
import { pendingFacts, type Held } from './pending-facts.ts';
import { lookedAt } from './looked-at.ts';
import { putOff } from './put-off.ts';
import { itemBytes } from './units.ts';

type Table = { client: Dynamo; table: string };

/** What a function may listen to. */
type SaveHooks = {
  /** Told the size of each item saved, for the metric and its alarm. */
  onSaved?: (saved: { id: string; bytes: number }) => void;
  /** Told when the facts or events of a save had to be left to the next one. */
  onLeftBehind?: (id: string, error: unknown) => void;
};

export type DocumentOptions<D extends StoredDocument> = SaveHooks & {
  client?: Dynamo;
  table: string;
  kind: DocumentKind<D>;
  facts: FactsTable;
  events: Events;
  now: () => Instant;
  /** How long a closed document is kept. */
  documentsDays: number;
};

/**
 * Opens new documents and does nothing else, for a function that must answer quickly and may do no more. The facts stay
 * in the document; whoever loads it next, which its due time sees to, puts them on the record and publishes them.
 */
export function newDocuments<D extends StoredDocument>({
  client = dynamo(),
  table,
  kind,
  now,
  documentsDays,
}: Pick<DocumentOptions<D>, 'client' | 'table' | 'kind' | 'now' | 'documentsDays'>): Pick<
  Documents<D>,
  'create'
> {
  return {
    async create(document, facts) {
      const item = buildItem({ ...document, version: 0, record: noRecord }, facts, {
        kind,
        now: now(),
        documentsDays,
      });
      return (await putItem({ client, table }, item)) ? 'created' : 'exists';
    },
  };
}

/** Reads only, for functions whose role may do no more. */
export function readDocuments<D extends StoredDocument>({
  client = dynamo(),
  table,
  kind,
}: Pick<DocumentOptions<D>, 'client' | 'table' | 'kind'>): Pick<Documents<D>, 'get'> {
  return {
    async get(id, freshness) {
      const item = await readItem({ client, table }, id, freshness);
      return item && documentIn(item, kind);
    },
  };
}

/** Documents of one kind in a table of their own, with their facts put on the record. */
export function documents<D extends StoredDocument>(given: DocumentOptions<D>): Documents<D> {
  const options = { ...given, client: given.client ?? dynamo() };
  const { kind } = options;
  const pending = pendingFacts(options);
  const held = (item: DocumentItem, document: D): Held => ({
    item,
    about: kind.about(document),
    waitsForNothing: waitsForNothing(document, kind),
  });

  async function write(document: D, facts: readonly Fact[]): Promise<D | 'refused'> {
    const item = buildItem(document, facts, { ...options, now: options.now() });
    if (!(await putItem(options, item))) return 'refused';
    options.onSaved?.({ id: item.id, bytes: itemBytes(item) });
    await pending.saved({ ...held(item, document), facts, previous: document.record.hash });
    return { ...document, version: item.version, record: { seq: item.seq, hash: item.hash } };
  }

  /** Reads again only where this process has not seen that version. */
  const settle = ({ id, version }: D): Promise<void> =>
    pending.makeGood(id, version, async () => {
      const item = await readItem(options, id);
      return item?.version === version ? held(item, documentIn(item, kind)) : undefined;
    });

  return {
    async get(id, freshness) {
      const item = await readItem(options, id, freshness);
      if (!item) return undefined;
      const document = documentIn(item, kind);
      await pending.loaded(held(item, document));
      return document;
    },
    putOff: (id, now) => putOff(options, id, now),
    settle,
    async lookedAt(document) {
      const now = options.now();
      const next = dueAtOf(document, kind, now);
      // Still due after a look that changed nothing: a defect, which must not crowd out the rest.
      if (next !== undefined && next <= now) return putOff(options, document.id, now);
      return lookedAt(options, document, next, now);
    },
    async create(document, facts) {
      const written = await write({ ...document, version: 0, record: { seq: 0, hash: '' } }, facts);
      return written === 'refused' ? 'exists' : 'created';
    },
    async save(document, facts) {
      await settle(document);
      const written = await write(document, facts);
      if (written === 'refused') throw new VersionConflict(document.id);
      return written;
    },
  };
}

/**
 * Writes on the version before, or as a new item. A refusal is looked into: a save whose response was lost comes back
 * as a failed condition, and when the item there was saved by this very attempt, it had worked.
 */
async function putItem(table: Table, item: DocumentItem): Promise<boolean> {
  const before = item.version - 1;
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.table,
        Item: item,
        ...(before === 0
          ? { ConditionExpression: 'attribute_not_exists(id)' }
          : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before } }),
      }),
    );
    return true;
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    return (await readItem(table, item.id))?.savedBy === item.savedBy;
  }
}

async function readItem(
  { client, table }: Table,
  id: string,
  freshness: Freshness = 'latest',
): Promise<DocumentItem | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: { id }, ConsistentRead: freshness === 'latest' }),
  );
  return Item as DocumentItem | undefined; // documents of this table are written here alone
}
