import { describe, expect, it } from 'vitest';
import { startReport } from '#shared/domain/directory/report.ts';
import { cell } from '#shared/domain/directory/source-row.ts';
import type { TableName } from '#shared/domain/directory/tables.ts';
import { visitsOf } from '#shared/domain/directory/visits-of.ts';
import { aRow } from './a-row.ts';
import { told } from './any-directory.ts';

type Cells = Readonly<Record<string, string>>;

const byId = (table: TableName, rows: readonly Cells[]) =>
  new Map(rows.map((cells) => [cells['id'] ?? '', aRow(table, cells)]));

const aSite = (county: string) => ({
  address: undefined,
  point: undefined,
  county,
  timeZone: undefined,
  isByZip: false,
  isVirtual: false,
});

/** The places of a service, where organizations o1 and o2 and locations l1 and l2 are known. */
function visits(service: Cells, links: readonly Cells[] = []) {
  const report = startReport();
  const rows = links.map((cells, index) => aRow('service_at_location', cells, index + 2));
  const row = aRow('services', { id: 's1', name: 'Meals', organization_id: 'o1', ...service });
  const read = visitsOf(row, {
    services: new Map([['s1', row]]),
    organizations: byId('organizations', [{ id: 'o1' }, { id: 'o2' }]),
    locations: byId('locations', [
      { id: 'l1', organization_id: 'o1' },
      { id: 'l2', organization_id: 'o2' },
      { id: 'l3', organization_id: 'o9' },
    ]),
    atLocations: new Map([['s1', rows]]),
    siteOf: (location) => aSite(`of ${cell(location, 'id')}`),
    report,
  });
  const unused = [row, ...rows].filter(report.isUnaccounted).length;
  return { read, told: told(report), problems: report.problems, unused };
}

const where = (...given: Parameters<typeof visits>) =>
  visits(...given).read.map(({ owner, site, isOneOfSeveral }) => ({
    ...owner,
    county: site?.county,
    isOneOfSeveral,
  }));

const atFirst = {
  serviceId: 's1',
  organizationId: 'o1',
  locationId: 'l1',
  county: 'of l1',
  isOneOfSeveral: false,
};
const links = [
  { id: 'x1', location_id: 'l1' },
  { id: 'x2', location_id: 'l2' },
];

