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
