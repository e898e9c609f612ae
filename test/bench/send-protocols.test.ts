import { describe, expect, it } from 'vitest';
import { FAULT_RATES, fatesOf, type Fates, type HandOverFate } from './protocols/faults.ts';
import { ours } from './protocols/ours.ts';
import { tallyOf } from './protocols/run-touches.ts';

const same = { seed: 5, first: 1, count: 4000 };

describe('ways of sending under the same faults', () => {
  it('texts some clients twice when whatever fails is tried again', async () => {
    const { duplicates, lost } = await tallyOf({ ...same, protocol: 'retry' });
    expect([duplicates > 10, lost]).toEqual([true, 0]);
  });

  it('loses some clients when nothing is tried again', async () => {
    const { duplicates, lost } = await tallyOf({ ...same, protocol: 'claim' });
    expect([duplicates, lost > 10]).toEqual([0, true]);
  });

  it('texts every client once as Handrail does it', async () => {
    const { touches, duplicates, lost } = await tallyOf({ ...same, protocol: 'ours' });
    expect([touches, duplicates, lost]).toEqual([4000, 0, 0]);
  });
});

/** The first hand-over meets this, and no receipt ever comes; say what else differs. */
const fates = (first: HandOverFate, different: Partial<Fates> = {}): Fates => ({
  handOver: (nth) => (nth === 1 ? first : 'taken'),
  redelivered: () => false,
  receiptsLost: () => true,
  listFails: () => false,
  listLate: () => false,
  ...different,
});

describe('one text under one fault', () => {
  it.each<HandOverFate>([
    'taken',
    'time-out-before',
    'time-out-after',
    'server-error-before',
    'server-error-after',
    'throttled',
    'crash-before',
    'crash-after',
  ])('goes out once after %s, without any receipt', async (first) => {
    expect(await ours.send(1, fates(first))).toEqual({ taken: 1, told: false });
  });

  it('goes to a person when the carrier cannot say whether it has it', async () => {
    const asked = fates('time-out-before', { listFails: () => true });
    expect(await ours.send(1, asked)).toEqual({ taken: 0, told: true });
  });

  it('goes out twice only where list and receipts both fail, which this harness does see', async () => {
    const late = fates('time-out-after', { listLate: () => true });
    expect((await ours.send(1, late)).taken).toBe(2);
  });
});

it('deals the fates of the assumed rates, and the same ones each time', () => {
  const lost = Array.from({ length: 50_000 }, (_, touch) => fatesOf(9, touch).receiptsLost(1));
  const rate = lost.filter(Boolean).length / lost.length;
  expect(rate).toBeGreaterThan(FAULT_RATES.receiptsLost * 0.9);
  expect(rate).toBeLessThan(FAULT_RATES.receiptsLost * 1.1);
  expect(fatesOf(9, 77).handOver(1)).toBe(fatesOf(9, 77).handOver(1));
});
