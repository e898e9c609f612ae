import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DirectoryUnreadable } from './directory-unreadable.ts';
import { fileAt, folderFiles } from './folder-files.ts';
import { startGathering, type Gathered } from './gather.ts';
import type { MappingFile } from './mapping-file.ts';
import { readApi } from './read-api.ts';
import { readFiles } from './read-files.ts';
import { readJson } from './read-json.ts';
import { readMapped } from './read-mapped.ts';
import type { SourceFile } from './source-file.ts';
import { zipFiles } from './zip-files.ts';

type Options = {
  /** For a CSV file of any other layout. */
  readonly mapping?: MappingFile | undefined;
  readonly onProgress?: (text: string) => void;
};

/**
 * Reads a directory from a folder, a zip, a JSON file, a mapped CSV file, or an API's address.
 * @throws DirectoryUnreadable when it cannot be read; Node's own error when there is no such file
 */
export async function readDirectory(
  path: string,
  { mapping, onProgress = () => undefined }: Options = {},
): Promise<Gathered> {
  const gathering = startGathering((rows) => onProgress(`${rows.toLocaleString('en-US')} rows`));
  if (/^https?:\/\//i.test(path)) {
    await readApi(path, gathering, onProgress);
    return gathering.done();
  }
  const found = await stat(path);
  if (found.isDirectory()) await readTables(await folderFiles(path), path);
  else if (/\.zip$/i.test(path)) await readZip();
  else await readOne(await fileAt(path, basename(path)));
  return gathering.done();

  async function readZip(): Promise<void> {
    const { files, close } = await zipFiles(path, basename(path));
    try {
      await readTables(files, path);
    } finally {
      close();
    }
  }

  async function readTables(files: readonly SourceFile[], source: string): Promise<void> {
    const tables = files.filter(({ name }) => /\.[ct]sv$/i.test(name));
    if (mapping !== undefined && tables[0] !== undefined && tables.length === 1) return readOne(tables[0]);
    if (mapping !== undefined) throw new DirectoryUnreadable('a mapping is for one CSV file', { source });
    if (tables.length > 0) return readFiles(files, gathering, onProgress);
    const [json, ...others] = files;
    if (json === undefined || others.length > 0)
      throw new DirectoryUnreadable('no table of the standard: services.csv and others are expected', {
        source,
      });
    return readOne(json);
  }

  async function readOne(file: SourceFile): Promise<void> {
    onProgress(`reading ${file.name}`);
    if (/\.(?:json|ndjson|jsonl)$/i.test(file.name)) return readJson(file, gathering);
    if (mapping !== undefined) return readMapped(file, mapping, gathering);
    throw new DirectoryUnreadable(
      'one CSV file alone: name the folder of an HSDS package, or say by --mapping what its columns are',
      { source: file.name },
    );
  }
}
