import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const COMMANDS = {
  bench: 'test/bench/bench.ts',
  bugs: 'test/simulation/bugs/find-all.ts',
  fuzz: 'test/fuzz/fuzz.ts',
  'least-privilege': 'test/tools/least-privilege.ts',
  mutation: 'test/mutation/run.ts',
};

async function run(file: string, ...args: string[]) {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, stdout, stderr };
}

test('a command tells what it does, and does nothing', async () => {
  const { code, stdout } = await run(COMMANDS.bugs, '--help');
  expect(stdout).toMatch(/^npm run bugs -- /);
  expect(code).toBe(0);
});

test.each(Object.entries(COMMANDS))(
  'npm run %s refuses an option that it does not know, without a stack trace',
  { timeout: 60_000 },
  async (name, file) => {
    const { code, stdout, stderr } = await run(file, '--nonsense');
    expect(stderr).toMatch(new RegExp(`^Unknown option '--nonsense'\n\nnpm run ${name} -- `));
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  },
);

test.each([
  ['a bug that nobody planted', 'bugs', ['none-of-these'], 'No planted bug is named none-of-these'],
  [
    'a table of some bugs',
    'bugs',
    ['--write', 'utc-window'],
    'The table is written from a run over all of them, not from some',
  ],
  [
    'a file that is not there',
    'mutation',
    ['none-of-these'],
    'No file of shared/domain has in its path: none-of-these',
  ],
  [
    'a number that is none',
    'fuzz',
    ['--requests', 'many'],
    "Option '--requests' takes a whole number from 1 on, not 'many'",
  ],
  ['more than it reads', 'least-privilege', ['--check', 'all'], "Unexpected argument 'all'"],
] as const)('%s is wrong usage', { timeout: 60_000 }, async (_what, name, args, problem) => {
  const { code, stderr } = await run(COMMANDS[name], ...args);
  expect(stderr.split('\n')[0]).toBe(problem);
  expect(code).toBe(2);
});
