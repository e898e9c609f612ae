import { existsSync, statSync } from 'node:fs';
import { loadSnapshot } from '#shared/domain/matching/snapshot/load-snapshot.ts';
import type { Snapshot } from '#shared/domain/matching/snapshot/snapshot.ts';
import { writeSnapshot } from '#shared/domain/matching/snapshot/write-snapshot.ts';
import { checkedDirectory } from './checked-directory.ts';
import { BadContent } from './endings.ts';
import { readSnapshot } from './read-snapshot.ts';

/** A snapshot; or whatever a snapshot is built of, built for this once. */
export async function directoryToSearch(path: string): Promise<Snapshot> {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  if (!isFolder && !/^https?:\/\/|\.(zip|json|csv)$/i.test(path)) return readSnapshot(path);
  const { listings, problems } = await checkedDirectory(path, {});
  if (listings.length === 0) throw new BadContent(`${path}: no services, so there is nothing to search`);
  if (problems.length > 0)
    process.stderr.write(`${problems.length} problems in ${path}: see handrail directory check.\n`);
  return loadSnapshot(writeSnapshot(listings, { builtAt: Date.now() }));
}
