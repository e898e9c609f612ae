import type { Instant } from '../record.ts';
import type { Listing } from './listing.ts';

const DAY = 86_400_000;
/** Numbers of free beds are old after a week. */
const OLD_CAPACITY = 7 * DAY;

export type StaleListing = {
  readonly listing: Listing;
  /** In words, for whoever calls them. */
  readonly because: readonly string[];
};

/** Active listings that somebody should make sure of, the longest unverified first; never verified before all. */
export function staleListings(
  listings: readonly Listing[],
  { now, olderThan }: { readonly now: Instant; readonly olderThan: number },
): readonly StaleListing[] {
  return listings
    .filter(({ status }) => status === 'active')
    .map((listing) => ({ listing, because: reasons(listing, now, olderThan) }))
    .filter(({ because }) => because.length > 0)
    .toSorted((one, other) => (one.listing.verifiedAt ?? 0) - (other.listing.verifiedAt ?? 0));
}

function reasons(
  { verifiedAt, hours, capacity, phones }: Listing,
  now: Instant,
  olderThan: number,
): string[] {
  return [
    ...sinceVerified(verifiedAt, now, olderThan),
    ...(hours?.validTo !== undefined && hours.validTo <= now ? ['its hours are no longer vouched for'] : []),
    ...(capacity?.at !== undefined && now - capacity.at > OLD_CAPACITY
      ? ['its capacity is more than a week old']
      : []),
    ...(phones.length === 0 ? ['no telephone'] : []),
  ];
}

function sinceVerified(verifiedAt: Instant | undefined, now: Instant, olderThan: number): string[] {
  if (verifiedAt === undefined) return ['never made sure of'];
  const days = Math.floor((now - verifiedAt) / DAY);
  return days * DAY > olderThan ? [`made sure of ${days} days ago`] : [];
}
