import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as z from 'zod';
import type { Settings } from '#shared/contracts/settings.ts';
import { synthesise } from '#infra/synthesise.ts';

type Props = {
  readonly settingsOverride?: Partial<z.input<typeof Settings>>;
  /** Where the result stays; without it, in a folder that is gone when the process ends. */
  readonly dataDir?: string | undefined;
};

/** Synthesises the stage `local`. @returns the template's file */
export async function synthesiseHere({ settingsOverride = {}, dataDir }: Props = {}): Promise<string> {
  const outDir = dataDir === undefined ? ownFolder() : join(dataDir, 'synthesised');
  await synthesise({ stage: 'local', outDir, settingsOverride });
  return join(outDir, 'Handrail.template.json');
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
