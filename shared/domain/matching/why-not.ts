import type { Listing } from '../directory/listing.ts';
import type { MatchQuery } from './match-query.ts';
import type { Overlay } from './overlay.ts';
import { search, type Search } from './rank.ts';
import { NEED_COLUMNS } from './snapshot/format.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

export type WhyNot = {
  readonly serviceId: string;
  readonly name: string;
  /** In words, such as `age 12-17 only`. */
  readonly because: string;
};

/**
 * Every listing for the asked needs that is out of the question for this client, and why. Looks at all of them, and is
 * for the eyes of staff; `match` does not wait for it. In the order of service ids.
 */
export function whyNot(snapshot: Snapshot, query: MatchQuery, overlay?: Overlay): readonly WhyNot[] {
  const asked = search(snapshot, query, overlay);
  const found = new Map<string, WhyNot>();
  for (const number of listingsFor(asked)) {
    const because = reason(asked, number);
    if (because === undefined) continue;
    const { serviceId, name } = snapshot.listingOf(number);
    found.set(`${serviceId} ${because}`, { serviceId, name, because });
  }
  return [...found.values()].sort((one, other) => (one.serviceId < other.serviceId ? -1 : 1));
}

function reason({ snapshot, look, weigh }: Search, number: number): string | undefined {
  if (!look.isA('active', number)) return NOT_ACTIVE[snapshot.listingOf(number).status];
  return weigh.judgements(number).find(({ excluded }) => excluded !== undefined)?.excluded;
}

const NOT_ACTIVE: Readonly<Record<Listing['status'], string | undefined>> = {
  active: undefined,
  inactive: 'not active',
  defunct: 'closed for good',
  'temporarily-closed': 'closed for the time being',
};

function listingsFor({ snapshot: { columns }, needs }: Search): Set<number> {
  const found = new Set<number>();
  for (const need of needs) {
    if (need === -1) continue;
    const row = (column: number) => columns.needTable[need * NEED_COLUMNS + column] ?? 0;
    const count = row(1) + row(2) + row(3);
    for (const listing of columns.postings.subarray(row(0), row(0) + count)) found.add(listing);
  }
  return found;
}
