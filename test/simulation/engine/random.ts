/** A stream of chance. The same name always gives the same stream, on every machine: integers only, no library maths. */
export type Random = {
  /** A whole number from 0 up to, not including, `below`. */
  whole(below: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** A whole number between two, both included. */
  between(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** One of several by weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T;
};

const RANGE = 2 ** 32;

/** @param names what the stream is for, for example the seed, a client and a purpose */
export function randomOf(...names: readonly (string | number)[]): Random {
  const next = sfc32(...seedsOf(names.join('/')));
  const whole = (below: number): number => Math.floor((next() / RANGE) * below);
  return {
    whole,
    chance: (probability) => next() < probability * RANGE,
    between: (from, to) => from + whole(to - from + 1),
    pick: <T>(from: readonly T[]): T => {
      const picked = from[whole(from.length)];
      if (picked === undefined) throw new Error('there is nothing to pick from');
      return picked;
    },
    weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
      const entries = Object.entries<number>(weights) as [T, number][]; // its own keys
      let left = whole(entries.reduce((sum, [, weight]) => sum + weight, 0));
      for (const [name, weight] of entries) {
        if (left < weight) return name;
        left -= weight;
      }
      throw new Error('weights must be whole and above zero');
    },
  };
}

/** Four seeds from a name: FNV-1a with four offsets. */
function seedsOf(name: string): [number, number, number, number] {
  const seeds = [0x811c9dc5, 0x01234567, 0x89abcdef, 0x7f4a7c15].map((offset) => {
    let hash = offset;
    for (let index = 0; index < name.length; index += 1)
      hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
    hash ^= hash >>> 15;
    return Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 12);
  });
  return seeds as [number, number, number, number]; // four offsets, four seeds
}

/** Chris Doty-Humphrey's small fast counter generator, 32 bits. */
function sfc32(a: number, b: number, c: number, d: number): () => number {
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 12; warm += 1) next();
  return next;
}
