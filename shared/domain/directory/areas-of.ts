import type { ServiceArea } from './listing.ts';
import type { Report } from './report.ts';
import { cell, type SourceRow } from './source-row.ts';
import { readArea } from './values/read-area.ts';
import { readShape } from './values/read-shape.ts';

/** Where one must live for a service: its rows of areas, or the column that lists them. What is not clear is unknown. */
export function areasOf(
  service: SourceRow,
  rows: readonly SourceRow[],
  state: string | undefined,
  report: Report,
): readonly ServiceArea[] {
  const listed = cell(service, 'service_areas');
  const own = listed === '' ? [] : inWords(service, 'service_areas', listed, state, report);
  return [...own, ...rows.flatMap((row) => ofRow(row, state, report))];
}

function ofRow(row: SourceRow, state: string | undefined, report: Report): readonly ServiceArea[] {
  report.use(row);
  const extent = cell(row, 'extent');
  const type = cell(row, 'extent_type').toLowerCase();
  if (extent.startsWith('{') && type !== 'topojson') {
    const shape = readShape(extent);
    if (shape.kind === 'shape') return [shape];
    report.warn(row, 'extent', `GeoJSON: ${shape.problem}`);
  } else if (type === 'topojson' || type === 'kml')
    report.warn(row, 'extent_type', 'only GeoJSON and text are read');
  else if (extent !== '' && type === 'text') return inWords(row, 'extent', extent, state, report);
  else if (extent !== '' && type === 'geojson')
    report.warn(row, 'extent', 'GeoJSON: not JSON, so no GeoJSON');
  const name = cell(row, 'name') || cell(row, 'description');
  return name === ''
    ? []
    : inWords(row, cell(row, 'name') === '' ? 'description' : 'name', name, state, report);
}

function inWords(
  row: SourceRow,
  field: string,
  text: string,
  state: string | undefined,
  report: Report,
): readonly ServiceArea[] {
  const reading = readArea(text, state);
  if (reading.kind === 'areas') return reading.areas;
  report.warn(row, field, `service area: ${reading.problem}`);
  return [];
}
