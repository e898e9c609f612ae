import type { Listing } from '../../directory/listing.ts';
import { admitsOf } from '../admits.ts';
import { spherePoint } from '../distance.ts';
import { offersOf, STATED_NEED } from '../masks.ts';
import { buildTree, nodesFor } from './build-tree.ts';
import { type Columns, NEED_COLUMNS } from './format.ts';
import { eligibilityFacts } from './listing-facts.ts';

type TreeSection = 'needTable' | 'postings' | 'points' | 'masks' | 'boxes' | 'offers' | 'admits';
type Trees = Pick<Columns, TreeSection>;

/** The listings of a need, by number: active ones with a place, active ones without, and the others. */
type Group = Record<'located' | 'elsewhere' | 'inactive', number[]>;

/** For each need a tree over its active listings that have a place, then those without one, then those not active. */
export function treesOf(listings: readonly Listing[], needs: readonly string[]): Trees {
  const groups = groupsOf(listings, needs);
  const trees = emptyTrees(groups);
  const next = { posting: 0, point: 0, node: 0 };
  for (const [need, group] of groups.entries()) {
    const { located, elsewhere, inactive } = group;
    const nodes = nodesFor(located.length);
    trees.needTable.set(
      [next.posting, located.length, elsewhere.length, inactive.length, next.point, next.node, nodes],
      need * NEED_COLUMNS,
    );
    plant(trees, next, pointsAndMasks(located, listings, needs[need] ?? ''));
    for (let at = next.posting; at < next.posting + located.length; at += 1)
      trees.postings[at] = located[trees.postings[at] ?? 0] ?? 0;
    trees.postings.set([...elsewhere, ...inactive], next.posting + located.length);
    next.posting += located.length + elsewhere.length + inactive.length;
    next.point += located.length;
    next.node += nodes;
  }
  return trees;
}

function groupsOf(listings: readonly Listing[], needs: readonly string[]): Group[] {
  const groups: Group[] = needs.map(() => ({ located: [], elsewhere: [], inactive: [] }));
  const numbers = new Map(needs.map((code, number) => [code, number]));
  for (const [index, { needs, status, place }] of listings.entries()) {
    const kind = status !== 'active' ? 'inactive' : place.kind === 'at' ? 'located' : 'elsewhere';
    for (const code of new Set(needs.map(({ code }) => code)))
      groups[numbers.get(code) ?? -1]?.[kind].push(index);
  }
  return groups;
}

function emptyTrees(groups: readonly Group[]): Trees {
  const total = (count: (group: Group) => number) => groups.reduce((sum, group) => sum + count(group), 0);
  const located = total(({ located }) => located.length);
  const nodes = total(({ located }) => nodesFor(located.length));
  return {
    needTable: new Uint32Array(groups.length * NEED_COLUMNS),
    postings: new Uint32Array(
      located + total(({ elsewhere, inactive }) => elsewhere.length + inactive.length),
    ),
    points: new Float32Array(located * 3),
    masks: new Uint32Array(located),
    boxes: new Float32Array(nodes * 6),
    offers: new Uint32Array(nodes),
    admits: new Uint32Array(nodes),
  };
}

type TreeInput = Parameters<typeof buildTree>[0];

function pointsAndMasks(located: readonly number[], listings: readonly Listing[], need: string): TreeInput {
  const points = new Float32Array(located.length * 3);
  const offers = new Uint32Array(located.length);
  const admits = new Uint32Array(located.length);
  for (const [at, index] of located.entries()) {
    const listing = listings[index];
    if (listing?.place.kind !== 'at') continue;
    const isStated = listing.needs.some(({ code, known }) => code === need && known === 'stated');
    points.set(spherePoint(listing.place), at * 3);
    offers[at] = offersOf(listing) | (isStated ? STATED_NEED : 0);
    admits[at] = admitsOf(eligibilityFacts(listing));
  }
  return { points, offers, admits };
}

/** Puts a tree where its need's part begins; its postings are still places in the input. */
function plant(trees: Trees, next: { posting: number; point: number; node: number }, input: TreeInput): void {
  const tree = buildTree(input);
  trees.boxes.set(tree.boxes, next.node * 6);
  trees.offers.set(tree.offers, next.node);
  trees.admits.set(tree.admits, next.node);
  trees.postings.set(tree.order, next.posting);
  for (const [at, item] of tree.order.entries()) {
    trees.masks[next.point + at] = input.offers[item] ?? 0;
    trees.points.set(input.points.subarray(item * 3, item * 3 + 3), (next.point + at) * 3);
  }
}
