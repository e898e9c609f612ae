import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueShardOf, SHARDS, withinAWeek } from '#shared/adapters/dynamo/due.ts';
import { backOff } from '#shared/adapters/dynamo/put-off.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';

const NOON = Date.parse('2026-11-23T17:00:00Z');

describe('when a document is looked at', () => {
  it('keeps its shard for life, and the shards fill evenly', () => {
    expect(dueShardOf('fu#1')).toBe(dueShardOf('fu#1'));
    const counts = new Map<string, number>();
    for (let index = 0; index < 16_000; index += 1) {
      const shard = dueShardOf(`fu#${index}`);
      counts.set(shard, (counts.get(shard) ?? 0) + 1);
    }
    expect(counts.size).toBe(SHARDS);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('is when it says, but at most a week from now and at least six days if it says later', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -DAY, max: 400 * DAY }), (id, ahead) => {
        const due = withinAWeek(id, NOON + ahead, NOON);
        if (ahead <= 6 * DAY) expect(due).toBe(NOON + ahead);
        else expect(due - NOON).toBeGreaterThan(6 * DAY - 1);
        expect(due - NOON).toBeLessThanOrEqual(Math.max(ahead, 7 * DAY));
        expect(due).toBeLessThanOrEqual(NOON + ahead);
      }),
    );
  });

  it('stays the same through the saves of a day, and differs between documents', () => {
    const caps = new Set(['fu#1', 'fu#2', 'fu#3'].map((id) => withinAWeek(id, Infinity, NOON)));
    expect(caps.size).toBe(3);
    const moves = new Set(
      Array.from({ length: 24 }, (_, hour) => withinAWeek('fu#1', Infinity, NOON + hour * HOUR)),
    );
    expect(moves.size).toBeLessThanOrEqual(2);
  });

  it('comes later each time it fails, and never more than six hours later', () => {
    expect([0, 1, 2, 5].map((failures) => backOff(failures) / MINUTE)).toEqual([1, 2, 4, 32]);
    expect(backOff(1000)).toBe(6 * HOUR);
  });
});
