import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Listing } from '#shared/domain/directory/listing.ts';
import { loadSnapshot } from '#shared/domain/matching/snapshot/load-snapshot.ts';
import { writeSnapshot } from '#shared/domain/matching/snapshot/write-snapshot.ts';
import { directoryOf, NOW, type Rows } from './any-directory.ts';

/** What stands in real directories, and what nobody expects there. */
const CELLS = [
  '',
  '0',
  '-1',
  '200',
  '39.29',
  '-76.62',
  'NaN',
  '1e400',
  '9:00',
  '17:00',
  '4:00',
  '25:99',
  '10:00Z',
  '24/7',
  'MO,TU',
  '2MO',
  '-1FR',
  'WEEKLY',
  'MONTHLY',
  'Monday',
  '2026-01-01',
  '9999-99-99',
  'active',
  'defunct',
  '410-555-0134',
  '(800) JKL-0134',
  '211',
  'fax',
  'Confidential',
  'PO Box 7',
  '100 Example St',
  'Baltimore',
  'MD',
  'State: FL',
  '21201',
  '2108',
  '96799',
  'US',
  'virtual',
  'true',
  'Spanish',
  'xx-XX',
  'free',
  '$5',
  'Kent County',
  'Statewide',
  'Nationwide',
  '{"type":"Polygon","coordinates":[]}',
  '{"type":',
  'geojson',
  '<b>x</b>',
  '<script>',
  'Emergency shelter for victims of domestic violence',
  'constructor',
  '__proto__',
  'toString',
  'ext 5',
  '\u0000\u202e',
  'food',
  '🙂',
  'javascript:alert(1)',
  'https://example.org',
  'a'.repeat(5_000),
  ' '.repeat(50),
];

const Id = fc.constantFrom('', '1', '2', '3', 'constructor', '__proto__');
const Cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...CELLS) },
  { weight: 1, arbitrary: fc.string() },
);

/** Rather what makes a place: otherwise few of them would have one. */
const LIKELY = {
  address_1: fc.constantFrom('Confidential', 'PO Box 7', '100 Example St', ''),
  postal_code: fc.constantFrom('21201', '2108', '99999', ''),
};

const tableOf = (links: string, columns: string, more: Record<string, fc.Arbitrary<string>> = {}) =>
  fc.array(
    fc.record({
      ...Object.fromEntries(links.split(' ').map((name) => [name, Id])),
      ...Object.fromEntries(columns.split(' ').map((name) => [name, Cell])),
      ...more,
    }),
    { maxLength: 4 },
  );

const AnyRows: fc.Arbitrary<Rows> = fc.record({
  organizations: tableOf('id', 'name website'),
  services: tableOf(
    'id organization_id location_id',
    'name description status minimum_age maximum_age assured_date eligibility_description fees_description languages service_areas taxonomy_ids hours url',
  ),
  locations: tableOf('id organization_id', 'name description latitude longitude location_type virtual'),
  service_at_location: tableOf('id service_id location_id', 'description'),
  addresses: tableOf(
    'id location_id organization_id',
    'address_2 city state_province country address_type',
    LIKELY,
  ),
  phones: tableOf('id service_id location_id organization_id', 'number extension type description'),
  schedules: tableOf(
    'id service_id location_id',
    'freq byday interval bymonthday opens_at closes_at weekday timezone valid_from valid_to until dtstart description',
  ),
  service_areas: tableOf('id service_id', 'name extent extent_type'),
  taxonomy_terms: tableOf('id parent_id', 'name code'),
  attributes: tableOf('id link_id taxonomy_term_id', 'value'),
  service_capacity: tableOf('id service_id', 'available maximum updated'),
  languages: tableOf('id service_id location_id', 'name code'),
});

function faultsOf({ confidential, address, place, phones, ages, hours, languages }: Listing): string[] {
  const isShown = address !== undefined || place.kind === 'at';
  return [
    ...(confidential && isShown ? ['a secret place is shown'] : []),
    ...(place.kind === 'at' && !(Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180)
      ? ['nowhere on earth']
      : []),
    ...(phones.some(({ number }) => !/^(?:\+[1-9]\d{7,14}|[2-9]\d\d)$/.test(number))
      ? ['a telephone that cannot be dialled']
      : []),
    ...((ages?.from ?? 0) > (ages?.to ?? 200) ? ['ages upside down'] : []),
    ...(hours?.rules.some(({ from, to }) => from < 0 || from >= 1440 || to <= from || to > from + 1440)
      ? ['impossible hours']
      : []),
    ...(languages.some((code) => !/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/.test(code))
      ? ['a language that is none']
      : []),
  ];
}

describe('whatever stands in a directory', () => {
  it('becomes listings that are sound, or a line of the report, and a snapshot', () => {
    fc.assert(
      fc.property(AnyRows, (rows) => {
        const { listings, problems } = directoryOf(rows);
        expect(listings.flatMap(faultsOf)).toEqual([]);
        expect(problems.every(({ row, problem }) => row >= 2 && problem !== '')).toBe(true);
        const wrong =
          (rows.services ?? []).filter(({ id }) => id !== '').length -
          new Set(listings.map(({ serviceId }) => serviceId)).size;
        const told = problems.filter(({ table, kept }) => table === 'services' && !kept).length;
        expect(told).toBeGreaterThanOrEqual(wrong);
        expect(loadSnapshot(writeSnapshot(listings, { builtAt: NOW })).listings).toBe(listings.length);
      }),
      { numRuns: 400 },
    );
  });
});
