import type { Listing, Place } from '#shared/domain/directory/listing.ts';
import { loadSnapshot } from '#shared/domain/matching/snapshot/load-snapshot.ts';
import { writeSnapshot } from '#shared/domain/matching/snapshot/write-snapshot.ts';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import { match } from '#shared/domain/matching/match.ts';
import type { Overlay } from '#shared/domain/matching/overlay.ts';
import { whyNot } from '#shared/domain/matching/why-not.ts';

/** Monday 2026-11-23, 10:00 in Baltimore. */
export const NOW = Date.UTC(2026, 10, 23, 15);

export const HERE = { latitude: 39.29, longitude: -76.61 };

/** So many kilometres north of HERE. */
export const north = (km: number): Place => ({
  kind: 'at',
  latitude: HERE.latitude + km / 111.195,
  longitude: HERE.longitude,
});

/** A food pantry a kilometre away of which everything is known and good. */
export function aListing(changes: Partial<Listing> & { id: string }): Listing {
  const { id } = changes;
  return {
    serviceId: id,
    organizationId: `org-of-${id}`,
    name: `Pantry ${id}`,
    organization: `Friends of ${id}`,
    status: 'active',
    needs: [{ code: 'food', known: 'stated' }],
    place: north(1),
    confidential: false,
    phones: [{ number: '+14105550101', kind: 'voice' }],
    languages: ['en', 'es'],
    audience: [],
    areas: [{ kind: 'nationwide' }],
    hours: {
      timeZone: 'America/New_York',
      rules: [1, 2, 3, 4, 5].map((weekday) => ({ weekday: weekday as 1, from: 540, to: 1020 })),
    }, // weekdays 9 to 5
    cost: 'free',
    documents: [],
    accessibility: [],
    capacity: { state: 'capacity', at: NOW },
    verifiedAt: Date.UTC(2026, 9, 1),
    ...changes,
  };
}

export const aQuery = (changes: Partial<MatchQuery> = {}): MatchQuery => ({
  needs: ['food'],
  near: HERE,
  at: NOW,
  ...changes,
});

export const aSnapshot = (listings: readonly Listing[]) =>
  loadSnapshot(writeSnapshot(listings, { builtAt: NOW }));

type Found = ReturnType<typeof match> & { readonly excluded: ReturnType<typeof whyNot> };

export function matchAmong(
  listings: readonly Listing[],
  query = aQuery(),
  overlay?: Overlay,
  limit = 5,
): Found {
  const snapshot = aSnapshot(listings);
  return { ...match(snapshot, query, overlay, limit), excluded: whyNot(snapshot, query, overlay) };
}

/** The only match, with what speaks for it and against it. */
export function onlyMatch(listing: Listing, query = aQuery(), overlay?: Overlay) {
  const { results, anywhere } = matchAmong([listing], query, overlay);
  const [found, ...others] = [...results, ...anywhere];
  if (!found || others.length > 0)
    throw new Error(`${results.length + anywhere.length} matches, and not one`);
  return found;
}

export const idsOf = (found: readonly { listing: Listing }[]) => found.map(({ listing }) => listing.id);
