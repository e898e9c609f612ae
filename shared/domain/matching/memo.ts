const MOST_IN_AN_ARRAY = 1 << 10;

/** A function of the numbers below `count`, worked out once for each. What it gives is never negative. */
export function memo(count: number, work: (number: number) => number): (number: number) => number {
  if (count > MOST_IN_AN_ARRAY) return memoInMap(work);
  const known = new Float64Array(count).fill(-1);
  return (number) => {
    const value = known[number] ?? -1;
    if (value >= 0) return value;
    return (known[number] = work(number));
  };
}

function memoInMap(work: (number: number) => number): (number: number) => number {
  const known = new Map<number, number>();
  return (number) => {
    const value = known.get(number) ?? work(number);
    known.set(number, value);
    return value;
  };
}

type Memo = (number: number) => number;

/** What clients ask for is mostly the same; a snapshot in use remembers so many different askings. */
const MOST_KEYS = 64;

// Memos of pure functions: a snapshot does not change, and `key` says all else that matters.
const memos = new WeakMap<object, Map<string, Memo>>();

/** As `memo`, but kept for whoever asks the same of the same snapshot again. */
export function keptMemo(of: object, key: string, count: number, work: (number: number) => number): Memo {
  const kept = memos.get(of) ?? new Map<string, Memo>();
  memos.set(of, kept);
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEYS) kept.clear();
  const made = memo(count, work);
  kept.set(key, made);
  return made;
}
