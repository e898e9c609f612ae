import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod';
import type { Settings } from '#shared/contracts/settings.ts';
import { loadSettings } from './settings.ts';
import { synthesisKey } from './synthesis-key.ts';

const CACHE = fileURLToPath(new URL('../.handrail/synthesised/', import.meta.url));
const KEPT = 5;

export interface SynthesiseProps {
  readonly stage: string;
  /** Where the template, the asset list and the assets go; what was there is replaced. */
  readonly outDir: string;
  /** Replaces whole top-level settings of the stage. */
  readonly settingsOverride?: Partial<z.input<typeof Settings>>;
}

/**
 * Synthesises in this process what `cdk synth` would, without holding it against the rule packs. Equal sources and
 * settings are synthesised once: after that the result is copied, and the CDK is not even loaded.
 * @returns whether the result was there already
 * @throws ReadableError for settings that cannot be used
 */
export async function synthesise({
  stage,
  outDir,
  settingsOverride,
}: SynthesiseProps): Promise<{ cached: boolean }> {
  const settings = loadSettings(stage, settingsOverride);
  const cached = join(CACHE, synthesisKey(stage, settings));
  const wasThere = existsSync(cached);
  if (!wasThere) await synthesiseInto(cached, stage, settings);
  rmSync(outDir, { recursive: true, force: true });
  cpSync(cached, resolve(outDir), { recursive: true });
  return { cached: wasThere };
}

/** Written beside and then moved, so that a second process never sees half a result. */
async function synthesiseInto(folder: string, stage: string, settings: Settings): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  forgetOldest();
  const unfinished = mkdtempSync(join(CACHE, 'unfinished-'));
  const { buildApp } = await import('./build-app.ts');
  const app = await buildApp({ stage, settings, outDir: unfinished, checked: false });
  app.synth();
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // otherwise another process was first, with the same result
  }
}

function forgetOldest(): void {
  const byAge = readdirSync(CACHE)
    .map((name) => join(CACHE, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  byAge.slice(KEPT - 1).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
}
