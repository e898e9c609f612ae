import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { detectEncoding, textOf, type Encoding } from './detect-encoding.ts';
import { DirectoryUnreadable } from './directory-unreadable.ts';
import { LONGEST_ROW, MOST_COLUMNS } from './limits.ts';
import type { SourceFile } from './source-file.ts';

/** A table as it is written. */
export type CsvTable = {
  readonly encoding: Encoding;
  readonly headings: readonly string[];
  /** From row 2; blank rows are left out but counted. Cells as written. */
  readonly rows: AsyncIterable<{ readonly row: number; readonly cells: readonly string[] }>;
};

/**
 * Opens a CSV file and reads its heading. Rows are streamed: only one is in memory.
 * @throws DirectoryUnreadable, then and while its rows are read
 */
export async function readCsv(file: SourceFile): Promise<CsvTable> {
  const encoding = await detectEncoding(file);
  const delimiter = await delimiterOf(file, encoding);
  const records = recordsOf(file, encoding, delimiter);
  const first = await records.next();
  if (first.done === true)
    throw new DirectoryUnreadable('empty: a heading is expected in its first row', { source: file.name });
  const headings = first.value.cells.map((heading) => heading.trim());
  checkHeadings(headings, file.name);
  return { encoding, headings, rows: records };
}

type Records = AsyncGenerator<{ readonly row: number; readonly cells: readonly string[] }, void>;

async function* recordsOf(file: SourceFile, encoding: Encoding, delimiter: string): Records {
  const parser = parse({
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  });
  const feeding = pipeline(Readable.from(textOf(file, encoding)), parser);
  // What goes wrong there is thrown by the loop below.
  feeding.catch(() => undefined);
  let row = 0;
  let headings: readonly string[] = [];
  try {
    for await (const record of parser) {
      row += 1;
      const cells: string[] = record;
      if (row === 1) headings = cells;
      if (cells.length > MOST_COLUMNS)
        throw new DirectoryUnreadable(`${cells.length} columns: at most ${MOST_COLUMNS}`, {
          source: file.name,
          row,
        });
      if (row === 1 || cells.some((cell) => cell.trim() !== '')) yield { row, cells };
    }
  } catch (error) {
    throw error instanceof CsvError
      ? unreadable(error, headings, { source: file.name, row: row + 1 })
      : error;
  }
}

function unreadable(
  error: CsvError,
  headings: readonly string[],
  place: { readonly source: string; readonly row: number },
): DirectoryUnreadable {
  const column = typeof error['column'] === 'number' ? headings[error['column']]?.trim() : undefined;
  const where = { ...place, column, cause: error };
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new DirectoryUnreadable('a quote (") is opened here and never closed', where);
    case 'CSV_MAX_RECORD_SIZE':
      return new DirectoryUnreadable(
        `longer than ${LONGEST_ROW.toLocaleString('en-US')} characters: a quote (") that is never closed?`,
        where,
      );
    default:
      return new DirectoryUnreadable(`not CSV (${error.code})`, where);
  }
}

/** Spreadsheets in other countries write semicolons. */
async function delimiterOf(file: SourceFile, encoding: Encoding): Promise<string> {
  let head = '';
  for await (const text of textOf(file, encoding)) {
    head += text;
    if (/\n/.test(head) || head.length > LONGEST_ROW) break;
  }
  const [line = ''] = head.replaceAll(/"[^"]*"/g, '').split(/\r?\n/);
  const count = (sign: string) => line.split(sign).length;
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function checkHeadings(headings: readonly string[], source: string): void {
  const named = headings.filter((heading) => heading !== '');
  if (named.length === 0) throw new DirectoryUnreadable('the heading is blank', { source, row: 1 });
  const twice = named.find((heading, place) => named.indexOf(heading) !== place);
  if (twice !== undefined)
    throw new DirectoryUnreadable(`two columns are called ${twice}`, { source, row: 1, column: twice });
}
