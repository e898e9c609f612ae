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

test('a machine reads the first break and its story beside the figures', () => {
  const { stdout } = simulate('--bug=hash-without-the-one-before', '--clients=3', '--days=40', '--json');
  const { first, violations, bug } = JSON.parse(stdout);
  expect(bug).toMatchObject({ promise: 'recordBroken', found: true });
  expect(violations.recordBroken).toBeGreaterThan(0);
  expect(first).toMatchObject({
    promise: 'recordBroken',
    person: expect.stringMatching(/^P-\d{6}$/),
    alone: true,
  });
  expect(Object.keys(first)).toEqual(['promise', 'at', 'person', 'because', 'day', 'alone', 'story']);
  expect(first.story.at(-1)).toContain(first.at.slice(0, 19).replace('T', ' '));
}, 60_000);

test('a bug that nobody planted is wrong usage', () => {
  const { status, stderr } = simulate('--bug=none-of-these');
  expect(status).toBe(2);
  expect(stderr).toMatch(/--list-bugs/);
});
