import { assemble } from '#shared/domain/directory/assemble.ts';
import type { Listing } from '#shared/domain/directory/listing.ts';
import type { NeedsTable } from '#shared/domain/directory/needs-table.ts';
import type { DirectoryProblem } from '#shared/domain/directory/problem.ts';
import { summarize, type DirectorySummary } from '#shared/domain/directory/summary.ts';
import type { Instant } from '#shared/domain/record.ts';
import type { MappingFile } from './mapping-file.ts';
import { DEFAULT_NEEDS } from './needs-file.ts';
import { plainText } from './plain-text.ts';
import { readDirectory } from './read-directory.ts';
import { zipCode } from './zip-codes.ts';
import { zoneAt } from './zone-at.ts';

/** A directory that was read: its listings, and a line for everything that is wrong with it. */
export type CheckedDirectory = {
  readonly listings: readonly Listing[];
  readonly problems: readonly DirectoryProblem[];
  readonly summary: DirectorySummary;
};

type Options = {
  readonly now: Instant;
  readonly mapping?: MappingFile | undefined;
  readonly needs?: NeedsTable | undefined;
  readonly onProgress?: (text: string) => void;
};

/** @throws DirectoryUnreadable when it cannot be read at all */
export async function checkDirectory(path: string, options: Options): Promise<CheckedDirectory> {
  const { now, mapping, needs = DEFAULT_NEEDS, onProgress = () => undefined } = options;
  const gathered = await readDirectory(path, { mapping, onProgress });
  onProgress('making listings');
  const directory = assemble(gathered.tables, { now, needs, zipCode, zoneAt, plainText });
  const problems = [...gathered.problems, ...directory.problems];
  return { listings: directory.listings, problems, summary: summarize(gathered, directory, problems) };
}
