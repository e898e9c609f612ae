import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '#shared/domain/record.ts';
import type { Events, Recorded } from '#shared/ports.ts';
import { isConditionFailure, type Dynamo } from './client.ts';
import type { DocumentItem } from './document-item.ts';
import type { FactsTable } from './facts.ts';

export type About = Pick<Recorded, 'agencyId' | 'followUpId'>;
/** A document as it stands, with what its facts are about, and whether nothing will ever wake it again. */
export type Held = { item: DocumentItem; about: About; waitsForNothing: boolean };

type Options = {
  client: Dynamo;
  table: string;
  facts: FactsTable;
  events: Events;
  now: () => Instant;
  onLeftBehind?: (id: string, error: unknown) => void;
};

/** How many documents this process remembers; more than one invocation touches. */
const REMEMBERED = 200;

/**
 * The facts of a save stand in the document until they are on the record. They are put there right after the save;
 * what a crash or an outage left behind is made good before the next save, which would overwrite it.
 */
export function pendingFacts(options: Options) {
  const known = new Map<string, { version: number; left?: Held }>();

  function remember({ item, ...rest }: Held, settled: boolean): void {
    known.delete(item.id);
    known.set(item.id, { version: item.version, ...(settled ? {} : { left: { item, ...rest } }) });
    const oldest = known.keys().next();
    if (known.size > REMEMBERED && !oldest.done) known.delete(oldest.value);
  }

  return {
    /** After a save: nothing is thrown, because the state is safe and its effects must not wait for the record. */
    async saved(held: Held): Promise<void> {
      try {
        if (held.item.pending) await publishThenPut(options, held);
        remember(held, true);
        if (held.item.pending && held.waitsForNothing) await stopWaking(options, held.item);
      } catch (error) {
        remember(held, false);
        options.onLeftBehind?.(held.item.id, error);
      }
    },
    /** After a load: a closed document that is still due is there only for facts that were left behind. */
    async loaded(held: Held): Promise<void> {
      const { item } = held;
      if (known.get(item.id)?.version === item.version) return;
      remember(held, item.pending === undefined);
      if (!held.waitsForNothing || item.dueAt === undefined) return;
      await makeGood(options, held);
      await stopWaking(options, item);
    },
    async beforeSave(id: string, version: number, reload: () => Promise<Held | undefined>): Promise<void> {
      const last = known.get(id);
      const held = last?.version === version ? last.left : await reload();
      if (held?.item.pending) await makeGood(options, held);
    },
  };
}

/** Events first: an entry on the record means that its events are out. */
async function publishThenPut(options: Options, held: Held): Promise<void> {
  const entry = entryOf(held.item);
  await options.events.publish({
    ...held.about,
    documentId: entry.document,
    seq: entry.seq,
    facts: entry.facts,
  });
  await options.facts.put(entry, options.now());
}

/** Puts what was left behind on the record; a bus that still refuses does not stop it, and the entry says so. */
async function makeGood(options: Options, held: Held): Promise<void> {
  const { item } = held;
  if (!item.pending || (await options.facts.has(item.id, item.seq))) return;
  try {
    await publishThenPut(options, held);
  } catch (error) {
    options.onLeftBehind?.(item.id, error);
    await options.facts.put({ ...entryOf(item), unpublished: true }, options.now());
  }
}

function entryOf({ id, seq, hash, before = '', pending = [] }: DocumentItem) {
  return { document: id, seq, facts: pending, previous: before, hash };
}

/** Takes a closed document out of the index once its newest facts are on the record. */
async function stopWaking(
  { client, table }: Pick<Options, 'client' | 'table'>,
  { id, version }: DocumentItem,
): Promise<void> {
  try {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: { id },
        UpdateExpression: 'REMOVE dueShard, dueAt, pending, #before',
        ConditionExpression: 'version = :version',
        ExpressionAttributeNames: { '#before': 'before' },
        ExpressionAttributeValues: { ':version': version },
      }),
    );
  } catch (error) {
    if (!isConditionFailure(error)) throw error; // a later save takes care of it
  }
}
