import { renameSync, writeFileSync } from 'node:fs';
import { writeSnapshot } from '#shared/domain/matching/snapshot/write-snapshot.ts';
import { checkedDirectory, type SourceFlags } from './checked-directory.ts';
import { checkedAsJson, tellReport } from './directory-check.ts';
import { BadContent } from './endings.ts';
import { readSnapshot } from './read-snapshot.ts';

export type DirectoryBuildFlags = SourceFlags & { readonly output: string; readonly json?: boolean };

/**
 * Writes a snapshot, reads it back, and only then puts it under its name: a build that fails leaves the last one there.
 * @returns the exit code: 1 when there is nothing to build
 */
export async function directoryBuild(path: string, flags: DirectoryBuildFlags): Promise<number> {
  const { output } = flags;
  const checked = await checkedDirectory(path, flags);
  if (checked.listings.length === 0) throw new BadContent(`${path}: no services, so nothing is built`);
  const bytes = writeSnapshot(checked.listings, { builtAt: Date.now() });
  const draft = `${output}.${process.pid}.part`;
  writeFileSync(draft, bytes);
  const { contentHash, searchBytes } = readSnapshot(draft);
  renameSync(draft, output);
  const built = { file: output, bytes: bytes.byteLength, searchBytes, contentHash };
  if (flags.json === true) process.stdout.write(`${JSON.stringify({ ...checkedAsJson(checked), built })}\n`);
  else {
    tellReport(path, checked);
    process.stdout.write(
      `\nBuilt ${output}: ${bytes.byteLength.toLocaleString('en-US')} bytes, ${contentHash}\n`,
    );
  }
  return 0;
}
