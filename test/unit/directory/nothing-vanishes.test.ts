import { describe, expect, it } from 'vitest';
import { directoryOf, listingOf, pantry, told, type Rows } from './any-directory.ts';

const [service] = pantry.services;
const [location] = pantry.locations;
const [phone] = pantry.phones;

const tellsOf = (more: Rows) => told(directoryOf({ ...pantry, ...more }));

describe('a row that comes into no listing', () => {
  it.each([
    ['phones', { number: '410-555-0199', contact_id: 'c1' }, 'a contact person’s: not given to clients'],
    [
      'phones',
      { number: '410-555-0199', organization_id: 'o1' },
      'not needed: there is a number nearer to each service',
    ],
    ['languages', { name: 'Spanish', phone_id: 'p1' }, 'of a telephone alone: not kept'],
    ['languages', { name: 'Spanish' }, 'belongs to no service'],
    ['attributes', { value: 'x' }, 'describes no service'],
    ['cost_options', { amount: '5' }, 'belongs to no service'],
    ['service_areas', { name: 'Kent County' }, 'belongs to no service'],
    ['holiday_schedules', { service_id: 's1', closed: 'true' }, 'hours of single days are not kept'],
  ] as const)('of %s %j is named with the reason', (table, cells, reason) => {
    const own = table === 'phones' ? [phone] : [];
    expect(tellsOf({ [table]: [...own, { id: 'x1', ...cells }] })).toEqual([
      `${table} ${own.length + 2} id: ${reason} (left out)`,
    ]);
  });

  it.each([
    ['service_id', 'services', 'service'],
    ['location_id', 'locations', 'location'],
    ['organization_id', 'organizations', 'organization'],
    ['service_at_location_id', 'service_at_location', 'service_at_location'],
  ] as const)('is named with the %s that leads nowhere', (field, table, one) => {
    const lost = { id: 'p9', number: '410-555-0199', [field]: 'gone' };
    expect(tellsOf({ phones: [phone, lost] })).toEqual([`phones 3 ${field}: no such ${one} (left out)`]);
    expect(told(directoryOf({ [table]: [], phones: [lost] }))).toEqual([
      `phones 2 ${field}: no such ${one} (left out)`,
    ]);
  });

  it('is named with a contact that leads nowhere, unless persons are not published at all', () => {
    const lost = { id: 'p9', number: '410-555-0199', contact_id: 'gone' };
    const contacts = [{ id: 'c1', organization_id: 'o1' }];
    expect(tellsOf({ contacts, phones: [phone, lost] })).toEqual([
      'phones 3 contact_id: no such contact (left out)',
    ]);
    expect(tellsOf({ contacts, phones: [phone, { ...lost, contact_id: 'c1' }] })).toEqual([
      'phones 3 id: a contact person’s: not given to clients (left out)',
    ]);
    expect(tellsOf({ phones: [phone, lost] })).toEqual([
      'phones 3 id: a contact person’s: not given to clients (left out)',
    ]);
  });

  it('is named for the first of its links that leads nowhere', () => {
    const lost = {
      id: 'p9',
      number: '410-555-0199',
      location_id: 'l1',
      organization_id: 'gone',
      contact_id: 'c',
    };
    expect(tellsOf({ phones: [phone, lost] })).toEqual([
      'phones 3 organization_id: no such organization (left out)',
    ]);
  });

  it('is not named where the table is not read, nor where it is of persons', () => {
    expect(tellsOf({ programs: [{ id: 'g1' }], contacts: [{ id: 'c1', service_id: 'gone' }] })).toEqual([]);
  });

  it('is judged all the same: what is wrong with it is told', () => {
    const service_capacity = [
      { id: 'b1', service_id: 'gone', available: 'many', updated: '2026-11-20' },
      { id: 'b2', service_id: 's1', available: '3' },
    ];
    expect(tellsOf({ service_capacity })).toEqual([
      'service_capacity 3 updated: not said when: its age is unknown',
      'service_capacity 2 available: not a number of places: capacity is unknown',
      'service_capacity 2 service_id: no such service (left out)',
    ]);
    const spare = { id: 'p9', organization_id: 'o1', number: '(800) JKL-0134' };
    expect(tellsOf({ phones: [phone, spare] })).toEqual([
      'phones 3 number: letters instead of digits -> +18005550134',
      'phones 3 id: not needed: there is a number nearer to each service (left out)',
    ]);
  });
});

describe('a row without an id, or with another’s', () => {
  it('is left out', () => {
    const { id: _, ...nameless } = service;
    const { listings, problems } = directoryOf({ ...pantry, services: [service, nameless] });
    expect(listings).toHaveLength(1);
    expect(problems).toEqual([
      {
        severity: 'error',
        table: 'services',
        row: 3,
        field: 'id',
        value: '',
        problem: 'no id',
        kept: false,
      },
    ]);
  });

  it('is no copy if only one of two says something more', () => {
    const other = { ...location, description: 'By the river' };
    const line = 'locations 3 id: the id of row 2, with other content (left out)';
    expect(tellsOf({ locations: [location, other] })).toEqual([line]);
    expect(tellsOf({ locations: [other, location] })).toEqual([line]);
  });

  it('is a warning where it is a copy: nothing is lost', () => {
    expect(directoryOf({ ...pantry, locations: [location, location] }).problems).toMatchObject([
      { severity: 'warning', kept: false, value: 'l1' },
    ]);
  });
});

describe('the report', () => {
  it('tells once what several listings share', () => {
    const { latitude: _, ...unplaced } = location;
    const rows = {
      services: [service, { ...service, id: 's2' }],
      locations: [unplaced],
      service_at_location: [
        ...pantry.service_at_location,
        { id: 'sl2', service_id: 's2', location_id: 'l1' },
      ],
    };
    expect(tellsOf(rows)).toEqual([
      'locations 2 latitude: coordinates: one of two coordinates is missing',
      'locations 2 latitude: no coordinates: placed in the middle of its ZIP code -> 21201',
    ]);
  });

  it('cuts what it shows of long texts', () => {
    const description = `<b>${'Soup. '.repeat(100)}</b>`;
    const rows = { ...pantry, services: [{ ...service, description }] };
    expect(listingOf(rows).description).toHaveLength(599);
    const [line] = directoryOf(rows).problems;
    expect(line).toMatchObject({ severity: 'warning', kept: true, value: description.slice(0, 200) });
    expect(line?.mended).toBe('Soup. '.repeat(100).slice(0, 200));
  });
});
