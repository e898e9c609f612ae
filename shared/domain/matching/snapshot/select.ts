/**
 * Puts the smallest of `items[left..right]` before place `middle` and the largest behind it (Hoare's selection). Always in
 * the same way for the same items, so whatever is built with it is too.
 */
export function select(
  items: Uint32Array,
  left: number,
  right: number,
  middle: number,
  valueOf: (item: number) => number,
): void {
  const value = (at: number) => valueOf(items[at] ?? 0);
  let [low, high] = [left, right];
  while (low < high) {
    const pivot = value((low + high) >>> 1);
    let [from, to] = [low, high];
    while (from <= to) {
      while (value(from) < pivot) from += 1;
      while (value(to) > pivot) to -= 1;
      if (from > to) break;
      swap(items, from, to);
      from += 1;
      to -= 1;
    }
    if (middle <= to) high = to;
    else if (middle >= from) low = from;
    else return;
  }
}

function swap(items: Uint32Array, one: number, other: number): void {
  const kept = items[one] ?? 0;
  items[one] = items[other] ?? 0;
  items[other] = kept;
}
