import { JSONParser } from '@streamparser/json';
import { tableNamed, type TableName } from '#shared/domain/directory/tables.ts';
import { detectEncoding, textOf, type Encoding } from './detect-encoding.ts';
import { DirectoryUnreadable } from './directory-unreadable.ts';
import { flattener } from './flatten-service.ts';
import type { Gathering } from './gather.ts';
import { missingInJson } from './missing-in-json.ts';
import type { SourceFile } from './source-file.ts';

/** What stands at which path of the document. */
type Shape = { readonly paths: readonly string[]; readonly separator?: string };

/** How much of the beginning is looked at to see what kind of document it is. */
const HEAD = 4_096;

/**
 * Reads the standard's JSON: a page of `/services`, an array of services, one whole service, one a line, or an object
 * of tables. Streamed: of a large file only one service is in memory at a time.
 */
export async function readJson(file: SourceFile, gathering: Gathering): Promise<void> {
  const encoding = await detectEncoding(file);
  const add = adder(gathering);
  let count = 0;
  let objects = 0;
  for await (const { value, table } of valuesIn(file, encoding)) {
    count += 1;
    if (typeof value === 'object') objects += 1;
    add(table, value, count);
  }
  gathering.wasRead({ name: file.name, table: 'services', rows: count, encoding });
  if (objects === 0)
    throw new DirectoryUnreadable(
      'no services in it: a page of /services, an array, or one service a line is expected',
      {
        source: file.name,
      },
    );
}

/** @returns a function that puts one object and all that is nested in it among the rows */
export function adder(gathering: Gathering): (table: TableName, value: unknown, row: number) => void {
  const flatten = flattener();
  return (table, value, row) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      gathering.tell(notAnObject(table, value, row));
      return;
    }
    for (const flat of flatten(table, value, row)) {
      for (const problem of missingInJson(flat)) gathering.tell(problem);
      gathering.add(flat);
    }
  };
}

const notAnObject = (table: TableName, value: unknown, row: number) => ({
  severity: 'error' as const,
  table,
  row,
  field: '',
  value: JSON.stringify(value)?.slice(0, 200) ?? '',
  problem: 'not an object',
  kept: false,
});

type Value = { readonly value: unknown; readonly table: TableName };

async function* valuesIn(file: SourceFile, encoding: Encoding): AsyncIterable<Value> {
  const found: Value[] = [];
  let parser: JSONParser | undefined;
  let head = '';
  try {
    for await (const text of textOf(file, encoding)) {
      head = parser === undefined ? head + text : text;
      if (parser === undefined && head.length < HEAD && text !== '') continue;
      parser ??= startParser(shapeOf(head), found);
      if (!parser.isEnded) parser.write(head);
      yield* found.splice(0);
    }
    if (parser?.isEnded === false) parser.end();
    yield* found.splice(0);
  } catch (error) {
    if (error instanceof DirectoryUnreadable) throw error;
    throw new DirectoryUnreadable('not JSON, or cut short', { source: file.name, cause: error });
  }
}

function startParser({ paths, separator }: Shape, found: Value[]): JSONParser {
  const parser = new JSONParser({
    paths: [...paths],
    keepStack: false,
    ...(separator !== undefined && { separator }),
  });
  parser.onValue = ({ value, stack }) => {
    const inside = stack.map(({ key }) => tableNamed(String(key ?? ''))).find((table) => table !== undefined);
    found.push({ value, table: inside ?? 'services' });
  };
  return parser;
}

/** By its first signs. Tables may be called `services` or `services.csv`. */
function shapeOf(head: string): Shape {
  if (/^\s*\[/.test(head)) return { paths: ['$.*'] };
  if (/^[^[]*"contents"\s*:\s*\[/.test(head)) return { paths: ['$.contents.*'] };
  const [, key = ''] = /^\s*\{\s*"([^"]+)"\s*:\s*\[/.exec(head) ?? [];
  if (tableNamed(key) !== undefined) return { paths: ['$.*.*'] };
  return { paths: ['$'], separator: '' };
}
