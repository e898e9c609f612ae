import type { SourceRow } from '#shared/domain/directory/source-row.ts';
import type { TableName } from '#shared/domain/directory/tables.ts';
import { DirectoryUnreadable } from './directory-unreadable.ts';
import type { Gathering } from './gather.ts';
import type { From, MappingFile } from './mapping-file.ts';
import { readCsv } from './read-csv.ts';
import type { SourceFile } from './source-file.ts';

type Values = (column: string) => string;

/** Reads a CSV file of any layout: each row is a service, made as the mapping says. */
export async function readMapped(
  file: SourceFile,
  mapping: MappingFile,
  gathering: Gathering,
): Promise<void> {
  const csv = await readCsv(file);
  const place = new Map(csv.headings.map((heading, index) => [heading, index]));
  checkColumns(mapping, csv.headings, file.name);
  const known = new Set<string>();
  let rows = 0;
  for await (const { row, cells } of csv.rows) {
    rows += 1;
    const values = (column: string) => cells[place.get(column) ?? -1]?.trim() ?? '';
    for (const made of rowsOf(row, values, mapping)) {
      const id = made.cells['id'] ?? '';
      // One organization stands in many rows, as its name or id.
      const key = `${made.table} ${id}`;
      const isShared = made.table === 'organizations' || made.table === 'taxonomy_terms';
      if (isShared && known.has(key)) continue;
      known.add(key);
      gathering.add(made);
    }
  }
  const used = columnsIn(mapping);
  for (const heading of csv.headings)
    if (heading !== '' && !used.has(heading)) gathering.leaveColumn('services', heading);
  gathering.wasRead({ name: file.name, table: 'services', rows, encoding: csv.encoding });
}

function rowsOf(row: number, values: Values, mapping: MappingFile): readonly SourceRow[] {
  const service = cellsOf(mapping.service, values);
  const organization = cellsOf(mapping.organization ?? {}, values);
  const address = cellsOf(mapping.address ?? {}, values);
  const location = cellsOf(mapping.location ?? {}, values);
  const id = service['id'] ?? `row-${row}`;
  const organizationId =
    organization['id'] ?? (organization['name'] === undefined ? '' : slug(organization['name']));
  const hasPlace = Object.keys(location).length > 0 || Object.keys(address).length > 0;
  const locationId = hasPlace ? (location['id'] ?? `${id}-place`) : '';
  const terms = (mapping.terms === undefined ? '' : values(mapping.terms.column))
    .split(mapping.terms?.separator ?? ';')
    .map((term) => term.trim())
    .filter((term) => term !== '');
  const made = (table: TableName, cells: Record<string, string>): SourceRow => ({ table, row, cells });
  return [
    made('services', {
      ...service,
      id,
      ...filled({ organization_id: organizationId, location_id: locationId }),
    }),
    ...(organizationId === '' ? [] : [made('organizations', { ...organization, id: organizationId })]),
    ...(hasPlace
      ? [made('locations', { ...location, id: locationId, ...filled({ organization_id: organizationId }) })]
      : []),
    ...(Object.keys(address).length > 0
      ? [made('addresses', { ...address, id: `${id}-address`, location_id: locationId })]
      : []),
    ...mapping.phones.flatMap((phone, index) => {
      const cells = cellsOf(phone, values);
      return cells['number'] === undefined
        ? []
        : [made('phones', { ...cells, id: `${id}-phone-${index + 1}`, service_id: id })];
    }),
    ...terms.map((term) => made('taxonomy_terms', { id: term, name: term, code: term })),
    ...terms.map((term) => made('attributes', { link_id: id, taxonomy_term_id: term })),
  ];
}

const filled = (cells: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''));

const cellsOf = (from: Readonly<Partial<Record<string, From>>>, values: Values): Record<string, string> =>
  filled(
    Object.fromEntries(
      Object.entries(from).map(([name, source]) => [
        name,
        source === undefined ? '' : cellOf(source, values),
      ]),
    ),
  );

function cellOf(from: From, values: Values): string {
  if (typeof from === 'string') return values(from);
  if ('value' in from) return from.value;
  if ('columns' in from) return from.columns.map(values).filter(Boolean).join(from.join);
  const text = values(from.column);
  const { values: replaced = {} } = from;
  return Object.hasOwn(replaced, text) ? (replaced[text] ?? '') : text;
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

function columnsIn({
  service,
  organization,
  location,
  address,
  phones,
  terms,
}: MappingFile): ReadonlySet<string> {
  const sources = [service, organization, location, address, ...phones].flatMap((cells) =>
    Object.values(cells ?? {}),
  );
  const named = sources.flatMap((from) => {
    if (typeof from === 'string') return [from];
    if ('columns' in from) return from.columns;
    return 'column' in from ? [from.column] : [];
  });
  return new Set([...named, ...(terms === undefined ? [] : [terms.column])]);
}

function checkColumns(mapping: MappingFile, headings: readonly string[], source: string): void {
  const missing = [...columnsIn(mapping)].filter((column) => !headings.includes(column));
  if (missing.length > 0)
    throw new DirectoryUnreadable(
      `the mapping names ${missing.length === 1 ? 'a column that is' : 'columns that are'} not there: ${missing.join(', ')}`,
      { source, row: 1, column: missing[0] },
    );
}
