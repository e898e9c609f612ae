import { describe, expect, it } from 'vitest';
import { areasOf } from '#shared/domain/directory/areas-of.ts';
import { startReport } from '#shared/domain/directory/report.ts';
import { readShape } from '#shared/domain/directory/values/read-shape.ts';
import { aRow } from './a-row.ts';
import { told } from './any-directory.ts';

type Cells = Record<string, string>;

/** What becomes of the rows of areas of a service in Maryland, and of its column. */
function areas(rows: readonly Cells[], service_areas = '') {
  const report = startReport();
  const read = rows.map((cells, index) => aRow('service_areas', cells, index + 2));
  const found = areasOf(aRow('services', { id: 's1', service_areas }), read, 'MD', report);
  return { found, told: told(report), unused: read.filter(report.isUnaccounted) };
}

const TRIANGLE = [
  [-76.7, 39.2],
  [-76.5, 39.2],
  [-76.5, 39.4],
  [-76.7, 39.2],
];
const polygon = (...rings: unknown[]) => JSON.stringify({ type: 'Polygon', coordinates: rings });

describe('the areas of a service', () => {
  it('are those that its column lists, and those of its rows', () => {
    const { found, told, unused } = areas([{ name: 'Kent County' }, { name: '21201' }], 'Colma');
    expect(found).toEqual([
      { kind: 'city', names: ['Colma'], state: 'MD' },
      { kind: 'county', names: ['Kent'], state: 'MD' },
      { kind: 'zip', zips: ['21201'] },
    ]);
    expect(told).toEqual([]);
    expect(unused).toEqual([]);
  });

  it('are none where nothing is said', () => {
    expect(areas([{}])).toEqual({ found: [], told: [], unused: [] });
  });

  it.each<[string, Cells, unknown]>([
    ['its name', { name: 'Colma', description: 'Laurel' }, ['Colma']],
    ['its description, where it has no name', { description: 'Laurel' }, ['Laurel']],
    ['its extent in words', { extent: 'Dover', extent_type: 'Text', name: 'Colma' }, ['Dover']],
    ['its name, where its extent is empty', { extent_type: 'text', name: 'Colma' }, ['Colma']],
    ['its name, where nothing is drawn', { extent_type: 'geojson', name: 'Colma' }, ['Colma']],
    ['its name, where no type says what its extent is', { extent: 'x', name: 'Colma' }, ['Colma']],
  ])('are read from %s', (_, cells, names) => {
    expect(areas([cells])).toMatchObject({ found: [{ kind: 'city', names }], told: [] });
  });

  it.each<[string, Cells, string]>([
    ['name', { name: 'call us' }, 'name: service area: not a list of ZIP codes, towns, counties or states'],
    [
      'description',
      { description: 'call us' },
      'description: service area: not a list of ZIP codes, towns, counties or states',
    ],
    ['extent', { extent: ', ', extent_type: 'text', name: 'Colma' }, 'extent: service area: no area'],
  ])('are unknown, and said to be, where a %s is not clear', (_, cells, problem) => {
    expect(areas([cells])).toEqual({ found: [], told: [`service_areas 2 ${problem}`], unused: [] });
  });

  it('are unknown where the column is not clear, and the words stand in the report', () => {
    const report = startReport();
    expect(areasOf(aRow('services', { service_areas: 'call us' }), [], 'MD', report)).toEqual([]);
    expect(report.problems).toMatchObject([{ table: 'services', field: 'service_areas', value: 'call us' }]);
  });
});

describe('an area that is drawn', () => {
  it.each(['geojson', 'GeoJSON', ''])('is kept, called %j', (extent_type) => {
    const { found, told } = areas([{ extent: polygon(TRIANGLE), extent_type, name: 'Colma' }]);
    expect(found).toEqual([{ kind: 'shape', polygons: [[TRIANGLE]] }]);
    expect(told).toEqual([]);
  });

  it.each([
    ['{"type":"Point"}', 'geojson', 'extent: GeoJSON: no closed outline in it'],
    ['{"type":', 'geojson', 'extent: GeoJSON: not JSON, so no GeoJSON'],
    ['Dover', 'geojson', 'extent: GeoJSON: not JSON, so no GeoJSON'],
    ['{"type":"Topology"}', 'TopoJSON', 'extent_type: only GeoJSON and text are read'],
    ['<kml/>', 'kml', 'extent_type: only GeoJSON and text are read'],
  ])('and cannot be read, %s as %s, is told, and its name taken', (extent, extent_type, problem) => {
    expect(areas([{ extent, extent_type, name: 'Colma' }])).toEqual({
      found: [{ kind: 'city', names: ['Colma'], state: 'MD' }],
      told: [`service_areas 2 ${problem}`],
      unused: [],
    });
  });
});

