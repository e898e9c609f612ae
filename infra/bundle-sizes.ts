import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { gzipSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { type Bundle, bundle } from './bundle.ts';
import { loadSettings } from './settings.ts';

export interface BundleSize {
  readonly name: string;
  /** Bytes of index.mjs after gzip, as it travels to Lambda. */
  readonly gzippedBytes: number;
  readonly budgetBytes: number;
  /** The packages that take up most of it. */
  readonly largest: readonly string[];
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

export function bundleSizes({ functions, folderOf, metafile }: Bundle): BundleSize[] {
  return functions.map((name) => ({
    name,
    gzippedBytes: gzipSync(readFileSync(join(folderOf(name), 'index.mjs')), { level: 9 }).length,
    budgetBytes: WEBHOOKS.has(name) ? WEBHOOK_BUDGET : BUDGET,
    largest: largestPackages(metafile, name),
  }));
}

export function sizeTable(sizes: readonly BundleSize[]): string {
  const rows = sizes.map(({ name, gzippedBytes, budgetBytes, largest }) => {
    const over = gzippedBytes > budgetBytes ? '  OVER' : '';
    return `${name.padEnd(24)}${kb(gzippedBytes)} of ${kb(budgetBytes)}${over}  ${largest.join(', ')}`;
  });
  return ['function                  gzipped      budget  largest, minified', ...rows].join('\n');
}

/** What a bundle is made of: `zod 61.2 KB`, largest first. */
function largestPackages(metafile: Metafile, name: string): string[] {
  const output = Object.entries(metafile.outputs).find(([file]) => file.endsWith(`${name}/index.mjs`));
  const bytes = new Map<string, number>();
  for (const [file, { bytesInOutput }] of Object.entries(output?.[1].inputs ?? {})) {
    const owner = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? 'handrail';
    bytes.set(owner, (bytes.get(owner) ?? 0) + bytesInOutput);
  }
  const bySize = [...bytes].sort(([, a], [, b]) => b - a);
  return bySize.slice(0, 4).map(([owner, size]) => `${owner} ${kb(size).trim()}`);
}

function kb(bytes: number): string {
  return `${(bytes / KB).toFixed(1)} KB`.padStart(9);
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-bundles-'));
  const sizes = bundleSizes(await bundle(folder, loadSettings('sample')));
  rmSync(folder, { recursive: true });
  stdout.write(`${sizeTable(sizes)}\n`);
}
