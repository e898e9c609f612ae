/** Values that many listings share, each kept once, numbered in the order in which they first come. */
export type DictionaryBuilder = {
  readonly numberOf: (entry: string) => number;
  readonly entries: () => readonly string[];
};

/** @throws RangeError when there are more different entries than a number of `bits` bits can tell apart */
export function dictionary(what: string, bits: 16 | 24 | 32): DictionaryBuilder {
  const numbers = new Map<string, number>();
  return {
    numberOf(entry) {
      const known = numbers.get(entry);
      if (known !== undefined) return known;
      if (numbers.size >= 2 ** bits - 1)
        throw new RangeError(`a directory may have at most ${2 ** bits - 1} different ${what}`);
      numbers.set(entry, numbers.size);
      return numbers.size - 1;
    },
    entries: () => [...numbers.keys()],
  };
}
