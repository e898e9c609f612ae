import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SIMULATION = fileURLToPath(new URL('../main.ts', import.meta.url));

function simulate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SIMULATION, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('a bug that is found ends with 1, says what it broke and that nothing is broken without it', () => {
  const { status, stdout } = simulate('--bug=hash-without-the-one-before', '--clients=3', '--days=40');
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /hash-without-the-one-before: The hash of an entry does not hold the entries before it\.\n/,
  );
  expect(stdout).toMatch(/found after 1 play .* without it seed 1 keeps every promise/);
}, 60_000);

test('a bug that nobody planted is wrong usage', () => {
  const { status, stderr } = simulate('--bug=none-of-these');
  expect(status).toBe(2);
  expect(stderr).toMatch(/--list-bugs/);
});
