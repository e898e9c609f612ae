import { LEAF } from './format.ts';
import { select } from './select.ts';

/** What a tree is built of: for each of its listings a point on the unit sphere, and two masks. */
export type TreeInput = {
  readonly points: Float32Array;
  readonly offers: Uint32Array;
  readonly admits: Uint32Array;
};

/** `order`: the listings as they lie in the leaves. Node i has the children 2i + 1 and 2i + 2. */
export type Tree = {
  readonly order: Uint32Array;
  readonly boxes: Float32Array;
  readonly offers: Uint32Array;
  readonly admits: Uint32Array;
};

/** How many nodes a tree over so many listings has: a full one, whose leaves hold at most LEAF. */
export const nodesFor = (count: number): number =>
  count === 0 ? 0 : 2 ** (Math.ceil(Math.log2(Math.max(1, count / LEAF))) + 1) - 1;

/** A static k-d tree: every node is split in the middle of its longest side, so no pointers are needed. */
export function buildTree({ points, offers, admits }: TreeInput): Tree {
  const count = offers.length;
  const nodes = nodesFor(count);
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  const tree = {
    order,
    boxes: new Float32Array(nodes * 6),
    offers: new Uint32Array(nodes),
    admits: new Uint32Array(nodes),
  };
  const firstLeaf = (nodes - 1) / 2;

  function fill(node: number, from: number, to: number): void {
    const box = boxOf(points, order, from, to);
    tree.boxes.set(box, node * 6);
    for (let at = from; at < to; at += 1) {
      const item = order[at] ?? 0;
      tree.offers[node] = (tree.offers[node] ?? 0) | (offers[item] ?? 0);
      tree.admits[node] = (tree.admits[node] ?? 0) | (admits[item] ?? 0);
    }
    if (node >= firstLeaf) return;
    const axis = longestSide(box);
    const middle = (from + to) >>> 1;
    select(order, from, to - 1, middle, (item) => points[item * 3 + axis] ?? 0);
    fill(2 * node + 1, from, middle);
    fill(2 * node + 2, middle, to);
  }
  if (count > 0) fill(0, 0, count);
  return tree;
}

function boxOf(points: Float32Array, order: Uint32Array, from: number, to: number): Float32Array {
  const box = Float32Array.of(Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity);
  for (let at = from; at < to; at += 1) {
    for (let axis = 0; axis < 3; axis += 1) {
      const value = points[(order[at] ?? 0) * 3 + axis] ?? 0;
      box[axis] = Math.min(box[axis] ?? 0, value);
      box[axis + 3] = Math.max(box[axis + 3] ?? 0, value);
    }
  }
  return box;
}

function longestSide(box: Float32Array): number {
  const side = (axis: number) => (box[axis + 3] ?? 0) - (box[axis] ?? 0);
  return side(0) >= side(1) && side(0) >= side(2) ? 0 : side(1) >= side(2) ? 1 : 2;
}
