import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runHandrail } from '#test/cli/run-handrail.ts';

const ONE = fileURLToPath(new URL('./main.ts', import.meta.url));
const MANY = fileURLToPath(new URL('./many/main.ts', import.meta.url));
const SMALL = ['--clients=2', '--days=2'];

test.each([
  ['the names of the bugs', [ONE, '--list-bugs'], 0],
  ['one play', [ONE, ...SMALL], 0],
  ['many seeds', [MANY, ...SMALL, '--seeds=3', '--jobs=1'], 0],
  ['a play that broke a promise', [ONE, '--bug=hash-without-the-one-before', '--clients=3', '--days=40'], 1],
])('%s may be cut short by whoever reads them', { timeout: 60_000 }, async (_what, args, code) => {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const [stderr] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect(stderr).toBe('');
  expect(child.exitCode).toBe(code);
});

test('seeds beyond the last one are wrong usage', async () => {
  const { code, stderr } = await runHandrail(['simulate', '--seed', '999999990', '--seeds', '11']);
  expect(stderr).toBe(
    '11 seeds from 999999990 on go beyond the last one, 999999999: choose fewer --seeds or a smaller --seed.\n',
  );
  expect(code).toBe(2);
});
