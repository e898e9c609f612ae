import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { DirectoryUnreadable } from './directory-unreadable.ts';
import { MOST_FILES } from './limits.ts';
import type { SourceFile } from './source-file.ts';

/** Packages keep their tables in a folder such as `csv` or `data`; deeper lie other things. */
const DEEPEST = 3;

/** The CSV files under a folder, and JSON files beside them. Links are not followed, hidden files not read. */
export async function folderFiles(folder: string): Promise<SourceFile[]> {
  const paths = await under(folder, 1);
  if (paths.length > MOST_FILES)
    throw new DirectoryUnreadable(`more than ${MOST_FILES} files: name the folder of the directory`, {
      source: folder,
    });
  return Promise.all(paths.sort().map((path) => fileAt(path, relative(folder, path))));
}

export async function fileAt(path: string, name: string): Promise<SourceFile> {
  const { size } = await stat(path);
  return { name, bytes: size, open: () => createReadStream(path) };
}

async function under(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === '__MACOSX') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < DEEPEST) found.push(...(await under(path, depth + 1)));
    else if (entry.isFile() && /\.(?:csv|tsv|json)$/i.test(entry.name)) found.push(path);
  }
  return found;
}
