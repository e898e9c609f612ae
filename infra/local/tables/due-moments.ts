import * as z from 'zod';
import type { LocalTable } from './create-tables.ts';
import type { EmbeddedDynamoDb } from './embedded-dynamodb.ts';

/** When the earliest document of any table is due; looks again only at tables written to since. */
export type DueMoments = {
  readonly wroteTo: (table: string) => void;
  /** Epoch ms, or undefined when nothing is due ever. */
  readonly earliest: () => Promise<number | undefined>;
};

const Page = z.object({
  Items: z.array(z.object({ dueAt: z.object({ N: z.string() }).optional() })),
  LastEvaluatedKey: z.unknown().optional(),
});

export function watchDueMoments(engine: EmbeddedDynamoDb, tables: readonly LocalTable[]): DueMoments {
  const watched = tables.filter((table) => table.hasDueIndex);
  const stale = new Set(watched.map((table) => table.name));
  const known = new Map<string, number>();
  return {
    wroteTo: (table) => void stale.add(table),
    async earliest() {
      for (const table of watched.filter(({ name }) => stale.has(name))) {
        stale.delete(table.name);
        known.set(table.name, await earliestOf(engine, table.name));
      }
      const earliest = Math.min(...known.values());
      return Number.isFinite(earliest) ? earliest : undefined;
    },
  };
}

async function earliestOf(engine: EmbeddedDynamoDb, TableName: string): Promise<number> {
  let earliest = Infinity;
  let ExclusiveStartKey: unknown;
  do {
    const page = Page.parse(await engine.call('Scan', { TableName, IndexName: 'due', ExclusiveStartKey }));
    for (const { dueAt } of page.Items) {
      if (dueAt) earliest = Math.min(earliest, Number(dueAt.N));
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return earliest;
}
