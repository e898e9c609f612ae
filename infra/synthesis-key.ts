import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Settings } from '#shared/contracts/settings.ts';
import { canonicalJson } from './canonical-json.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = [
  'package-lock.json',
  'package.json',
  'cdk.json',
  'functions/**/*',
  'shared/**/*',
  'infra/**/*',
];
/** They run what was synthesised, or are in `settings` already. */
const NOT_SYNTHESISED = ['infra/local', 'infra/cli', 'infra/settings'];

/** A hash over everything that a synthesis depends on. */
export function synthesisKey(stage: string, settings: Settings): string {
  const hash = createHash('sha256').update(canonicalJson({ stage, settings, version }));
  for (const file of sources()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex').slice(0, 32);
}

function sources(): string[] {
  const entries = globSync(SOURCES, {
    cwd: ROOT,
    withFileTypes: true,
    exclude: (entry) =>
      NOT_SYNTHESISED.some((folder) => join(entry.parentPath, entry.name) === join(ROOT, folder)),
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .sort();
}
