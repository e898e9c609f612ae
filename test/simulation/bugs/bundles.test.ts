import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '#infra/bundle.ts';
import { loadSettings } from '#infra/settings.ts';
import { expect, onTestFinished, test } from 'vitest';
import { PLANTED_BUGS } from './planted-bugs.ts';

/** What plants a bug, and what a bug is called. */
const TRACES = new RegExp(['registerHooks', 'simulat', ...PLANTED_BUGS.map(({ name }) => name)].join('|'));

test('no bundle holds a planted bug, its name, or what could plant one', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-bundles-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { functions, folderOf, metafile } = await bundle(join(folder, 'out'), loadSettings('sample'));
  expect(functions.length).toBeGreaterThan(8);
  for (const name of functions) {
    const code = readFileSync(join(folderOf(name), 'index.mjs'), 'utf8');
    expect(TRACES.exec(code)?.[0], name).toBeUndefined();
  }
  expect(Object.keys(metafile.inputs).filter((file) => file.startsWith('test/'))).toEqual([]);
});
