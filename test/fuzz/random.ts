/** Numbers that a seed decides, and what is made of them. */
export type Random = {
  /** From 0 to `below` - 1. */
  readonly int: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(of: readonly [T, ...T[]]) => T;
  readonly bytes: (count: number) => Buffer;
  readonly hex: (count: number) => string;
};

/** Mulberry32: small, and the same on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const int = (below: number) => next() % below;
  return {
    int,
    chance: (probability) => next() / 2 ** 32 < probability,
    pick: (of) => of[int(of.length)] ?? of[0],
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => int(256))),
    hex: (count) => Array.from({ length: count }, () => int(16).toString(16)).join(''),
  };
}