const hole = TRIANGLE.map(([x = 0, y = 0]) => [x + 0.01, y + 0.01]);
const shape = (value: unknown) => readShape(JSON.stringify(value));
const one = { type: 'Polygon', coordinates: [TRIANGLE] };
const nested = (depth: number, inmost: unknown): unknown =>
  depth === 0 ? inmost : { type: 'Feature', geometry: nested(depth - 1, inmost) };

const collected = (depth: number): unknown =>
  depth === 0 ? one : { type: 'FeatureCollection', features: [collected(depth - 1)] };

describe('GeoJSON', () => {
  it.each<[string, unknown, unknown]>([
    ['a polygon', one, [[TRIANGLE]]],
    ['a polygon with a hole', { type: 'Polygon', coordinates: [TRIANGLE, hole] }, [[TRIANGLE, hole]]],
    ['several polygons', { type: 'MultiPolygon', coordinates: [[TRIANGLE], [hole]] }, [[TRIANGLE], [hole]]],
    ['a feature', { type: 'Feature', geometry: one }, [[TRIANGLE]]],
    [
      'features',
      { type: 'FeatureCollection', features: [nested(1, one), nested(1, one)] },
      [[TRIANGLE], [TRIANGLE]],
    ],
    ['a collection', { type: 'GeometryCollection', geometries: [one] }, [[TRIANGLE]]],
    ['features in features', nested(4, one), [[TRIANGLE]]],
    ['collections in collections', collected(4), [[TRIANGLE]]],
    ['heights', { ...one, coordinates: [TRIANGLE.map((point) => [...point, 12])] }, [[TRIANGLE]]],
    [
      'the edge of the map',
      {
        ...one,
        coordinates: [
          [
            [-180, -90],
            [180, -90],
            [180, 90],
            [-180, -90],
          ],
        ],
      },
      [
        [
          [
            [-180, -90],
            [180, -90],
            [180, 90],
            [-180, -90],
          ],
        ],
      ],
    ],
  ])('of %s is read', (_, value, polygons) => {
    expect(shape(value)).toEqual({ kind: 'shape', polygons });
  });

  const ring = (...points: unknown[]) => ({ type: 'Polygon', coordinates: [points] });
  it.each<[string, unknown]>([
    ['nothing', null],
    ['a word', 'Polygon'],
    ['a number', 5],
    ['a point', { type: 'Point', coordinates: [1, 2] }],
    ['no outline', { type: 'Polygon', coordinates: [] }],
    ['no coordinates', { type: 'Polygon' }],
    ['no polygons', { type: 'MultiPolygon', coordinates: [] }],
    ['polygons that are none', { type: 'MultiPolygon', coordinates: 'all' }],
    ['no features', { type: 'FeatureCollection', features: [] }],
    ['features that are none', { type: 'FeatureCollection', features: 'all' }],
    ['one feature that is none', { type: 'FeatureCollection', features: [nested(1, one), {}] }],
    ['one polygon that is none', { type: 'MultiPolygon', coordinates: [[TRIANGLE], []] }],
    ['geometries in the place of features', { type: 'FeatureCollection', geometries: [one] }],
    ['features deeper than any', nested(5, one)],
    ['collections deeper than any', collected(5)],
    ['two corners', ring([1, 1], [2, 2], [1, 1])],
    ['an outline that is open to the east', ring([1, 1], [2, 1], [2, 2], [3, 1])],
    ['an outline that is open to the north', ring([1, 1], [2, 1], [2, 2], [1, 3])],
    ['a longitude beyond the map', ring([1, 1], [181, 1], [2, 2], [1, 1])],
    ['a latitude beyond the map', ring([1, 1], [2, -91], [2, 2], [1, 1])],
    ['a longitude in words', ring([1, 1], ['2', 1], [2, 2], [1, 1])],
    ['a latitude in words', ring([1, 1], [2, '1'], [2, 2], [1, 1])],
    ['points that are none', ring(5, 5, 5, 5)],
    ['an outline in words', { type: 'Polygon', coordinates: ['abcd'] }],
    ['a hole that is none', { type: 'Polygon', coordinates: [TRIANGLE, []] }],
  ])('of %s is no area', (_, value) => {
    expect(shape(value)).toEqual({ kind: 'doubtful', problem: 'no closed outline in it' });
  });

  it('that is cut off is told from GeoJSON of something else', () => {
    expect(readShape('{"type":')).toEqual({ kind: 'doubtful', problem: 'not JSON, so no GeoJSON' });
  });

  it('of fifty thousand points is read, of more is not', () => {
    const long = (points: number) =>
      ring([1, 1], ...Array.from({ length: points - 2 }, () => [2, 2]), [1, 1]);
    expect(shape(long(50_000)).kind).toBe('shape');
    expect(shape(long(50_001))).toEqual({ kind: 'doubtful', problem: '50001 points: at most 50000' });
    const two = { type: 'MultiPolygon', coordinates: [long(30_000).coordinates, long(30_000).coordinates] };
    expect(shape(two)).toEqual({ kind: 'doubtful', problem: '60000 points: at most 50000' });
  });
});
