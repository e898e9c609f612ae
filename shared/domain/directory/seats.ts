import type { Aids } from './aids.ts';
import type { Visit } from './listing-of.ts';
import type { Report } from './report.ts';
import { bestAddress, type Seat } from './sites.ts';
import { cell, rowsBy, rowsOf, type Tables } from './source-row.ts';
import type { Visiting } from './visits-of.ts';

type Seating = {
  readonly aids: Aids;
  readonly report: Report;
  readonly visits: readonly Visit[];
  readonly main: Visiting;
  readonly isSecret: (visit: Visit) => boolean;
};

/** Where an organization is: by its own address, else its first place that is not secret. */
export function seats(
  tables: Tables,
  { aids, report, visits, main, isSecret }: Seating,
): (organizationId: string) => Seat | undefined {
  const addresses = rowsBy(
    rowsOf(tables, 'addresses').filter((row) => cell(row, 'location_id') === ''),
    'organization_id',
  );
  const locations = rowsBy(rowsOf(tables, 'locations'), 'organization_id');
  const secretVisits = visits.filter(isSecret);
  const secret = new Set(secretVisits.map(({ location }) => location));
  const secretOrganizations = new Set(secretVisits.map(({ owner }) => owner.organizationId));
  const known = new Map<string, Seat | undefined>();
  const find = (id: string): Seat | undefined => {
    const own = secretOrganizations.has(id) ? undefined : bestAddress(addresses.get(id) ?? [], report);
    const bySeat = own === undefined ? undefined : seatByZip(own, aids);
    const places = (locations.get(id) ?? []).filter((row) => !secret.has(row)).map(main.siteOf);
    return (
      bySeat ?? places.find(({ point, address }) => point !== undefined && address?.isConfidential !== true)
    );
  };
  return (id) => {
    if (!known.has(id)) known.set(id, find(id));
    return known.get(id);
  };
}

function seatByZip(address: NonNullable<Seat['address']>, { zipCode }: Aids): Seat | undefined {
  const zip = address.zip === undefined ? undefined : zipCode(address.zip);
  if (zip === undefined || address.isConfidential) return undefined;
  const { latitude, longitude, county, timeZone } = zip;
  return { address, point: { latitude, longitude }, county, timeZone };
}
