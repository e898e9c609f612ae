import * as z from 'zod';
import type { DirectoryProblem } from '#shared/domain/directory/problem.ts';
import type { TableName } from '#shared/domain/directory/tables.ts';

/**
 * What HSDS 3 requires of its tables, in our own words: https://docs.openreferral.org/en/latest/hsds/schema_reference.html
 * Its schemas themselves are under a share-alike licence. Statuses, ages, coordinates and the like are judged where their
 * meaning is, in `shared/domain/directory`. That ids be UUIDs is not asked: directories keep those of older versions.
 */
const REQUIRED: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  organizations: ['id', 'name', 'description'],
  services: ['id', 'name', 'status'],
  locations: ['id'],
  service_at_location: ['id', 'service_id', 'location_id'],
  addresses: ['id', 'address_1', 'city', 'state_province', 'postal_code', 'country'],
  phones: ['id', 'number'],
  schedules: ['id'],
  service_areas: ['id'],
  languages: ['id'],
  accessibility: ['id'],
  taxonomy_terms: ['id', 'name'],
  cost_options: ['id', 'service_id'],
  required_documents: ['id'],
  service_capacity: ['id', 'service_id', 'available', 'updated'],
};

/** Told by those who read the values; here it would be told twice. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set([
  'services.name',
  'addresses.address_1',
  'phones.number',
  'service_capacity.available',
  'service_capacity.updated',
]);

const Date = z.union(
  [z.iso.date(), z.iso.datetime({ offset: true, local: true })],
  'not a date such as 2026-11-23',
);
const Whole = z.string().regex(/^\d+$/, 'not a whole number');

/** Forms of cells, where the standard names one that nothing else of ours looks at. */
const FORMS: Readonly<Partial<Record<TableName, z.ZodType>>> = {
  services: z.object({ last_modified: Date.optional() }),
  locations: z.object({
    location_type: z.enum(['physical', 'postal', 'virtual'], 'not physical, postal or virtual').optional(),
  }),
  addresses: z.object({
    country: z
      .string()
      .regex(/^[A-Za-z]{2}$/, 'not the two letters of ISO 3166')
      .optional(),
    address_type: z.enum(['physical', 'postal', 'virtual'], 'not physical, postal or virtual').optional(),
  }),
  schedules: z.object({
    freq: z.enum(['WEEKLY', 'MONTHLY'], 'not WEEKLY or MONTHLY').optional(),
    valid_from: Date.optional(),
    valid_to: Date.optional(),
    dtstart: Date.optional(),
    until: Date.optional(),
    interval: Whole.optional(),
    count: Whole.optional(),
  }),
  service_areas: z.object({
    extent_type: z
      .enum(['geojson', 'topojson', 'kml', 'text'], 'not geojson, topojson, kml or text')
      .optional(),
  }),
  cost_options: z.object({
    amount: z
      .string()
      .regex(/^\d+(?:\.\d+)?$/, 'not an amount')
      .optional(),
    currency: z
      .string()
      .regex(/^[A-Za-z]{3}$/, 'not the three letters of ISO 4217')
      .optional(),
  }),
};

/** Columns that a table lacks altogether: one line each. Without an id nothing could be linked: that row is told by itself. */
export function missingColumns(table: TableName, columns: readonly string[]): readonly DirectoryProblem[] {
  return (REQUIRED[table] ?? [])
    .filter((column) => !columns.includes(column))
    .map((field) => problem(table, 1, field, '', 'a column that HSDS 3 requires is missing'));
}

/** @returns what is missing or misshapen in a row; a column that is missing altogether is not told again */
export function rowRules(
  table: TableName,
  columns: readonly (string | undefined)[],
): (row: number, cells: Readonly<Record<string, string>>) => readonly DirectoryProblem[] {
  const required = (REQUIRED[table] ?? []).filter(
    (column) => columns.includes(column) && column !== 'id' && !TOLD_ELSEWHERE.has(`${table}.${column}`),
  );
  const form = FORMS[table];
  return (row, cells) => [
    ...required
      .filter((field) => cells[field] === undefined)
      .map((field) => problem(table, row, field, '', 'required by HSDS 3, and empty')),
    ...(form === undefined ? [] : misshapen(form, table, row, cells)),
  ];
}

function misshapen(
  form: z.ZodType,
  table: TableName,
  row: number,
  cells: Readonly<Record<string, string>>,
): readonly DirectoryProblem[] {
  const read = form.safeParse(cells);
  if (read.success) return [];
  return read.error.issues.map(({ path, message }) => {
    const field = String(path[0] ?? '');
    return problem(table, row, field, cells[field] ?? '', message);
  });
}

const problem = (
  table: string,
  row: number,
  field: string,
  value: string,
  text: string,
): DirectoryProblem => ({
  severity: 'warning',
  table,
  row,
  field,
  value: value.slice(0, 200),
  problem: text,
  kept: true,
});
