import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundle } from '#infra/bundle.ts';
import { bundleSizes } from '#infra/bundle-sizes.ts';
import { loadSettings } from '#infra/settings.ts';
import type { Benchmark, Measure, Reading } from './benchmark.ts';
import { ratios, summary } from './samples.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FUNCTIONS = globSync('functions/*/handler.ts', { cwd: ROOT })
  .map((file) => basename(dirname(file)))
  .sort();
const WEBHOOKS = FUNCTIONS.filter((name) => name.startsWith('receive-'));
const ROUNDS = 31;
const KB = 1000;

const sizeOf = (name: string): Measure => ({
  name: `${name}: bundle`,
  unit: 'KB gzipped',
  target: { atMost: WEBHOOKS.includes(name) ? 130 : 220 },
});

export const bundles: Benchmark = {
  name: 'bundles',
  title: 'What has to be loaded before a function can begin',
  measures: [
    ...FUNCTIONS.map(sizeOf),
    { name: 'naive: bundle', unit: 'KB gzipped' },
    ...FUNCTIONS.map((name) => ({ name: `${name}: import`, unit: 'ms' })),
    { name: 'naive: import', unit: 'ms' },
    { name: 'send-message: import beside naive', unit: 'of the time', target: { atMost: 0.6 } },
  ],
  async run({ say }) {
    const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-'));
    say('bundling');
    const ours = await bundle(join(folder, 'functions'), loadSettings('sample'));
    const naive = await bundleNaively(folder);
    const sizes: Reading[] = bundleSizes(ours).map(({ name, gzippedBytes, largest }) => ({
      measure: `${name}: bundle`,
      p50: gzippedBytes / KB,
      samples: 1,
      note: largest.slice(0, 3).join(', '),
    }));
    say(`importing each in ${ROUNDS} fresh processes`);
    const files = new Map(ours.functions.map((name) => [name, join(ours.folderOf(name), 'index.mjs')]));
    const times = importTimes(files.set('naive', naive), await environment());
    const naiveSize = gzipSync(readFileSync(naive), { level: 9 }).length / KB;
    rmSync(folder, { recursive: true });
    return [
      ...sizes,
      {
        measure: 'naive: bundle',
        p50: naiveSize,
        samples: 1,
        note: 'all of twilio, three clients of the SDK',
      },
      ...[...times].map(([name, samples]) => ({ measure: `${name}: import`, ...summary(samples) })),
      {
        measure: 'send-message: import beside naive',
        ...summary(ratios(times.get('send-message'), times.get('naive'))),
      },
    ];
  },
};

/** What comes of writing the imports that the documentation shows, and bundling them. */
async function bundleNaively(folder: string): Promise<string> {
  const outfile = join(folder, 'naive.mjs');
  await build({
    stdin: {
      contents: `
        import twilio from 'twilio';
        import * as dynamodb from '@aws-sdk/client-dynamodb';
        import * as sqs from '@aws-sdk/client-sqs';
        import * as sesv2 from '@aws-sdk/client-sesv2';
        export { twilio, dynamodb, sqs, sesv2 };`,
      resolveDir: ROOT,
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    logLevel: 'silent',
    banner: { js: "import{createRequire as __c}from'node:module';const require=__c(import.meta.url);" },
  });
  return outfile;
}

/** Milliseconds for each file, by name; interleaved, each sample in a process of its own. */
function importTimes(files: ReadonlyMap<string, string>, environment: NodeJS.ProcessEnv) {
  const script = fileURLToPath(new URL('import-once.ts', import.meta.url));
  const times = new Map([...files.keys()].map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, file] of files) {
      times
        .get(name)
        ?.push(Number(execFileSync(execPath, [script, file], { cwd: dirname(file), env: environment })));
    }
  }
  return times;
}

/** Every variable that a function reads while it loads; nothing is called. */
async function environment(): Promise<NodeJS.ProcessEnv> {
  const variables: NodeJS.ProcessEnv = {
    PATH: env['PATH'],
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
  };
  for (const name of FUNCTIONS) {
    const { Env }: { Env: { shape: object } } = await import(`#functions/${name}/env.ts`);
    for (const variable of Object.keys(Env.shape)) variables[variable] = 'https://handrail.example.org';
  }
  return variables;
}
