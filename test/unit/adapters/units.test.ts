import { describe, expect, it } from 'vitest';
import { dueIndexOf, itemBytes, readUnits, writeUnits } from '#shared/adapters/dynamo/units.ts';

const BY_ID = [dueIndexOf(['id'])];

describe('what DynamoDB charges', () => {
  it.each([
    [{ id: 'abc' }, 5],
    [{ id: 'é' }, 4],
    [{ n: 0 }, 2],
    [{ n: 1_795_453_200_000 }, 6],
    [{ n: 1_795_453_200_123 }, 9],
    [{ n: -1 }, 4],
    [{ b: true, z: null }, 4],
    [{ l: [] }, 4],
    [{ l: ['a', 'b'] }, 8],
    [{ m: { a: 'b' } }, 7],
    [{ id: 'abc', gone: undefined }, 5],
  ])('for the bytes of %j: %d', (item, bytes) => {
    expect(itemBytes(item)).toBe(bytes);
  });

  const small = { id: 'fu#1' };
  const due = { ...small, dueShard: '3', dueAt: 1 };
  it.each([
    ['a new item', undefined, small, 1],
    ['one of more than a kilobyte', undefined, { ...small, text: 'x'.repeat(1024) }, 2],
    ['one that becomes smaller, as it was', { ...small, text: 'x'.repeat(1024) }, small, 2],
    ['one that becomes due: its index entry, too', small, due, 2],
    ['one that stays due at the same time: no index entry', due, { ...due, more: 1 }, 1],
    ['one that is due at another time: an entry goes and one comes', due, { ...due, dueAt: 2 }, 3],
    ['one that is not due any more', due, small, 2],
    ['one that goes', due, undefined, 2],
  ])('for writing %s', (_, before, after, units) => {
    expect(writeUnits(before, after, BY_ID)).toBe(units);
  });

  it('for reading four kilobytes, half of that for a copy that may be old, and something for nothing', () => {
    expect([
      readUnits(4096, 'strong'),
      readUnits(4097, 'strong'),
      readUnits(10, 'eventual'),
      readUnits(0, 'strong'),
    ]).toEqual([1, 2, 0.5, 1]);
  });
});
