import { describe, expect, it } from 'vitest';
import { play, type PlayOptions } from './play.ts';
import type { Seen } from './what-was-seen.ts';

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

describe('the sender, dying', () => {
  it('at any of its calls, before or after it took effect, hands nothing over twice and loses nothing', async () => {
    const calls = await callsOfFirstSend();
    expect(calls).toBeGreaterThan(5);
    for (let call = 1; call <= calls; call += 1)
      for (const when of ['before', 'after'] as const) {
        const { seen } = await playOneClient({ call, when });
        const place = `dead ${when} call ${call}`;
        expect(takenTwice(seen), place).toEqual([]);
        expect(withoutOutcome(seen), place).toEqual([]);
      }
  });
});

/** One client whom everything reaches; the first sender dies where it is told to. */
function playOneClient(
  crash?: { call: number; when: 'before' | 'after' },
  onCalls?: (calls: number) => void,
) {
  let senders = 0;
  return play({
    seed: 3,
    clients: 1,
    days: 40,
    faults: 'none',
    watcher: {
      crashAt(name) {
        if (name !== 'send-message') return undefined;
        senders += 1;
        return senders === 1 ? crash : undefined;
      },
      onCalls(name, calls) {
        if (name === 'send-message' && senders === 1) onCalls?.(calls);
      },
    },
  });
}

async function callsOfFirstSend(): Promise<number> {
  let most = 0;
  const { seen } = await playOneClient(undefined, (calls) => (most = Math.max(most, calls)));
  expect(seen.some(({ kind }) => kind === 'carrier-took')).toBe(true);
  return most;
}

function takenTwice(seen: readonly Seen[]): string[] {
  const taken = seen.flatMap((one) =>
    one.kind === 'carrier-took' || one.kind === 'mail-took' ? [one.messageId] : [],
  );
  return taken.filter((id, index) => taken.indexOf(id) !== index);
}

const OUTCOMES = new Set(
  ['answered', 'missed', 'not-sent', 'not-delivered', 'cancelled'].map((word) => `check-in-${word}`),
);

/** Check-ins that were planned and do not end in exactly one outcome on the record. */
function withoutOutcome(seen: readonly Seen[]): string[] {
  const ends = new Map<string, number>();
  for (const one of seen) {
    if (one.kind !== 'recorded') continue;
    for (const { kind, detail } of one.facts) {
      const key = `${one.document} ${String(Object(detail)['checkIn'])}`;
      if (kind === 'check-in-planned') ends.set(key, ends.get(key) ?? 0);
      if (OUTCOMES.has(kind)) ends.set(key, (ends.get(key) ?? 0) + 1);
    }
  }
  return [...ends].filter(([, count]) => count !== 1).map(([key, count]) => `${key}: ${count}`);
}
