import { columnNamed, isUsed, type TableName } from '#shared/domain/directory/tables.ts';
import { DirectoryUnreadable } from './directory-unreadable.ts';
import type { Gathering } from './gather.ts';
import { readCsv, type CsvTable } from './read-csv.ts';
import type { SourceFile } from './source-file.ts';
import { missingColumns, rowRules } from './standard-rules.ts';
import { untrimmedCells } from './untrimmed-cells.ts';

/** Reads a CSV file as a table of the standard. */
export async function readTable(file: SourceFile, table: TableName, gathering: Gathering): Promise<void> {
  const csv = await readCsv(file);
  tellEncoding(csv, table, gathering);
  const columns = columnsOf(csv, table, file, gathering);
  for (const problem of missingColumns(
    table,
    columns.filter((column) => column !== undefined),
  ))
    gathering.tell(problem);
  const untrimmed = untrimmedCells(table);
  const check = rowRules(table, columns);
  let rows = 0;
  for await (const { row, cells } of csv.rows) {
    rows += 1;
    const given = fit(cells, csv.headings.length);
    if (given === undefined) {
      gathering.tell(shiftedRow(table, row, cells, csv.headings));
      continue;
    }
    if (given.length < csv.headings.length) gathering.tell(shortRow(table, row, given, csv.headings));
    const read = readCells(given, columns, (column, text) => untrimmed.see(row, column, text));
    for (const problem of check(row, read)) gathering.tell(problem);
    gathering.add({ table, row, cells: read });
  }
  for (const problem of untrimmed.problems()) gathering.tell(problem);
  gathering.wasRead({ name: file.name, table, rows, encoding: csv.encoding });
}

/** Only columns that something is made of are kept, and only cells that hold something. */
function readCells(
  cells: readonly string[],
  columns: readonly (string | undefined)[],
  see: (column: string, text: string) => void,
): Record<string, string> {
  const read: Record<string, string> = {};
  cells.forEach((text, place) => {
    const column = columns[place];
    if (column === undefined) return;
    const trimmed = text.trim();
    if (trimmed.length !== text.length && trimmed !== '') see(column, text);
    if (trimmed !== '' && trimmed !== 'NULL') read[column] = trimmed;
  });
  return read;
}

function columnsOf({ headings }: CsvTable, table: TableName, { name }: SourceFile, gathering: Gathering) {
  const columns = headings.map((heading) => columnNamed(table, heading));
  if (columns.every((column) => column === undefined))
    throw new DirectoryUnreadable(
      `no heading: its first row holds none of the columns of ${table} (${headings.slice(0, 3).join(', ').slice(0, 80)})`,
      { source: name, row: 1 },
    );
  const seen = new Set<string>();
  return columns.map((column, place) => {
    // An older and a newer name for the same thing: the first is read.
    const isNew = column !== undefined && !seen.has(column);
    if (isNew) seen.add(column);
    else if (isUsed(table) && headings[place] !== '') gathering.leaveColumn(table, headings[place] ?? '');
    return isNew ? column : undefined;
  });
}

/** Cells beyond the heading are no harm while they are empty. */
function fit(cells: readonly string[], width: number): readonly string[] | undefined {
  if (cells.length <= width) return cells;
  return cells.slice(width).every((cell) => cell.trim() === '') ? cells.slice(0, width) : undefined;
}

const base = (table: TableName, row: number, cells: readonly string[]) => ({
  table,
  row,
  field: '',
  value: cells.join(',').slice(0, 200),
});

/** Its first cell that has no heading. */
const shiftedRow = (
  table: TableName,
  row: number,
  cells: readonly string[],
  headings: readonly string[],
) => ({
  ...base(table, row, cells),
  field: `column ${headings.length + 1}`,
  severity: 'error' as const,
  problem: `${cells.length} cells under ${headings.length} headings: the cells are shifted`,
  kept: false,
});

const shortRow = (table: TableName, row: number, cells: readonly string[], headings: readonly string[]) => ({
  ...base(table, row, cells),
  field: headings[cells.length] ?? '',
  severity: 'warning' as const,
  problem: `${cells.length} cells under ${headings.length} headings: the last ones are taken as empty`,
  kept: true,
});

const NAMES = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
} as const;

function tellEncoding({ encoding }: CsvTable, table: TableName, gathering: Gathering): void {
  if (encoding === 'utf-8') return;
  gathering.tell({
    severity: 'warning',
    table,
    row: 1,
    field: '',
    value: NAMES[encoding],
    problem: 'not UTF-8, as the standard asks: read by what it is',
    kept: true,
    mended: 'UTF-8',
  });
}
