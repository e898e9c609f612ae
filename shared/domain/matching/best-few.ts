import { MOST_OF_ONE_ORGANIZATION } from './weights.ts';

export type Ranked = {
  readonly listing: number;
  readonly score: number;
  /** The straight distance squared, in radii of the Earth; undefined where none is known. */
  readonly squared: number | undefined;
  readonly service: number;
  readonly organization: number;
};

export type BestFew = {
  /** A listing with a lower score is not among them. One with the same may be: ids decide. */
  readonly needed: () => number;
  readonly add: (one: Ranked) => void;
  /** Best first. */
  readonly list: () => readonly Ranked[];
};

/**
 * The best `limit` listings: one of each service, few of one organization. Whatever it lets go is worse than others that
 * it keeps for the same reason, so the order in which listings come does not matter.
 * @param idOf decides between equals
 */
export function bestFew(limit: number, idOf: (listing: number) => string): BestFew {
  const kept: Ranked[] = [];
  const isBetter = (one: Ranked, other: Ranked) =>
    one.score > other.score || (one.score === other.score && idOf(one.listing) < idOf(other.listing));

  /** The listing in whose place this one may come: the same service's, or the worst of too many of an organization. */
  function rivalOf(one: Ranked): Ranked | undefined {
    let [ofOrganization, last]: [number, Ranked | undefined] = [0, undefined];
    for (const other of kept) {
      if (other.service === one.service) return other;
      if (other.organization !== one.organization) continue;
      ofOrganization += 1;
      last = other;
    }
    return ofOrganization >= MOST_OF_ONE_ORGANIZATION ? last : undefined;
  }

  return {
    needed: () => (kept.length < limit ? 0 : (kept.at(-1)?.score ?? Infinity)),
    add(one) {
      const rival = rivalOf(one);
      if (rival) {
        if (!isBetter(one, rival)) return;
        kept.splice(kept.indexOf(rival), 1);
      }
      const at = kept.findIndex((other) => isBetter(one, other));
      kept.splice(at === -1 ? kept.length : at, 0, one);
      if (kept.length > limit) kept.pop();
    },
    list: () => kept,
  };
}
