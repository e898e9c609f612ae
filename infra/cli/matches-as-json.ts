import type { Match, Matches } from '#shared/domain/matching/match.ts';
import type { WhyNot } from '#shared/domain/matching/why-not.ts';

export type Found = Matches & { readonly excluded: readonly WhyNot[] };

/** What `handrail match --json` prints; fields may be added and never change what they mean. */
export const matchesAsJson = ({ results, anywhere, excluded, considered }: Found) => ({
  results: results.map(resultOf),
  anywhere: anywhere.map(resultOf),
  excluded,
  considered,
});

function resultOf({ listing, score, distanceKm, for: reasons, against }: Match) {
  const { id, serviceId, name, organization, phones, address, url, place, confidential } = listing;
  return {
    serviceId,
    listingId: id,
    name,
    organization,
    ...(distanceKm !== undefined && { distanceKm }),
    place: place.kind,
    score,
    for: reasons,
    against,
    ...(phones[0] && { phone: phones[0].number, phones }),
    ...(address && { address }),
    ...(url !== undefined && { url }),
    confidentialAddress: confidential,
  };
}
