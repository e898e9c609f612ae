import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Fact, Instant } from '#shared/domain/record.ts';
import type { Events, Recorded } from '#shared/ports.ts';
import { isConditionFailure, type Dynamo } from './client.ts';
import type { DocumentItem } from './document-item.ts';
import type { FactsTable, RecordedFacts } from './facts.ts';
import { lengthened } from './own-id.ts';

type About = Pick<Recorded, 'agencyId' | 'followUpId'>;
/** A document as it stands, with what its facts are about, and whether nothing will ever wake it again. */
export type Held = { item: DocumentItem; about: About; waitsForNothing: boolean };
/** After a save also the facts and the hash before them, as they were given. */
export type Saved = Held & { facts: readonly Fact[]; previous: string };

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
 * what a crash or an outage left behind is made good by the next decision, before its save would overwrite it.
 */
export function pendingFacts(options: Options) {
  const known = new Map<string, { version: number; left?: Held }>();

  function remember(held: Held, settled: boolean): void {
    const { item } = held;
    known.delete(item.id);
    known.set(item.id, { version: item.version, ...(settled ? {} : { left: held }) });
    const oldest = known.keys().next();
    if (known.size > REMEMBERED && !oldest.done) known.delete(oldest.value);
  }

  return {
    /** After a save: nothing is thrown, because the state is safe and its effects must not wait for the record. */
    async saved(held: Saved): Promise<void> {
      try {
        if (held.facts.length > 0) await publishThenPut(options, held.about, entryOf(held.item, held));
        remember(held, true);
        if (held.facts.length > 0 && held.waitsForNothing) await stopWaking(options, held.item);
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
    /** Before the next save, and when there is none: what a crash left behind is put on the record. */
    async makeGood(id: string, version: number, reload: () => Promise<Held | undefined>): Promise<void> {
      const last = known.get(id);
      const held = last?.version === version ? last.left : await reload();
      if (!held?.item.pending) return;
      await makeGood(options, held);
      remember(held, true);
    },
  };
}

/** Events first: an entry on the record means that its events are out. */
async function publishThenPut(options: Options, about: About, entry: RecordedFacts): Promise<void> {
  await options.events.publish({
    ...about,
    documentId: entry.document,
    seq: entry.seq,
    facts: entry.facts,
  });
  await options.facts.put(entry, options.now());
}

/** Puts what was left behind on the record; a bus that still refuses does not stop it, and the entry says so. */
async function makeGood(options: Options, held: Held): Promise<void> {
  const { item } = held;
  const { id, seq, pending } = item;
  if (!pending || (await options.facts.get(id, seq, 'may-be-stale'))) return;
  const before = seq === 1 ? undefined : await options.facts.get(id, seq - 1, 'latest');
  // Shortened when it was stored; a fact is strings and numbers.
  const facts = lengthened(id, pending) as readonly Fact[];
  const entry = entryOf(item, { facts, previous: before?.hash ?? '' });
  try {
    await publishThenPut(options, held.about, entry);
  } catch (error) {
    options.onLeftBehind?.(id, error);
    await options.facts.put({ ...entry, unpublished: true }, options.now());
  }
}

function entryOf(
  { id, seq, hash }: DocumentItem,
  { facts, previous }: Pick<RecordedFacts, 'facts' | 'previous'>,
): RecordedFacts {
  return { document: id, seq, facts, previous, hash };
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
        UpdateExpression: 'REMOVE dueShard, dueAt, pending',
        ConditionExpression: 'version = :version',
        ExpressionAttributeValues: { ':version': version },
      }),
    );
  } catch (error) {
    if (!isConditionFailure(error)) throw error; // a later save takes care of it
  }
}
