import { cell, type SourceRow } from './source-row.ts';
import type { Site } from './sites.ts';
import { isSecretPlace } from './values/confidential.ts';

/** In characters, of what is looked at. */
const LONGEST_TEXT = 20_000;

type Visit = {
  readonly service: SourceRow;
  readonly location: SourceRow | undefined;
  readonly organization: SourceRow | undefined;
  readonly site: Site | undefined;
};

/**
 * Which must be kept secret, decided over the whole directory: a place that one service needs secret is secret for all
 * that are there, and so is every other entry of its organization with the same street address.
 */
export function findSecrets(
  visits: readonly (Visit & { readonly needs: readonly string[] })[],
): (visit: Visit) => boolean {
  const secret = visits.filter(isSecretVisit);
  const services = new Set(secret.map(({ service }) => service));
  const locations: ReadonlySet<SourceRow | undefined> = new Set(
    secret.map(({ location }) => location).filter((location) => location !== undefined),
  );
  const streets: ReadonlySet<string | undefined> = new Set(
    secret.map(streetOf).filter((street) => street !== undefined),
  );
  return (visit) =>
    services.has(visit.service) || locations.has(visit.location) || streets.has(streetOf(visit));
}

function isSecretVisit({
  service,
  location,
  organization,
  site,
  needs,
}: Visit & { readonly needs: readonly string[] }): boolean {
  if (site?.address?.isConfidential === true) return true;
  if (needs.includes('domestic-violence') && (needs.includes('shelter') || needs.includes('housing')))
    return true;
  const described = [service, ...(location ? [location] : [])];
  const named = [...described, ...(organization ? [organization] : [])];
  return isSecretPlace(
    named.flatMap((row) => [cell(row, 'name'), cell(row, 'alternate_name')]),
    described.map((row) => cell(row, 'description').slice(0, LONGEST_TEXT)),
  );
}

const streetOf = ({ service, site }: Visit): string | undefined =>
  site?.address?.lines &&
  [cell(service, 'organization_id'), ...site.address.lines]
    .join()
    .toLowerCase()
    .replaceAll(/[^a-z\d]/g, '');
