import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Snapshot } from '#shared/domain/matching/snapshot/snapshot.ts';
import { writeSnapshot } from '#shared/domain/matching/snapshot/write-snapshot.ts';
import { checkedDirectory, type SourceFlags } from './checked-directory.ts';
import { checkedAsJson, tellReport } from './directory-check.ts';
import { BadContent, UsageError } from './endings.ts';
import { readSnapshot } from './read-snapshot.ts';

export type DirectoryBuildFlags = SourceFlags & { readonly output: string; readonly json?: boolean };

/**
 * Writes a snapshot, reads it back, and only then puts it under its name: a build that fails leaves the last one there.
 * @returns the exit code: 1 when there is nothing to build
 */
export async function directoryBuild(path: string, flags: DirectoryBuildFlags): Promise<number> {
  const { output } = flags;
  checkOutput(output);
  const checked = await checkedDirectory(path, flags);
  if (checked.listings.length === 0) throw new BadContent(`${path}: no services, so nothing is built`);
  const bytes = writeSnapshot(checked.listings, { builtAt: Date.now() });
  const { contentHash, searchBytes } = putInPlace(bytes, output);
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

/** Before the work, not after it. */
function checkOutput(output: string): void {
  if (!existsSync(dirname(output))) throw new UsageError(`cannot write ${output}: there is no such folder`);
  if (existsSync(output) && statSync(output).isDirectory())
    throw new UsageError(`cannot write ${output}: it is a folder`);
}

function putInPlace(bytes: Uint8Array, output: string): Snapshot {
  const draft = `${output}.${process.pid}.part`;
  try {
    writeFileSync(draft, bytes);
    const snapshot = readSnapshot(draft);
    renameSync(draft, output);
    return snapshot;
  } finally {
    rmSync(draft, { force: true });
  }
}
