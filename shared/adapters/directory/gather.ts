import type { DirectoryProblem } from '#shared/domain/directory/problem.ts';
import type { SourceRow, Tables } from '#shared/domain/directory/source-row.ts';
import type { TableName } from '#shared/domain/directory/tables.ts';
import type { Encoding } from './detect-encoding.ts';
import { DirectoryUnreadable } from './directory-unreadable.ts';
import { MOST_ROWS } from './limits.ts';

/** What was read of a directory, and what reading it showed. */
export type Gathered = {
  readonly tables: Tables;
  readonly problems: readonly DirectoryProblem[];
  /** Of each file that was read. */
  readonly files: readonly {
    readonly name: string;
    readonly table: string;
    readonly rows: number;
    readonly encoding: Encoding;
  }[];
  /** Columns that nothing is made of, by table. */
  readonly unreadColumns: Readonly<Record<string, readonly string[]>>;
};

/** Collects rows while files are read. Nothing it holds is larger than the limits. */
export type Gathering = {
  readonly add: (row: SourceRow) => void;
  readonly tell: (problem: DirectoryProblem) => void;
  readonly wasRead: (file: Gathered['files'][number]) => void;
  readonly leaveColumn: (table: TableName, column: string) => void;
  readonly done: () => Gathered;
};

export function startGathering(onProgress: (rows: number) => void = () => undefined): Gathering {
  const tables = new Map<TableName, SourceRow[]>();
  const problems: DirectoryProblem[] = [];
  const files: Gathered['files'][number][] = [];
  const unread = new Map<string, Set<string>>();
  let count = 0;
  return {
    add(row) {
      count += 1;
      if (count % 10_000 === 0) onProgress(count);
      if (count > MOST_ROWS)
        throw new DirectoryUnreadable(`more than ${MOST_ROWS.toLocaleString('en-US')} rows in all`, {
          source: row.table,
          row: row.row,
        });
      const rows = tables.get(row.table);
      if (rows === undefined) tables.set(row.table, [row]);
      else rows.push(row);
    },
    tell: (problem) => void problems.push(problem),
    wasRead: (file) => void files.push(file),
    leaveColumn: (table, column) => void unread.set(table, (unread.get(table) ?? new Set()).add(column)),
    done: () => ({
      tables,
      problems,
      files,
      unreadColumns: Object.fromEntries([...unread].map(([table, columns]) => [table, [...columns]])),
    }),
  };
}
