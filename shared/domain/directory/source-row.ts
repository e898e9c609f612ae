import type { TableName } from './tables.ts';

/** One row as it was read: cells by the standard's names of columns, trimmed, empty ones left out. */
export type SourceRow = {
  readonly table: TableName;
  /** From 1, the heading being row 1; in JSON which service it was in. */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
};

/** Everything that was read, table by table. */
export type Tables = ReadonlyMap<TableName, readonly SourceRow[]>;

export const rowsOf = (tables: Tables, table: TableName): readonly SourceRow[] => tables.get(table) ?? [];

/** Empty where there is none. */
export const cell = (row: SourceRow, field: string): string => row.cells[field] ?? '';

/** Rows by what stands in a column; rows without it are left out. */
export function rowsBy(rows: readonly SourceRow[], field: string): ReadonlyMap<string, readonly SourceRow[]> {
  return Map.groupBy(
    rows.filter((row) => cell(row, field) !== ''),
    (row) => cell(row, field),
  );
}
