import { staleListings, type StaleListing } from '#shared/domain/directory/stale-listings.ts';
import { checkedDirectory, type SourceFlags } from './checked-directory.ts';

export type DirectoryStaleFlags = SourceFlags & {
  /** In ms. */
  readonly olderThan?: number;
  readonly json?: boolean;
};

const YEAR = 365 * 86_400_000;
const MOST_LINES = 100;

/** @returns the exit code, 0: an old directory is no mistake of this command */
export async function directoryStale(path: string, flags: DirectoryStaleFlags): Promise<number> {
  const { listings } = await checkedDirectory(path, flags);
  const stale = staleListings(listings, { now: Date.now(), olderThan: flags.olderThan ?? YEAR });
  if (flags.json === true)
    process.stdout.write(`${JSON.stringify({ listings: listings.length, stale: stale.map(asJson) })}\n`);
  else process.stdout.write(`${inWords(listings.length, stale).join('\n')}\n`);
  return 0;
}

const asJson = ({ listing, because }: StaleListing) => ({
  serviceId: listing.serviceId,
  listingId: listing.id,
  name: listing.name,
  organization: listing.organization,
  ...(listing.verifiedAt !== undefined && { verifiedAt: day(listing.verifiedAt) }),
  ...(listing.phones[0] !== undefined && { phone: listing.phones[0].number }),
  because,
});

function inWords(all: number, stale: readonly StaleListing[]): string[] {
  const more = stale.length - MOST_LINES;
  return [
    `${stale.length.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} listings should be made sure of:`,
    ...stale.slice(0, MOST_LINES).map(({ listing, because }) => {
      const phone = listing.phones[0]?.number ?? 'no telephone';
      return `  ${phone.padEnd(14)} ${listing.name} · ${because.join(', ')}`;
    }),
    ...(more > 0 ? [`  and ${more.toLocaleString('en-US')} more: --json has them all`] : []),
  ];
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