describe('a service', () => {
  it('is nowhere in particular where it has no place', () => {
    const { read, told, unused } = visits({});
    expect(read).toMatchObject([
      {
        location: undefined,
        site: undefined,
        owner: { serviceId: 's1', organizationId: 'o1' },
        isOneOfSeveral: false,
      },
    ]);
    expect({ told, unused }).toEqual({ told: [], unused: 0 });
  });

  it('is at the place that it names', () => {
    expect(where({ location_id: 'l1' })).toEqual([{ ...atFirst, atLocationId: undefined }]);
    expect(visits({ location_id: 'l1' }).told).toEqual([]);
  });

  it('is at the places where rows put it', () => {
    expect(where({}, links.slice(0, 1))).toEqual([{ ...atFirst, atLocationId: 'x1' }]);
    expect(where({}, links)).toEqual([
      { ...atFirst, atLocationId: 'x1', isOneOfSeveral: true },
      { ...atFirst, locationId: 'l2', county: 'of l2', atLocationId: 'x2', isOneOfSeveral: true },
    ]);
    expect(visits({}, links)).toMatchObject({ told: [], unused: 0 });
  });

  it('is at a place once, by the row that puts it there', () => {
    expect(where({ location_id: 'l1' }, links).map(({ atLocationId }) => atLocationId)).toEqual(['x1', 'x2']);
    const { read, told, unused } = visits({}, [...links, { id: 'x3', location_id: 'l1' }]);
    expect(read.map(({ owner }) => owner.atLocationId)).toEqual(['x1', 'x2']);
    expect(told).toEqual(['service_at_location 4 location_id: the same place twice (left out)']);
    expect(unused).toBe(0);
  });

  it('is told where there is no such place', () => {
    const { read, told } = visits({ location_id: 'l8' }, [{ id: 'x9', location_id: 'l9' }]);
    expect(read).toMatchObject([{ location: undefined }]);
    expect(told).toEqual([
      'service_at_location 2 location_id: no such location (left out)',
      'services 2 location_id: no such location',
    ]);
  });

  it('belongs to its organization, else to that of its first place', () => {
    const of = (...given: Parameters<typeof visits>) =>
      visits(...given).read.map(({ owner, service, organization }) => [
        owner.organizationId,
        cell(service, 'organization_id'),
        organization && cell(organization, 'id'),
      ]);
    expect(of({}, links)).toEqual([
      ['o1', 'o1', 'o1'],
      ['o1', 'o1', 'o1'],
    ]);
    expect(of({ organization_id: '', location_id: 'l2' })).toEqual([['o2', 'o2', 'o2']]);
    expect(of({ organization_id: '' }, links.toReversed())).toEqual([
      ['o2', 'o2', 'o2'],
      ['o2', 'o2', 'o2'],
    ]);
    expect(of({ organization_id: '' })).toEqual([['', '', undefined]]);
  });

  it('is told where it has no organization, or none that exists, or no name', () => {
    expect(visits({ organization_id: '' }).told).toEqual(['services 2 organization_id: no organization']);
    expect(visits({ organization_id: 'o9' }).told).toEqual([
      'services 2 organization_id: no such organization',
    ]);
    expect(visits({ name: '' }).told).toEqual(['services 2 name: no name']);
  });

  const shifted = { organization_id: 'Meals for all', status: 'Food, clothes' };
  it.each<[string, Cells]>([
    ['words for an organization', shifted],
    ['a web address for a status', { organization_id: 'x', status: 'http://example.org' }],
    ['a secure web address for a status', { organization_id: 'x', status: 'https://example.org' }],
    ['a mail address for a status', { organization_id: 'x', status: 'me@example.org' }],
    ['a number for a status', { organization_id: 'x', status: '12' }],
    ['a story for a status', { organization_id: 'x', status: 'x'.repeat(41) }],
  ])('is refused where the cells seem shifted: %s', (_, cells) => {
    const { read, told, unused } = visits(cells);
    expect({ read, unused }).toEqual({ read: [], unused: 0 });
    expect(told).toEqual([
      'services 2 id: the cells seem shifted: neither status nor organization fits (left out)',
    ]);
  });

  it.each<[string, Cells]>([
    ['its status is known', { ...shifted, status: 'active' }],
    ['it has no status', { ...shifted, status: '' }],
    ['its organization is known', { ...shifted, organization_id: 'o1' }],
    ['it has no organization', { ...shifted, organization_id: '' }],
    [
      'its organization is known, whatever its status',
      { organization_id: 'o1', status: 'http://example.org' },
    ],
    ['it has no organization, whatever its status', { organization_id: '', status: 'http://example.org' }],
    ['its status is a word', { organization_id: 'x', status: 'pending' }],
    ['its status is a digit', { organization_id: 'x', status: '1' }],
    ['its status is long', { organization_id: 'x', status: 'x'.repeat(40) }],
    ['its status ends in a number', { organization_id: 'x', status: 'level 12' }],
    ['its status speaks of the web', { organization_id: 'x', status: 'see https:' }],
    ['its status begins with a sign', { organization_id: 'x', status: '@home' }],
  ])('is kept where %s', (_, cells) => {
    expect(visits(cells).read).toHaveLength(1);
  });

  it('stands in the report by its name where it is refused, and by the organization that is not there', () => {
    expect(visits(shifted).problems).toMatchObject([{ value: 'Meals', severity: 'error' }]);
    expect(visits({ organization_id: '', location_id: 'l3' }).problems).toMatchObject([{ value: 'o9' }]);
    expect(visits({ organization_id: 'o9' }).problems).toMatchObject([{ value: 'o9', severity: 'warning' }]);
  });
});
