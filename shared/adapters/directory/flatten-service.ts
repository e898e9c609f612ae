import type { SourceRow } from '#shared/domain/directory/source-row.ts';
import { columnNamed, tableNamed, type TableName } from '#shared/domain/directory/tables.ts';

/** By which column rows of other tables name one of these. */
const SINGULAR: Readonly<Partial<Record<TableName, string>>> = {
  organizations: 'organization_id',
  services: 'service_id',
  locations: 'location_id',
  service_at_location: 'service_at_location_id',
  contacts: 'contact_id',
  phones: 'phone_id',
  taxonomy_terms: 'taxonomy_term_id',
  taxonomies: 'taxonomy_id',
  units: 'unit_id',
  programs: 'program_id',
};

/** Wherever these are nested, one id is one and the same thing. */
const WHOLE: ReadonlySet<TableName> = new Set([
  'organizations',
  'locations',
  'programs',
  'taxonomies',
  'taxonomy_terms',
  'units',
]);

/** No service of the standard is nested deeper; what is would only fill a memory. */
const DEEPEST = 8;

type Nested = {
  readonly table: TableName;
  readonly value: object;
  readonly links: Readonly<Record<string, string>>;
  readonly depth: number;
};

/**
 * Takes objects of the standard's JSON apart into rows of its tables: what is nested in an object gets the object's id.
 * One organization stands in many services; it becomes one row.
 */
export function flattener(): (table: TableName, value: object, row: number) => readonly SourceRow[] {
  const seen = new Map<string, Record<string, string>>();
  return (table, value, row) => {
    const rows: SourceRow[] = [];
    const open: Nested[] = [{ table, value, links: {}, depth: 0 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { cells, nested } = takeApart(next);
      open.push(...nested.toReversed());
      // Of what stands for itself a second one is a mistake, which is told; of what is nested it is a repetition.
      if (next.depth > 0 && cells['id'] !== undefined) {
        const isWhole = WHOLE.has(next.table);
        const key = JSON.stringify([next.table, cells['id'], isWhole ? '' : next.links]);
        const first = seen.get(key);
        if (first !== undefined) {
          // Here a name, there the whole: they complete each other.
          if (isWhole) for (const [column, text] of Object.entries(cells)) first[column] ??= text;
          continue;
        }
        seen.set(key, cells);
      }
      rows.push({ table: next.table, row, cells });
    }
    return rows;
  };
}

function takeApart({ table, value, links, depth }: Nested): {
  readonly cells: Record<string, string>;
  readonly nested: readonly Nested[];
} {
  const cells: Record<string, string> = {};
  const nested: Nested[] = [];
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const id = textOf(entries.find(([key]) => key === 'id')?.[1]) ?? '';
  const below = belongingTo(table, id);
  for (const [key, part] of entries) {
    const inside = tableNamed(key);
    if (inside !== undefined && typeof part === 'object' && part !== null && depth < DEEPEST) {
      const parts: readonly unknown[] = Array.isArray(part) ? part : [part];
      const isOwned = Array.isArray(part);
      for (const one of parts) {
        if (typeof one !== 'object' || one === null) continue;
        nested.push({ table: inside, value: one, links: isOwned ? below : {}, depth: depth + 1 });
        const column = isOwned ? undefined : columnNamed(table, SINGULAR[inside] ?? '');
        const oneId = 'id' in one ? textOf(one.id) : undefined;
        if (column !== undefined && oneId !== undefined) cells[column] ??= oneId;
      }
      continue;
    }
    const column = columnNamed(table, key);
    const text = textOf(part);
    if (column !== undefined && text !== undefined && text !== '') cells[column] = text;
  }
  for (const [column, text] of Object.entries(links))
    if (columnNamed(table, column) === column) cells[column] ??= text;
  return { cells, nested };
}

/** Attributes name what they describe by `link_id`, everything else by a column of its own. */
function belongingTo(table: TableName, id: string): Readonly<Record<string, string>> {
  if (id === '') return {};
  const column = SINGULAR[table];
  return { link_id: id, ...(column !== undefined && { [column]: id }) };
}

/** Undefined for lists and for nothing; an area's extent may be an object. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const isShape = typeof value === 'object' && value !== null && 'type' in value && !Array.isArray(value);
  return isShape ? JSON.stringify(value) : undefined;
}
