import { DEFAULT_NEEDS } from '#shared/adapters/directory/needs-file.ts';
import { plainText } from '#shared/adapters/directory/plain-text.ts';
import { zipCode } from '#shared/adapters/directory/zip-codes.ts';
import { zoneAt } from '#shared/adapters/directory/zone-at.ts';
import type { Aids } from '#shared/domain/directory/aids.ts';
import { assemble, type Directory } from '#shared/domain/directory/assemble.ts';
import type { Listing } from '#shared/domain/directory/listing.ts';
import type { DirectoryProblem } from '#shared/domain/directory/problem.ts';
import type { SourceRow } from '#shared/domain/directory/source-row.ts';
import type { TableName } from '#shared/domain/directory/tables.ts';

export const NOW = Date.parse('2026-11-23T12:00:00Z');

const aids: Aids = { now: NOW, needs: DEFAULT_NEEDS, zipCode, zoneAt, plainText };

export type Rows = Partial<Record<TableName, readonly Readonly<Record<string, string>>[]>>;

/** One service of one organization at one place in Baltimore, all of it right; tests change what they are about. */
export const pantry = {
  organizations: [
    { id: 'o1', name: 'Harbor Kitchen', description: 'Feeds people.', website: 'https://harbor.example.org' },
  ],
  services: [
    {
      id: 's1',
      organization_id: 'o1',
      name: 'Food pantry',
      description: 'Groceries for anybody.',
      status: 'active',
    },
  ],
  locations: [{ id: 'l1', organization_id: 'o1', name: 'Kitchen', latitude: '39.29', longitude: '-76.62' }],
  service_at_location: [{ id: 'sl1', service_id: 's1', location_id: 'l1' }],
  addresses: [
    {
      id: 'a1',
      location_id: 'l1',
      address_1: '100 Example St',
      city: 'Baltimore',
      state_province: 'MD',
      postal_code: '21201',
      country: 'US',
    },
  ],
  phones: [{ id: 'p1', service_id: 's1', number: '(410) 555-0134', type: 'voice' }],
} as const satisfies Rows;

/** What comes of rows, as they stand in their files: the first is row 2. Empty cells are left out, as reading does. */
export function directoryOf(rows: Rows): Directory {
  const tables = new Map(
    (Object.entries(rows) as [TableName, NonNullable<Rows[TableName]>][]).map(([table, given]) => [
      table,
      given.map((cells, index): SourceRow => ({
        table,
        row: index + 2,
        cells: Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '')),
      })),
    ]),
  );
  return assemble(tables, aids);
}

/** The one listing of a directory. */
export function listingOf(rows: Rows): Listing {
  const { listings } = directoryOf(rows);
  const [listing] = listings;
  if (listing === undefined || listings.length > 1) throw new Error(`${listings.length} listings`);
  return listing;
}

/** `phones 2 number: not a dialable number: … (left out)` */
export const told = ({ problems }: { readonly problems: readonly DirectoryProblem[] }): string[] =>
  problems.map(
    ({ table, row, field, problem, kept, mended }) =>
      `${table} ${row} ${field}: ${problem}${mended === undefined ? '' : ` -> ${mended}`}${kept ? '' : ' (left out)'}`,
  );
