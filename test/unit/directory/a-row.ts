import type { SourceRow } from '#shared/domain/directory/source-row.ts';
import type { TableName } from '#shared/domain/directory/tables.ts';

/** A row of a table as reading leaves it: the second line of its file, without empty cells. */
export const aRow = (table: TableName, cells: Readonly<Record<string, string>> = {}, row = 2): SourceRow => ({
  table,
  row,
  cells: Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '')),
});
