import { NEED_COLUMNS, type Columns } from './snapshot/format.ts';

export type Point = readonly [number, number, number];

/** A client's side of a search. */
export type Seeker = {
  /** On the unit sphere; undefined where the client's place is not known. */
  readonly point: Point | undefined;
  /** The best score that anything at least so far away (straight distance squared) can have, by its node's masks. */
  readonly bound: (squared: number, offers: number, admits: number) => number;
  /** What scores less is not wanted. It only rises. */
  readonly needed: () => number;
  readonly meet: (listing: number, squared: number, offers: number) => void;
};

/** Rounding in a bound must never hide what is exactly as good. */
export const MARGIN = 1 + 1e-9;

/** Meets every listing of a need's tree that can still be wanted, and few others; the likeliest part of the tree first. */
export function searchTree(columns: Columns, need: number, { point, bound, needed, meet }: Seeker): void {
  const { postings, points, masks, boxes, offers, admits } = columns;
  const row = (column: number) => columns.needTable[need * NEED_COLUMNS + column] ?? 0;
  const firstPosting = row(0);
  const firstPoint = row(4);
  const firstNode = row(5);
  const firstLeaf = (row(6) - 1) / 2;

  function boundOf(node: number): number {
    const at = firstNode + node;
    const squared = point ? squaredToBox(boxes, at * 6, point) : 0;
    return bound(squared, offers[at] ?? 0, admits[at] ?? 0);
  }
  function look(node: number, from: number, to: number, best: number): void {
    if (best === 0 || best < needed()) return;
    if (node >= firstLeaf) {
      for (let at = from; at < to; at += 1) {
        const squared = point ? squaredToPoint(points, (firstPoint + at) * 3, point) : 0;
        const listing = postings[firstPosting + at] ?? 0;
        meet(listing, squared, masks[firstPoint + at] ?? 0);
      }
      return;
    }
    const middle = (from + to) >>> 1;
    const left = 2 * node + 1;
    const leftBest = boundOf(left);
    const rightBest = boundOf(left + 1);
    if (leftBest >= rightBest) look(left, from, middle, leftBest);
    look(left + 1, middle, to, rightBest);
    if (leftBest < rightBest) look(left, from, middle, leftBest);
  }
  if (row(1) > 0) look(0, 0, row(1), boundOf(0));
}

function squaredToBox(boxes: Float32Array, at: number, [x, y, z]: Point): number {
  const dx = Math.max((boxes[at] ?? 0) - x, 0, x - (boxes[at + 3] ?? 0));
  const dy = Math.max((boxes[at + 1] ?? 0) - y, 0, y - (boxes[at + 4] ?? 0));
  const dz = Math.max((boxes[at + 2] ?? 0) - z, 0, z - (boxes[at + 5] ?? 0));
  return dx * dx + dy * dy + dz * dz;
}

function squaredToPoint(points: Float32Array, at: number, [x, y, z]: Point): number {
  const dx = (points[at] ?? 0) - x;
  const dy = (points[at + 1] ?? 0) - y;
  const dz = (points[at + 2] ?? 0) - z;
  return dx * dx + dy * dy + dz * dz;
}

/** Numbers of a need's listings that are in no tree: active ones without a place, and those that are not active. */
export function outsideTree(columns: Columns, need: number, which: 'elsewhere' | 'inactive'): Uint32Array {
  const row = (column: number) => columns.needTable[need * NEED_COLUMNS + column] ?? 0;
  const elsewhere = row(0) + row(1);
  const inactive = elsewhere + row(2);
  return which === 'elsewhere'
    ? columns.postings.subarray(elsewhere, inactive)
    : columns.postings.subarray(inactive, inactive + row(3));
}
