import { describe, expect, it } from 'vitest';
import { play, type PlayOptions } from './play.ts';

const small: PlayOptions = { seed: 11, clients: 12, days: 40, faults: 'all' };

describe('a play', () => {
  it('is the same play for the same seed, to the last note', async () => {
    const [one, other] = [await play(small), await play(small)];
    expect(other.traceHash).toBe(one.traceHash);
    expect((await play({ ...small, seed: 12 })).traceHash).not.toBe(one.traceHash);
  });

  it('without faults leaves nothing on a dead-letter queue', async () => {
    const { seen, faultsInjected } = await play({ ...small, faults: 'none' });
    expect(faultsInjected).toEqual({});
    expect(seen.filter(({ kind }) => kind === 'dead-letter')).toEqual([]);
  });

  it('meets many kinds of faults', async () => {
    const { faultsInjected } = await play(small);
    expect(Object.keys(faultsInjected).length).toBeGreaterThan(20);
  });

  it('leaks no name, number, address or word, whatever goes wrong', async () => {
    const { seen } = await play(small);
    expect(seen.filter(({ kind }) => kind === 'leak')).toEqual([]);
  });
});
