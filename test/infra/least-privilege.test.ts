import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keptRights } from '#infra/kept-rights.ts';
import { problemsOf } from './least-privilege/problems.ts';
import type { Right } from './least-privilege/rights.ts';
import { roleStatements } from './policies.ts';
import { aTemplate } from './template.ts';

const read: Right = { function: 'WakeDue', action: 'dynamodb:Query', on: 'Cases/index/due' };
const scan: Right = { function: 'WakeDue', action: 'dynamodb:Scan', on: 'Cases' };
const kept = { actions: ['dynamodb:Scan'], on: 'Cases', functions: ['WakeDue'], reason: 'because' };

describe('a right that a function never uses', () => {
  test('is a problem, unless somebody wrote down why it is kept', () => {
    const rights = { used: [read], unused: [scan] };
    expect(problemsOf(rights, [])).toEqual([
      'WakeDue dynamodb:Scan on Cases is granted, no play uses it, and infra/kept-rights.ts does not say why',
    ]);
    expect(problemsOf(rights, [kept])).toEqual([]);
  });

  test('needs no reason any more once it is used or taken away', () => {
    expect(problemsOf({ used: [scan], unused: [] }, [kept])[0]).toContain('is used now');
    expect(problemsOf({ used: [], unused: [] }, [kept])[0]).toContain('is not granted any more');
  });

  test.each(keptRights)('$actions on $on is kept for a reason', ({ reason }) => {
    expect(reason.trim().length).toBeGreaterThan(60);
  });
});

// What is used is only known by running, which CI does: npm run least-privilege -- --check.
test('the page of rights counts those of the template as it is', () => {
  const page = readFileSync(new URL('../../docs/least-privilege.md', import.meta.url), 'utf8');
  const told = new Map(
    [...page.matchAll(/^\| (\w+) +\| +(\d+) \|/gm)].map(([, name, count]) => [name, Number(count)]),
  );
  const granted = new Map<string, Set<string>>();
  for (const { on, actions, resources } of roleStatements(aTemplate({ stage: 'local' }))) {
    const rights = granted.get(on.replace(/Role$/, '')) ?? new Set();
    granted.set(on.replace(/Role$/, ''), rights);
    for (const action of actions.filter((one) => !one.startsWith('logs:')))
      for (const resource of resources) rights.add(`${action} on ${resource}`);
  }
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries([...granted].map(([name, rights]) => [name, rights.size])),
  );
});
