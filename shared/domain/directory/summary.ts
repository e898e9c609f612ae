import type { Directory } from './assemble.ts';
import type { Listing } from './listing.ts';
import type { DirectoryProblem } from './problem.ts';
import type { Tables } from './source-row.ts';

/** What came of a directory, in numbers. */
export type DirectorySummary = {
  readonly listings: number;
  /** Services that are offered: active, with a need that is known. */
  readonly offered: number;
  /** Of each table: rows that were read, and how many of them are in no listing, each with a line of the report. */
  readonly rows: Readonly<Record<string, { readonly read: number; readonly leftOut: number }>>;
  readonly places: Readonly<Record<string, number>>;
  readonly confidential: number;
  readonly withHours: number;
  readonly withPhone: number;
  readonly needs: Readonly<Record<string, { readonly stated: number; readonly inferred: number }>>;
  /** Terms that the needs table does not know, the most frequent first. */
  readonly unmappedTerms: readonly { readonly term: string; readonly services: number }[];
  /** The same problem in the same column, the most frequent first. */
  readonly commonest: readonly ProblemCount[];
  readonly files: Read['files'];
  readonly unreadColumns: Read['unreadColumns'];
};

export type ProblemCount = {
  readonly severity: DirectoryProblem['severity'];
  readonly table: string;
  readonly field: string;
  readonly problem: string;
  readonly kept: boolean;
  readonly count: number;
  readonly firstRow: number;
};

/** What reading showed, beyond the rows themselves. */
type Read = {
  readonly tables: Tables;
  readonly files: readonly {
    readonly name: string;
    readonly table: string;
    readonly rows: number;
    readonly encoding: string;
  }[];
  readonly unreadColumns: Readonly<Record<string, readonly string[]>>;
};

export function summarize(
  { tables, files, unreadColumns }: Read,
  { listings, unmappedTerms }: Directory,
  problems: readonly DirectoryProblem[],
): DirectorySummary {
  return {
    listings: listings.length,
    offered: listings.filter(({ status, needs }) => status === 'active' && needs.length > 0).length,
    rows: countRows(tables, problems),
    places: countBy(listings, ({ place }) =>
      place.kind === 'at' && place.approximate ? `by ${place.approximate}` : place.kind,
    ),
    confidential: listings.filter(({ confidential }) => confidential).length,
    withHours: listings.filter(({ hours }) => hours !== undefined).length,
    withPhone: listings.filter(({ phones }) => phones.length > 0).length,
    needs: countNeeds(listings),
    unmappedTerms: [...unmappedTerms]
      .map(([term, services]) => ({ term, services }))
      .sort((one, other) => other.services - one.services || (one.term < other.term ? -1 : 1)),
    commonest: commonest(problems),
    files,
    unreadColumns,
  };
}

/** Rows that reading itself left out were never among the tables: they are added. */
function countRows(tables: Tables, problems: readonly DirectoryProblem[]): DirectorySummary['rows'] {
  const left = new Map<string, Set<number>>();
  for (const { table, row, kept } of problems)
    if (!kept) left.set(table, (left.get(table) ?? new Set()).add(row));
  return Object.fromEntries(
    [...tables].map(([table, rows]) => {
      const present = new Set(rows.map(({ row }) => row));
      const unread = [...(left.get(table) ?? [])].filter((row) => !present.has(row)).length;
      return [table, { read: rows.length + unread, leftOut: left.get(table)?.size ?? 0 }];
    }),
  );
}

function countNeeds(listings: readonly Listing[]): DirectorySummary['needs'] {
  const counts = new Map<string, { stated: number; inferred: number }>();
  for (const { needs } of listings)
    for (const { code, known } of needs) {
      const count = counts.get(code) ?? { stated: 0, inferred: 0 };
      count[known] += 1;
      counts.set(code, count);
    }
  return Object.fromEntries(counts);
}

function countBy(listings: readonly Listing[], name: (listing: Listing) => string): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(listings, name)].map(([key, members]) => [key, members.length]));
}

/** Numbers in a problem's words do not make it another problem. */
function commonest(problems: readonly DirectoryProblem[]): readonly ProblemCount[] {
  const counts = new Map<string, ProblemCount>();
  for (const { severity, table, field, problem, kept, row } of problems) {
    const key = JSON.stringify([severity, table, field, problem.replaceAll(/\d[\d,.]*/g, 'N'), kept]);
    const known = counts.get(key) ?? { severity, table, field, problem, kept, count: 0, firstRow: row };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort((one, other) => other.count - one.count);
}
