import { sumsOf } from './checksum.ts';
import { BLOCK_BYTES, FIELDS_AT, HASH_AT, HASHES_AT } from './format.ts';
import { SnapshotRefused } from './snapshot-refused.ts';

export type BlockCheck = {
  /** What stands before the content. */
  readonly head: () => void;
  /** The blocks in which these bytes of the content lie, each once. */
  readonly content: (from: number, to: number) => void;
};

/**
 * Compares a snapshot with the hashes in it. Both throw SnapshotRefused.
 * @param words all of it; its content begins at byte `start`
 */
export function blockCheck(words: Uint32Array, start: number): BlockCheck {
  const checked = new Uint8Array(Math.ceil((words.length * 4 - start) / BLOCK_BYTES));
  return {
    head() {
      if (!isHash(words, HASH_AT / 4, FIELDS_AT / 4, start / 4)) throw damaged('its head');
    },
    content(from, to) {
      for (let block = Math.floor(from / BLOCK_BYTES); block * BLOCK_BYTES < to; block += 1) {
        if (checked[block] === 1) continue;
        const first = (start + block * BLOCK_BYTES) / 4;
        const end = Math.min(words.length, first + BLOCK_BYTES / 4);
        if (!isHash(words, HASHES_AT / 4 + block * 4, first, end)) throw damaged(`block ${block}`);
        checked[block] = 1;
      }
    },
  };
}

function isHash(words: Uint32Array, at: number, from: number, to: number): boolean {
  return sumsOf(words, from, to).every((sum, index) => sum === words[at + index]);
}

const damaged = (where: string) =>
  new SnapshotRefused(
    'damaged',
    `this directory snapshot was damaged (${where} is not what was written); copy or build it anew`,
  );
