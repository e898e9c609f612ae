import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cfnLintAnswers } from './cfn-lint/answers.ts';
import { installCfnLint, run } from './cfn-lint/install.ts';
import { problemsOf } from './cfn-lint/lint.ts';

const folder = mkdtempSync(join(tmpdir(), 'handrail-cfn-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

const finding = { rule: 'E3002', at: 'Resources/SendQueue', says: 'Additional properties are not allowed' };

describe('cfn-lint', () => {
  test('is skipped in so many words on a machine without Python', () => {
    expect(installCfnLint(join(folder, 'none'), 'no-such-python')).toEqual({
      missing: 'there is no Python here',
    });
  });

  test('never keeps CI waiting: what hangs is ended', () => {
    const before = performance.now();
    expect(run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], 300).status).toBe(124);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  test('fails on what nobody answered, and on an answer to nothing', () => {
    expect(problemsOf([finding], [])).toEqual([
      'E3002 at Resources/SendQueue: Additional properties are not allowed',
    ]);
    expect(problemsOf([finding], [{ rule: 'E3002' }])).toEqual([]);
    expect(problemsOf([], [{ rule: 'E3002' }])).toEqual([
      'E3002 is answered and finds nothing: take the answer out',
    ]);
  });

  test.each(cfnLintAnswers)('$rule is answered with a reason', ({ reason }) => {
    expect(reason.trim().length).toBeGreaterThan(60);
  });

  test('is installed in exact versions, itself among them', () => {
    const lines = readFileSync(new URL('./cfn-lint/requirements.txt', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    expect(lines.filter((line) => !/^[\w.-]+==[\w.]+$/.test(line))).toEqual([]);
    expect(lines.some((line) => line.startsWith('cfn-lint=='))).toBe(true);
  });

  test('is asked in CI', () => {
    const ci = new URL('../../.ci/run', import.meta.url);
    if (existsSync(ci)) expect(readFileSync(ci, 'utf8')).toContain('lint:template');
  });
});
