import type { Visit } from './listing-of.ts';
import type { Report } from './report.ts';
import type { Site } from './sites.ts';
import { cell, type SourceRow } from './source-row.ts';
import { readStatus } from './values/read-status.ts';

export type Visiting = {
  readonly services: ReadonlyMap<string, SourceRow>;
  readonly organizations: ReadonlyMap<string, SourceRow>;
  readonly locations: ReadonlyMap<string, SourceRow>;
  /** Rows that put a service at a place, by service. */
  readonly atLocations: ReadonlyMap<string, readonly SourceRow[]>;
  readonly siteOf: (location: SourceRow) => Site;
  readonly report: Report;
};

/** The places of a service, each once; one visit to nowhere in particular where it has none. */
export function visitsOf(service: SourceRow, main: Visiting): readonly Visit[] {
  const { report, organizations } = main;
  if (seemsShifted(service, main)) {
    report.refuse(service, 'id', 'the cells seem shifted: neither status nor organization fits', {
      value: cell(service, 'name'),
    });
    return [];
  }
  // Below it is given its organization; the row as it was read is the one that counts.
  report.use(service);
  const serviceId = cell(service, 'id');
  if (cell(service, 'name') === '') report.warn(service, 'name', 'no name');
  const places = placesOf(service, main);
  const organizationId = organizationIdOf(service, places[0]?.location);
  const organization = organizations.get(organizationId);
  if (organization === undefined)
    report.warn(
      service,
      'organization_id',
      organizationId === '' ? 'no organization' : 'no such organization',
      { value: organizationId },
    );
  const base = {
    service: { ...service, cells: { ...service.cells, organization_id: organizationId } },
    organization,
  };
  const visits = places.map(({ location, atLocationId }) => ({
    ...base,
    location,
    site: main.siteOf(location),
    owner: { serviceId, organizationId, locationId: cell(location, 'id'), atLocationId },
    isOneOfSeveral: places.length > 1,
  }));
  if (visits.length > 0) return visits;
  return [
    {
      ...base,
      location: undefined,
      site: undefined,
      owner: { serviceId, organizationId },
      isOneOfSeveral: false,
    },
  ];
}

/** Ohana's services have no organization of their own: it is their place's. */
const organizationIdOf = (service: SourceRow, location: SourceRow | undefined): string =>
  cell(service, 'organization_id') || (location === undefined ? '' : cell(location, 'organization_id'));

type ServicePlace = { readonly location: SourceRow; readonly atLocationId?: string };

function placesOf(service: SourceRow, { locations, atLocations, report }: Visiting): readonly ServicePlace[] {
  const places = new Map<string, ServicePlace>();
  for (const row of atLocations.get(cell(service, 'id')) ?? []) {
    const id = cell(row, 'location_id');
    const location = locations.get(id);
    if (location === undefined) report.refuse(row, 'location_id', 'no such location');
    else if (places.has(id)) report.warn(row, 'location_id', 'the same place twice', { leftOut: true });
    else {
      report.use(row);
      places.set(id, { location, atLocationId: cell(row, 'id') });
    }
  }
  const own = cell(service, 'location_id');
  const location = locations.get(own);
  if (own !== '' && location === undefined) report.warn(service, 'location_id', 'no such location');
  if (location !== undefined && !places.has(own)) places.set(own, { location });
  return [...places.values()];
}

/** Two columns that hold what they never hold: rather a lost cell than a strange service. */
function seemsShifted(service: SourceRow, { organizations }: Visiting): boolean {
  const status = cell(service, 'status');
  const organization = cell(service, 'organization_id');
  if (status === '' || readStatus(status) !== undefined) return false;
  if (organization === '' || organizations.has(organization)) return false;
  return /\s/.test(organization) || status.length > 40 || /^(?:https?:|\d{2,}|.+@)/.test(status);
}
