import { cell, rowsBy, rowsOf, type SourceRow, type Tables } from './source-row.ts';
import type { TableName } from './tables.ts';

/** A service at a place: what rows can belong to. */
export type Owner = {
  readonly serviceId: string;
  readonly locationId?: string | undefined;
  readonly organizationId: string;
  /** The row that puts the service at the place. */
  readonly atLocationId?: string | undefined;
};

/**
 * Rows of a table that belong to a service at a place, the nearest first: those of the service at this place, of the
 * service, of the place, of the organization. A row that names a service, or a service at a place, is only for that one.
 */
export function linkedRows(
  tables: Tables,
  table: TableName,
): (owner: Owner) => readonly (readonly SourceRow[])[] {
  const rows = rowsOf(tables, table);
  const atLocation = rowsBy(rows, 'service_at_location_id');
  const ofService = rowsBy(rows, 'service_id');
  const placings = new Set(rowsOf(tables, 'service_at_location').map((row) => cell(row, 'id')));
  const isOfOnePlacing = (row: SourceRow) => placings.has(cell(row, 'service_at_location_id'));
  const ofAnyService = rows.filter((row) => cell(row, 'service_id') === '' && !isOfOnePlacing(row));
  const ofLocation = rowsBy(ofAnyService, 'location_id');
  const ofOrganization = rowsBy(
    ofAnyService.filter((row) => cell(row, 'location_id') === ''),
    'organization_id',
  );
  return ({ serviceId, locationId, organizationId, atLocationId }) => {
    const isHere = (row: SourceRow) => {
      const at = cell(row, 'location_id');
      return locationId === undefined || ((at === '' || at === locationId) && !isOfOnePlacing(row));
    };
    return [
      atLocationId === undefined ? [] : (atLocation.get(atLocationId) ?? []),
      (ofService.get(serviceId) ?? []).filter(isHere),
      locationId === undefined ? [] : (ofLocation.get(locationId) ?? []),
      ofOrganization.get(organizationId) ?? [],
    ];
  };
}
