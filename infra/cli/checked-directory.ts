import { existsSync } from 'node:fs';
import * as z from 'zod';
import { checkDirectory, type CheckedDirectory } from '#shared/adapters/directory/check-directory.ts';
import { MappingFile } from '#shared/adapters/directory/mapping-file.ts';
import { NeedsFile, withDefaults } from '#shared/adapters/directory/needs-file.ts';
import { BadContent, UsageError } from './endings.ts';
import { showProgress } from './progress.ts';
import { readJsonFile } from './read-json-file.ts';

export type SourceFlags = { readonly mapping?: string; readonly needs?: string };

/**
 * Reads a directory as a command was told to; progress goes to stderr.
 * @throws UsageError when a file is not there, BadContent when a mapping or table cannot be used, DirectoryUnreadable
 */
export async function checkedDirectory(
  path: string,
  { mapping, needs }: SourceFlags,
): Promise<CheckedDirectory> {
  if (!/^https?:\/\//i.test(path) && !existsSync(path))
    throw new UsageError(`cannot read ${path}: there is no such file or folder`);
  const own = needs === undefined ? undefined : withDefaults(parsed(NeedsFile, needs));
  const columns = mapping === undefined ? undefined : parsed(MappingFile, mapping);
  const progress = showProgress();
  try {
    return await checkDirectory(path, {
      now: Date.now(),
      needs: own,
      mapping: columns,
      onProgress: progress.step,
    });
  } finally {
    progress.clear();
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, file: string): z.infer<Schema> {
  const read = schema.safeParse(readJsonFile(file));
  if (read.success) return read.data;
  throw new BadContent(`${file} cannot be used:\n${z.prettifyError(read.error)}`);
}
