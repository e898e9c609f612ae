import type { Report } from './report.ts';
import { cell, type SourceRow } from './source-row.ts';

/** Rows by their id. One without an id, and a second one with the same, are left out and reported. */
export function uniqueRows(rows: readonly SourceRow[], report: Report): ReadonlyMap<string, SourceRow> {
  const known = new Map<string, SourceRow>();
  for (const row of rows) {
    const id = cell(row, 'id');
    const first = known.get(id);
    if (id === '') report.refuse(row, 'id', 'no id');
    else if (first === undefined) known.set(id, row);
    else if (isSame(first, row)) report.warn(row, 'id', `the same as row ${first.row}`, { leftOut: true });
    else report.refuse(row, 'id', `the id of row ${first.row}, with other content`);
  }
  return known;
}

const isSame = (one: SourceRow, other: SourceRow): boolean => {
  const fields = new Set([...Object.keys(one.cells), ...Object.keys(other.cells)]);
  return [...fields].every((field) => cell(one, field) === cell(other, field));
};
