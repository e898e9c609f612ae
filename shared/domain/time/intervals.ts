/** From `start` inclusive to `end` exclusive. */
export type Interval = { readonly start: number; readonly end: number };

/** In order, empty ones left out, those that overlap or touch made one. */
export function union(intervals: readonly Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const next of [...intervals].sort((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (next.end <= next.start) continue;
    if (last && next.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, next.end) };
    } else joined.push({ start: next.start, end: next.end });
  }
  return joined;
}

/** What lies in both; each list in order and apart. */
export function intersect(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  const shared: Interval[] = [];
  let index = 0;
  let other = 0;
  for (;;) {
    const left = some[index];
    const right = others[other];
    if (!left || !right) return shared;
    const start = Math.max(left.start, right.start);
    const end = Math.min(left.end, right.end);
    if (start < end) shared.push({ start, end });
    if (left.end <= right.end) index += 1;
    else other += 1;
  }
}
