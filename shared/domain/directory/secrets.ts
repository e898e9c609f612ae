import { cell, type SourceRow } from './source-row.ts';
import type { Site } from './sites.ts';
import { isSecretPlace } from './values/confidential.ts';

/** Whether services and places must be kept secret. */
export type Secrets = {
  readonly isSecret: (service: SourceRow, location: SourceRow | undefined) => boolean;
};

/** In characters, of what is looked at. */
const LONGEST_TEXT = 20_000;

type Visit = {
  readonly service: SourceRow;
  readonly location: SourceRow | undefined;
  readonly organization: SourceRow | undefined;
  readonly site: Site | undefined;
  readonly needs: readonly string[];
};

/**
 * Decided over the whole directory: a place that one service needs secret is secret for all that are there, and so is
 * every other entry of its organization with the same street address.
 */
export function findSecrets(visits: readonly Visit[]): Secrets {
  const services = new Set<SourceRow>();
  const locations = new Set<SourceRow>();
  const streets = new Set<string>();
  for (const visit of visits) {
    if (!isSecretVisit(visit)) continue;
    services.add(visit.service);
    if (visit.location === undefined) continue;
    locations.add(visit.location);
    if (visit.site?.address?.lines !== undefined) streets.add(streetOf(visit));
  }
  const streetsOf = new Map(
    visits.flatMap((visit) => (visit.location ? [[visit.location, streetOf(visit)] as const] : [])),
  );
  return {
    isSecret: (service, location) =>
      services.has(service) ||
      (location !== undefined && (locations.has(location) || streets.has(streetsOf.get(location) ?? ''))),
  };
}

function isSecretVisit({ service, location, organization, site, needs }: Visit): boolean {
  if (site?.address?.isConfidential === true) return true;
  if (needs.includes('domestic-violence') && (needs.includes('shelter') || needs.includes('housing')))
    return true;
  const names = [service, ...(location ? [location] : []), ...(organization ? [organization] : [])];
  return isSecretPlace(
    names.flatMap((row) => [cell(row, 'name'), cell(row, 'alternate_name')]),
    [cell(service, 'description'), location ? cell(location, 'description') : ''].map((text) =>
      text.slice(0, LONGEST_TEXT),
    ),
  );
}

const streetOf = ({ service, site }: Visit): string =>
  [cell(service, 'organization_id'), ...(site?.address?.lines ?? [])]
    .join()
    .toLowerCase()
    .replaceAll(/[^a-z\d]/g, '');
