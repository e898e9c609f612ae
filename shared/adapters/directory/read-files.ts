import { tableNamed } from '#shared/domain/directory/tables.ts';
import { DirectoryUnreadable } from './directory-unreadable.ts';
import type { Gathering } from './gather.ts';
import { inMb, MOST_BYTES } from './limits.ts';
import { readLinks } from './read-links.ts';
import { readTable } from './read-table.ts';
import type { SourceFile } from './source-file.ts';

const baseName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** Reads every CSV file that is a table of the standard; what is not gets a line in the report. */
export async function readFiles(
  files: readonly SourceFile[],
  gathering: Gathering,
  onProgress: (text: string) => void,
): Promise<void> {
  const tables = files.filter(({ name }) => /\.[ct]sv$/i.test(name));
  checkTotal(tables);
  checkTwice(tables);
  for (const file of tables) {
    const table = tableNamed(baseName(file.name));
    if (table === undefined) {
      gathering.tell({
        severity: 'warning',
        table: file.name,
        row: 1,
        field: '',
        value: '',
        problem: 'not a table of the standard: not read',
        kept: false,
      });
      continue;
    }
    onProgress(`reading ${file.name}`);
    await readTable(file, table, gathering);
  }
  for (const file of files.filter(({ name }) =>
    /^service_(?:categories|taxonomy|taxonomies)\.json$/i.test(baseName(name)),
  ))
    await readLinks(file, gathering);
}

function checkTotal(files: readonly SourceFile[]): void {
  const bytes = files.reduce((sum, file) => sum + (file.bytes ?? 0), 0);
  if (bytes > MOST_BYTES)
    throw new DirectoryUnreadable(`${inMb(bytes)} in all: at most ${inMb(MOST_BYTES)}`, {
      source: 'the directory',
    });
}

/** Two editions of a directory in one folder would be mixed. */
function checkTwice(files: readonly SourceFile[]): void {
  const seen = new Map<string, string>();
  for (const { name } of files) {
    const table = tableNamed(baseName(name));
    if (table === undefined || table === 'taxonomies') continue;
    const other = seen.get(table);
    if (other !== undefined)
      throw new DirectoryUnreadable(`${table} twice, also in ${other}: name the folder of one directory`, {
        source: name,
      });
    seen.set(table, name);
  }
}
