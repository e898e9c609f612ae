import type { Listing } from './listing.ts';
import type { Report } from './report.ts';
import { cell, type SourceRow } from './source-row.ts';
import { readInstant } from './values/read-instant.ts';

type CapacityState = NonNullable<Listing['capacity']>;

/** The newest row that makes sense; HSDS 3.1. */
export function capacityOf(rows: readonly SourceRow[], report: Report): CapacityState | undefined {
  const readings = rows.flatMap((row) => {
    report.use(row);
    return readCapacity(row, report) ?? [];
  });
  return readings.toSorted((one, other) => (other.at ?? 0) - (one.at ?? 0))[0];
}

export function readCapacity(row: SourceRow, report: Report): CapacityState | undefined {
  const available = Number(cell(row, 'available'));
  const maximum = Number(cell(row, 'maximum') || 'Infinity');
  if (cell(row, 'available') === '' || !Number.isInteger(available) || available < 0) {
    report.warn(row, 'available', 'not a number of places: capacity is unknown');
    return undefined;
  }
  if (available > maximum) {
    report.warn(row, 'available', `more than the maximum of ${maximum}: capacity is unknown`);
    return undefined;
  }
  const at = readInstant(cell(row, 'updated'));
  if (at === undefined) report.warn(row, 'updated', 'not said when: its age is unknown');
  return { state: available > 0 ? 'capacity' : 'no-capacity', available, ...(at !== undefined && { at }) };
}
