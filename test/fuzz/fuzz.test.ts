import { beforeAll, describe, expect, test } from 'vitest';
import { forgeries } from './forgeries.ts';
import { mutations } from './mutations.ts';
import { runFuzz, type FuzzReport } from './run-fuzz.ts';

describe('thousands of made-up requests to the routes that are open to the world', () => {
  let report: FuzzReport;
  beforeAll(async () => {
    report = await runFuzz({ requests: 5_000, seed: 20_261_123, largest: 1_000_000 });
  }, 300_000);

  test('change nothing without a signature, break nothing and tell nothing', () => {
    expect(report.violations.slice(0, 10)).toEqual([]);
  });

  test('reach every route, signed and not, in every way', () => {
    const tallies = [...report.byRoute.values()];
    expect(report.byRoute.size).toBe(8);
    for (const { signed, requests } of tallies) expect([signed > 0, requests > signed]).toEqual([true, true]);
    const ways = [...Object.keys(mutations), ...Object.keys(forgeries), 'a monster', 'the same once more'];
    for (const way of ways) expect(report.byWay.has(way), way).toBe(true);
  });

  test('do change something where they are signed, so that the rest is proved by something that works', () => {
    for (const [route, { changes }] of report.byRoute)
      expect(changes > 0, route).toBe(route.startsWith('POST'));
  });
});
