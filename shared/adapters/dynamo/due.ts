import { hash } from 'node:crypto';
import { DAY, type Instant } from '#shared/domain/record.ts';

/** Fixed: a document keeps its shard for life. */
export const SHARDS = 16;

/** Which part of a `due` index an item stands in, by a stable hash of its key. */
export function dueShardOf(key: string): string {
  return String(digest(key) % SHARDS);
}

/** The attributes that put an item into its table's sparse `due` index; none for an item that waits for nothing. */
export function dueAttributes(
  key: string,
  dueAt: Instant | undefined,
): { dueShard?: string; dueAt?: Instant } {
  return dueAt === undefined ? {} : { dueShard: dueShardOf(key), dueAt };
}

/**
 * The due time capped at a week ahead, so that every open document is looked at. The cap steps once a day, at a
 * moment of the document's own: neither is the index rewritten at each save, nor do all documents wake together.
 */
export function withinAWeek(key: string, dueAt: Instant, now: Instant): Instant {
  const offset = digest(key) % DAY;
  const latest = Math.floor((now - offset) / DAY) * DAY + offset + 7 * DAY;
  return Math.min(dueAt, latest);
}

function digest(key: string): number {
  return hash('sha256', key, 'buffer').readUInt32BE(0);
}
