import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '#infra/build-app.ts';
import { bundleSizes, sizeTable } from '#infra/bundle-sizes.ts';
import { bundle } from '#infra/bundle.ts';
import { ReadableError } from '#infra/readable-error.ts';
import { loadSettings } from '#infra/settings.ts';
import { synthesise } from '#infra/synthesise.ts';

const root = mkdtempSync(join(tmpdir(), 'handrail-synthesis-'));
const settings = loadSettings('sample');
const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
afterAll(() => rmSync(root, { recursive: true }));

async function synthesisInto(outDir: string) {
  const app = await buildApp({ stage: 'quiet', settings, outDir, checked: false });
  app.synth();
  return readFileSync(join(outDir, 'Handrail.template.json'), 'utf8');
}
const assetsIn = (outDir: string) =>
  readdirSync(outDir)
    .filter((name) => name.startsWith('asset.'))
    .sort();

// The CDK takes a second or two for each, and several on a busy machine.
describe('two syntheses of the same sources', { timeout: 60_000 }, () => {
  const first = join(root, 'first');
  let template: string;
  beforeAll(async () => void (template = await synthesisInto(first)), 60_000);

  test('give the same template and the same assets, wherever they are written', async () => {
    const second = join(root, 'second', 'deeper');
    expect(await synthesisInto(second)).toBe(template);
    expect(assetsIn(second)).toEqual(assetsIn(first));
  });

  test('give the same in another process, in a checkout that lies elsewhere and is worked in from elsewhere', async () => {
    const there = join(root, 'there');
    const checkout = aCheckout();
    const code = `const { buildApp } = await import(${JSON.stringify(join(checkout, 'infra', 'build-app.ts'))});
      const { loadSettings } = await import(${JSON.stringify(join(checkout, 'infra', 'settings.ts'))});
      const settings = loadSettings('sample');
      (await buildApp({ stage: 'quiet', settings, outDir: ${JSON.stringify(there)}, checked: false })).synth();`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { cwd: tmpdir() });
    expect(readFileSync(join(there, 'Handrail.template.json'), 'utf8')).toBe(template);
    expect(assetsIn(there)).toEqual(assetsIn(first));
  });

  test('are one: the second is copied from the first', async () => {
    const [first, second] = [join(root, 'cached-1'), join(root, 'cached-2')];
    await synthesise({ stage: 'local', outDir: first });
    expect(await synthesise({ stage: 'local', outDir: second })).toEqual({ cached: true });
    expect(readdirSync(second)).toEqual(readdirSync(first));
    expect(readdirSync(second)).toContain('Handrail.template.json');
  });
});

describe('a function’s bundle', () => {
  const folder = join(root, 'bundle');
  let bundled: Awaited<ReturnType<typeof bundle>>;
  beforeAll(async () => {
    bundled = await bundle(folder, settings);
  });

  test('holds the code and the validated settings, and no source map', () => {
    for (const name of bundled.functions) {
      expect(readdirSync(bundled.folderOf(name)).sort()).toEqual(['index.mjs', 'programme.json']);
    }
    const programme = readFileSync(join(bundled.folderOf('watch'), 'programme.json'), 'utf8');
    expect(JSON.parse(programme)).toEqual(settings);
    expect(readdirSync(join(folder, 'source-maps'))).toHaveLength(bundled.functions.length);
  });

  test('loads by itself and exports a handler', async () => {
    for (const name of bundled.functions) {
      const code = readFileSync(join(bundled.folderOf(name), 'index.mjs'), 'utf8');
      expect(code, name).toMatch(/export\{[^}]*\bas handler\b/);
      expect(code, name).not.toContain('sourceMappingURL');
    }
  });

  test('stays within its budget', () => {
    const sizes = bundleSizes(bundled);
    console.log(`bundles, gzipped\n${sizeTable(sizes)}`);
    expect(sizes.filter(({ gzippedBytes, budgetBytes }) => gzippedBytes > budgetBytes)).toEqual([]);
  });
});

describe('functions that cannot be bundled', () => {
  test('are named when they have no handler', async () => {
    await expect(
      functionsWith({ 'send-message/env.ts': '', 'watch/env.ts': '', 'watch/handler.ts': '' }),
    ).rejects.toThrow(
      new ReadableError(
        'These functions have no handler.ts, so there is nothing to deploy for them:\n  functions/send-message',
      ),
    );
  });

  test('are shown with file and line, and without a stack of the bundler’s own', async () => {
    const broken = functionsWith({ 'watch/env.ts': '', 'watch/handler.ts': "import './missing.ts';" });
    await expect(broken).rejects.toThrow(ReadableError);
    await expect(broken).rejects.toThrow('functions/watch/handler.ts:1: Could not resolve "./missing.ts"');
  });
});

/** This repository’s sources once more, in another folder. */
function aCheckout(): string {
  const checkout = join(root, 'checkout of somebody else');
  mkdirSync(checkout);
  for (const part of ['infra', 'functions', 'shared', 'cdk.json', 'package.json', 'tsconfig.json'])
    cpSync(join(REPOSITORY, part), join(checkout, part), { recursive: true });
  symlinkSync(join(REPOSITORY, 'node_modules'), join(checkout, 'node_modules'));
  return checkout;
}

/** Bundles a repository that has only these files below functions/. */
async function functionsWith(files: Record<string, string>) {
  const folder = mkdtempSync(join(root, 'broken-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, 'functions', dirname(file)), { recursive: true });
    writeFileSync(join(folder, 'functions', file), text);
  }
  return bundle(join(folder, 'out'), settings, folder);
}
