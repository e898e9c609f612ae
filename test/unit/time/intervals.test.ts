import { describe, expect, it } from 'vitest';
import { intersect, union } from '#shared/domain/time/intervals.ts';

describe('intervals', () => {
  it('share nothing where they only touch', () => {
    expect(intersect([{ start: 0, end: 5 }], [{ start: 5, end: 9 }])).toEqual([]);
    expect(intersect([{ start: 0, end: 5 }], [{ start: 4, end: 9 }])).toEqual([{ start: 4, end: 5 }]);
  });

  it('share every stretch that lies in both lists', () => {
    const some = [
      { start: 0, end: 10 },
      { start: 20, end: 30 },
    ];
    const others = [
      { start: 2, end: 4 },
      { start: 6, end: 22 },
      { start: 29, end: 40 },
    ];
    const shared = [
      { start: 2, end: 4 },
      { start: 6, end: 10 },
      { start: 20, end: 22 },
      { start: 29, end: 30 },
    ];
    expect(intersect(some, others)).toEqual(shared);
    expect(intersect(others, some)).toEqual(shared);
  });

  it('become one where they touch or overlap, and none where they are empty', () => {
    const mixed = [
      { start: 5, end: 9 },
      { start: 0, end: 5 },
      { start: 12, end: 12 },
      { start: 1, end: 3 },
      { start: 20, end: 11 },
    ];
    expect(union(mixed)).toEqual([{ start: 0, end: 9 }]);
  });
});
