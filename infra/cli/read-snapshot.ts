import { readFileSync } from 'node:fs';
import { loadSnapshot } from '#shared/domain/matching/snapshot/load-snapshot.ts';
import { SnapshotRefused } from '#shared/domain/matching/snapshot/snapshot-refused.ts';
import type { Snapshot } from '#shared/domain/matching/snapshot/snapshot.ts';
import { BadContent, UsageError } from './endings.ts';

/**
 * A directory's snapshot, all of it checked.
 * @throws UsageError when there is no such file, BadContent when it is not a whole snapshot of this version
 */
export function readSnapshot(file: string): Snapshot {
  const bytes = bytesOf(file);
  try {
    const snapshot = loadSnapshot(bytes);
    snapshot.checkText();
    return snapshot;
  } catch (error) {
    if (error instanceof SnapshotRefused) throw new BadContent(`${file}: ${error.message}`);
    throw error;
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const why =
      { ENOENT: 'there is no such file', EISDIR: 'it is a folder; build a snapshot of it first' }[code] ??
      code;
    throw new UsageError(`cannot read ${file}: ${why}`);
  }
}
