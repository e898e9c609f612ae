import { readCapacity } from './capacity-of.ts';
import type { Report } from './report.ts';
import { cell, rowsOf, type SourceRow, type Tables } from './source-row.ts';
import { isUsed, type TableName } from './tables.ts';

/** Columns that name another row, and the tables it may be in. */
const LINKS: readonly (readonly [string, TableName])[] = [
  ['service_id', 'services'],
  ['location_id', 'locations'],
  ['organization_id', 'organizations'],
  ['service_at_location_id', 'service_at_location'],
  ['contact_id', 'contacts'],
];

/** Every row that no listing holds gets a line of its own: with the link that leads nowhere, or that nothing needs it. */
export function reportRest(tables: Tables, report: Report): void {
  judgeRest(tables, report);
  const links = LINKS.map(([field, target]) => ({
    field,
    target,
    ids: new Set(rowsOf(tables, target).map((row) => cell(row, 'id'))),
    // Contacts are persons: many directories are published without them.
    isPublished: target !== 'contacts' || tables.has('contacts'),
  }));
  for (const [table, rows] of tables) {
    if (!isUsed(table) || table === 'contacts') continue;
    for (const row of rows) {
      if (!report.isUnaccounted(row)) continue;
      const dangling = links.find(({ field, ids, isPublished }) => {
        const id = cell(row, field);
        return id !== '' && isPublished && !ids.has(id);
      });
      if (dangling !== undefined)
        report.refuse(row, dangling.field, `no such ${dangling.target.replace(/s$/, '')}`);
      else report.warn(row, 'id', reasonOf(row), { leftOut: true });
    }
  }
}

/** What is wrong with a capacity is told although the service it belongs to is not there. */
function judgeRest(tables: Tables, report: Report): void {
  for (const row of rowsOf(tables, 'service_capacity')) readCapacity(row, report);
}

function reasonOf(row: SourceRow): string {
  switch (row.table) {
    case 'organizations':
      return 'an organization without services';
    case 'locations':
      return 'a place without services';
    case 'holiday_schedules':
      return 'hours of single days are not kept';
    case 'phones':
      return cell(row, 'contact_id') === ''
        ? 'not needed: there is a number nearer to each service'
        : 'a contact person’s: not given to clients';
    case 'languages':
      return cell(row, 'phone_id') === '' ? 'belongs to no service' : 'of a telephone alone: not kept';
    case 'attributes':
      return 'describes no service';
    default:
      return 'belongs to no service';
  }
}
