import * as z from 'zod';
import type { LocalTable } from './create-tables.ts';
import type { EmbeddedDynamoDb } from './embedded-dynamodb.ts';

/** What the tables' `due` indexes hold; looks again only at tables written to since. */
export type DueMoments = {
  readonly wroteTo: (table: string) => void;
  /** When the earliest document of any table is due, epoch ms; undefined when none ever is. */
  readonly earliest: () => Promise<number | undefined>;
  /**
   * Whether a query of this shard up to `by` would find nothing. Pollers ask 16 shards of every table at every tick,
   * nearly always in vain; knowing it spares the engine most of a play's work. False when it cannot tell.
   */
  readonly findsNothing: (table: string, shard: string, by: number) => Promise<boolean>;
};

type Due = { readonly shard: string; readonly at: number };

const Page = z.object({
  Items: z.array(z.object({ dueAt: z.object({ N: z.string() }), dueShard: z.object({ S: z.string() }) })),
  LastEvaluatedKey: z.unknown().optional(),
});

/** With more documents than this, a look at all costs more than the queries that it spares. */
const FEW = 200;

export function watchDueMoments(engine: EmbeddedDynamoDb, tables: readonly LocalTable[]): DueMoments {
  const watched = new Set(tables.filter((table) => table.hasDueIndex).map((table) => table.name));
  const looks = new Map<string, Promise<readonly Due[]>>();
  const sizes = new Map<string, number>();

  const look = (table: string): Promise<readonly Due[]> => {
    const known = looks.get(table);
    if (known) return known;
    const begun = dueOf(engine, table).then((due) => {
      sizes.set(table, due.length);
      return due;
    });
    looks.set(table, begun);
    return begun;
  };
  return {
    wroteTo: (table) => void looks.delete(table),
    async earliest() {
      const all = await Promise.all([...watched].map(look));
      const earliest = all.flat().reduce((least, { at }) => Math.min(least, at), Infinity);
      return Number.isFinite(earliest) ? earliest : undefined;
    },
    async findsNothing(table, shard, by) {
      if (!watched.has(table) || (sizes.get(table) ?? 0) > FEW) return false;
      const due = await look(table);
      return !due.some((one) => one.shard === shard && one.at <= by);
    },
  };
}

async function dueOf(engine: EmbeddedDynamoDb, TableName: string): Promise<readonly Due[]> {
  const due: Due[] = [];
  let ExclusiveStartKey: unknown;
  do {
    const page = Page.parse(await engine.call('Scan', { TableName, IndexName: 'due', ExclusiveStartKey }));
    due.push(...page.Items.map(({ dueShard, dueAt }) => ({ shard: dueShard.S, at: Number(dueAt.N) })));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return due;
}
