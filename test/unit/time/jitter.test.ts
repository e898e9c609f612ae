import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash32, jitterMinutes, jitterMs } from '#shared/domain/time/jitter.ts';

describe('jitter', () => {
  it('is the same today and after every deploy', () => {
    expect([hash32(''), hash32('a'), hash32('fu#1/check-in/0')]).toEqual([2872998923, 444641715, 383743430]);
  });

  it('reaches both ends and nothing beyond', () => {
    const seen = new Set(Array.from({ length: 2000 }, (_, index) => jitterMinutes(`key ${index}`, 3)));
    expect([...seen].sort((one, other) => one - other)).toEqual([0, 1, 2, 3]);
    expect(jitterMinutes('any', 0)).toBe(0);
  });

  it('spreads a morning’s messages evenly over its minutes', () => {
    const minutes = Array.from({ length: 46 }, () => 0);
    for (let index = 0; index < 46_000; index += 1) {
      const minute = jitterMinutes(`fu#${index}/check-in/0`, 45);
      minutes[minute] = (minutes[minute] ?? 0) + 1;
    }
    expect(Math.min(...minutes)).toBeGreaterThan(850);
    expect(Math.max(...minutes)).toBeLessThan(1150);
  });

  it('gives whole seconds within the bound, and none for a bound below zero', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -10_000, max: 10_000_000 }), (key, max) => {
        const jitter = jitterMs(key, max);
        expect(jitter % 1000).toBe(0);
        expect(jitter).toBeGreaterThanOrEqual(0);
        expect(jitter).toBeLessThanOrEqual(Math.max(0, max));
        expect(jitterMs(key, max)).toBe(jitter);
      }),
    );
  });
});
