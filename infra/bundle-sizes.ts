import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface BundleSize {
  readonly name: string;
  /** Bytes of index.mjs after gzip, as it travels to Lambda. */
  readonly gzippedBytes: number;
  readonly budgetBytes: number;
}

const KB = 1000;
const BUDGET = 220 * KB;
/** Somebody, or a carrier that gives up, waits for these while they start. */
const WEBHOOK_BUDGET = 130 * KB;
const WEBHOOKS = new Set([
  'receive-session-closed',
  'receive-text',
  'receive-text-fallback',
  'receive-delivery-status',
]);

export function bundleSizes(functions: readonly string[], folderOf: (name: string) => string): BundleSize[] {
  return functions.map((name) => ({
    name,
    gzippedBytes: gzipSync(readFileSync(join(folderOf(name), 'index.mjs')), { level: 9 }).length,
    budgetBytes: WEBHOOKS.has(name) ? WEBHOOK_BUDGET : BUDGET,
  }));
}

export function sizeTable(sizes: readonly BundleSize[]): string {
  return sizes
    .map(({ name, gzippedBytes, budgetBytes }) => {
      const over = gzippedBytes > budgetBytes ? '  over budget' : '';
      return `${name.padEnd(24)}${kb(gzippedBytes)} of ${kb(budgetBytes)}${over}`;
    })
    .join('\n');
}

function kb(bytes: number): string {
  return `${(bytes / KB).toFixed(1)} KB`.padStart(9);
}
