import { describe, expect, it } from 'vitest';
import { directoryOf, listingOf, pantry, told } from './any-directory.ts';

const [service] = pantry.services;
const [location] = pantry.locations;
const [address] = pantry.addresses;
const [phone] = pantry.phones;

describe('a directory without fault', () => {
  it('becomes listings without a line of report', () => {
    const directory = directoryOf(pantry);
    expect(told(directory)).toEqual([]);
    expect(directory.listings).toEqual([
      {
        id: 's1',
        serviceId: 's1',
        locationId: 'l1',
        organizationId: 'o1',
        name: 'Food pantry',
        organization: 'Harbor Kitchen',
        description: 'Groceries for anybody.',
        status: 'active',
        needs: [{ code: 'food', known: 'inferred' }],
        place: {
          kind: 'at',
          latitude: 39.29,
          longitude: -76.62,
          zip: '21201',
          city: 'Baltimore',
          county: 'Baltimore city',
          state: 'MD',
          timeZone: 'America/New_York',
        },
        confidential: false,
        address: ['100 Example St', 'Baltimore, MD 21201'],
        phones: [{ number: '+14105550134', kind: 'voice' }],
        url: 'https://harbor.example.org',
        languages: [],
        audience: [],
        areas: [],
        documents: [],
        accessibility: [],
      },
    ]);
  });
});

describe('ids and links', () => {
  it('leaves out the second of two with the same id, unless they say the same', () => {
    const twice = directoryOf({ ...pantry, services: [service, { ...service, name: 'Other' }] });
    expect(told(twice)).toEqual(['services 3 id: the id of row 2, with other content (left out)']);
    expect(twice.listings).toHaveLength(1);
    expect(told(directoryOf({ ...pantry, services: [service, service] }))).toEqual([
      'services 3 id: the same as row 2 (left out)',
    ]);
  });

  it('names every link that leads nowhere', () => {
    const rows = {
      ...pantry,
      service_at_location: [
        ...pantry.service_at_location,
        { id: 'sl2', service_id: 's1', location_id: 'gone' },
        { id: 'sl3', service_id: 'gone', location_id: 'l1' },
      ],
      phones: [phone, { ...phone, id: 'p2', service_id: 'gone' }],
      languages: [{ id: 'g1', service_id: 'gone', name: 'Spanish' }],
    };
    expect(told(directoryOf(rows))).toEqual([
      'service_at_location 3 location_id: no such location (left out)',
      'service_at_location 4 service_id: no such service (left out)',
      'phones 3 service_id: no such service (left out)',
      'languages 2 service_id: no such service (left out)',
    ]);
  });

  it('keeps a service whose organization is not there', () => {
    const directory = directoryOf({ ...pantry, organizations: [] });
    expect(directory.listings[0]).toMatchObject({ organizationId: 'o1', organization: '' });
    expect(told(directory)).toContain('services 2 organization_id: no such organization');
  });

  it('gives a service at two places two listings with ids of their own', () => {
    const rows = {
      ...pantry,
      locations: [location, { ...location, id: 'l2', latitude: '39.3' }],
      service_at_location: [
        ...pantry.service_at_location,
        { id: 'sl2', service_id: 's1', location_id: 'l2' },
      ],
    };
    expect(directoryOf(rows).listings.map(({ id }) => id)).toEqual(['s1@l1', 's1@l2']);
  });

  it('refuses a row whose cells seem shifted', () => {
    const shifted = {
      ...service,
      id: 's2',
      organization_id: 'Groceries',
      status: 'https://harbor.example.org',
    };
    const strange = { ...shifted, organization_id: 'Food pantry', status: 'Groceries' };
    expect(directoryOf({ ...pantry, services: [strange] }).listings).toEqual([]);
    const odd = { ...service, organization_id: 'gone', status: 'pending' };
    expect(directoryOf({ ...pantry, services: [odd] }).listings).toHaveLength(1);
    expect(told(directoryOf({ ...pantry, services: [service, shifted] }))).toEqual([
      'services 3 id: the cells seem shifted: neither status nor organization fits (left out)',
    ]);
  });

  it('accounts for organizations and places that nothing needs', () => {
    const rows = {
      ...pantry,
      organizations: [...pantry.organizations, { id: 'o2', name: 'Idle', description: '-' }],
      locations: [location, { id: 'l9', name: 'Empty' }],
      holiday_schedules: [{ id: 'd1', location_id: 'l1', start_date: '2026-12-25', closed: 'true' }],
    };
    expect(told(directoryOf(rows))).toEqual([
      'organizations 3 id: an organization without services (left out)',
      'locations 3 id: a place without services (left out)',
      'holiday_schedules 2 id: hours of single days are not kept (left out)',
    ]);
  });
});

describe('where a service is', () => {
  const { service_at_location: _, ...placeless } = pantry;

  it('is the middle of its ZIP code where it has no coordinates', () => {
    const rows = { ...pantry, locations: [{ id: 'l1', organization_id: 'o1', name: 'Kitchen' }] };
    expect(listingOf(rows).place).toMatchObject({ kind: 'at', latitude: 39.29, approximate: 'zip' });
    expect(told(directoryOf(rows))).toEqual([
      'locations 2 latitude: no coordinates: placed in the middle of its ZIP code -> 21201',
    ]);
  });

  it('is never a PO box', () => {
    const listing = listingOf({ ...pantry, addresses: [{ ...address, address_1: 'PO Box 7' }] });
    expect(listing.place).toMatchObject({ approximate: 'zip' });
    expect(listing).not.toHaveProperty('address');
  });

  it('is where its organization is if it has no place of its own', () => {
    expect(listingOf(placeless).place).toMatchObject({
      kind: 'at',
      approximate: 'organization',
      latitude: 39.29,
    });
    expect(told(directoryOf(placeless))).toContain(
      'services 2 location_id: no place of its own: placed where its organization is',
    );
  });

  it('is a whole state or country if that is its area', () => {
    const inArea = (service_areas: string) =>
      listingOf({ ...placeless, services: [{ ...service, service_areas }] }).place;
    expect(inArea('Maryland')).toEqual({ kind: 'statewide', state: 'MD', timeZone: 'America/New_York' });
    expect(inArea('Nationwide')).toMatchObject({ kind: 'nationwide' });
  });

  it('is nowhere if it is reached from anywhere', () => {
    const rows = { ...pantry, locations: [{ ...location, location_type: 'virtual' }] };
    expect(listingOf(rows).place).toEqual({ kind: 'virtual', state: 'MD', timeZone: 'America/New_York' });
  });

  it('has its organization’s clock if it has none of its own', () => {
    const { addresses: _addresses, ...rest } = pantry;
    const rows = {
      ...rest,
      addresses: [{ ...address, location_id: '', organization_id: 'o1' }],
      locations: [{ id: 'l1', organization_id: 'o1', name: 'Line', location_type: 'virtual' }],
      schedules: [{ id: 'h1', service_id: 's1', weekday: 'Monday', opens_at: '09:00', closes_at: '17:00' }],
    };
    expect(listingOf(rows)).toMatchObject({
      place: { kind: 'virtual' },
      hours: { timeZone: 'America/New_York' },
    });
  });

  it('is told where coordinates are swapped, and doubted where they are far away', () => {
    const at = (latitude: string, longitude: string) => ({
      ...pantry,
      locations: [{ ...location, latitude, longitude }],
    });
    expect(listingOf(at('-76.62', '39.29')).place).toMatchObject({ latitude: 39.29, longitude: -76.62 });
    expect(told(directoryOf(at('-76.62', '39.29')))).toEqual([
      'locations 2 latitude: coordinates swapped -> 39.29, -76.62',
    ]);
    expect(listingOf(at('34.05', '-118.24')).place).toMatchObject({ latitude: 39.29, approximate: 'zip' });
    expect(told(directoryOf(at('34.05', '-118.24')))[0]).toMatch(/km from the ZIP code of its address$/);
  });
});

describe('telephones', () => {
  const phones = (...rows: Record<string, string>[]) => ({
    ...pantry,
    phones: rows.map((row, index) => ({ id: `p${index}`, service_id: 's1', ...row })),
  });

  it('leaves faxes out and says so', () => {
    const rows = phones(
      { number: '410-555-0134' },
      { number: '410-555-0135', type: 'fax' },
      { number: '410-555-0136', description: 'Fax line' },
    );
    expect(listingOf(rows).phones.map(({ number }) => number)).toEqual(['+14105550134']);
    expect(told(directoryOf(rows))).toEqual([
      'phones 3 type: a fax: nobody answers it (left out)',
      'phones 4 type: a fax: nobody answers it (left out)',
    ]);
  });

  it('keeps the row of a number that cannot be dialled, without it', () => {
    const rows = phones({ number: '(410) 526-985' });
    expect(listingOf(rows).phones).toEqual([]);
    expect(told(directoryOf(rows))).toEqual([
      'phones 2 number: not a dialable number: 9 digits: some are missing',
    ]);
  });

  it('puts those for the deaf last and finds extensions beside the number', () => {
    const rows = phones(
      { number: '410-555-0135', description: 'TTY' },
      { number: '410-555-0134', description: 'Intake, ext 12' },
    );
    expect(listingOf(rows).phones).toEqual([
      { number: '+14105550134', extension: '12', label: 'Intake, ext 12', kind: 'voice' },
      { number: '+14105550135', label: 'TTY', kind: 'tty' },
    ]);
  });

  it('takes the organization’s where no nearer one is there, and accounts for the others', () => {
    const organizationsOwn = { id: 'p9', organization_id: 'o1', number: '410-555-0199' };
    expect(listingOf({ ...pantry, phones: [organizationsOwn] }).phones).toEqual([
      { number: '+14105550199', kind: 'voice' },
    ]);
    expect(told(directoryOf({ ...pantry, phones: [phone, organizationsOwn] }))).toEqual([
      'phones 3 id: not needed: there is a number nearer to each service (left out)',
    ]);
  });
});

describe('needs', () => {
  const termed = (...terms: Record<string, string>[]) => ({
    ...pantry,
    taxonomy_terms: terms.map((term) => ({ ...term })),
    attributes: terms.map(({ id = '' }, index) => ({ id: `x${index}`, link_id: 's1', taxonomy_term_id: id })),
  });

  it('come from the directory’s terms, by name, by code, or by what they are part of', () => {
    const stated = (...terms: Record<string, string>[]) =>
      listingOf(termed(...terms)).needs.flatMap(({ code, known }) => (known === 'stated' ? [code] : []));
    expect(stated({ id: 't1', name: 'Rental assistance' })).toEqual(['housing']);
    expect(stated({ id: 't1', name: 'x', code: 'transportation-insecurity' })).toEqual(['transport']);
    expect(stated({ id: 't1', name: 'Brown bags', parent_id: 't2' }, { id: 't2', name: 'Food' })).toEqual([
      'food',
    ]);
    expect(stated({ id: 't1', name: 'Mental health' })).toEqual(['mental-health']);
  });

  it('are read from words where no term says anything, and then trusted less', () => {
    expect(listingOf(pantry).needs).toEqual([{ code: 'food', known: 'inferred' }]);
  });

  it('list terms that the table does not know, by frequency', () => {
    const rows = termed({ id: 't1', name: 'Kites' });
    expect([...directoryOf(rows).unmappedTerms]).toEqual([['Kites', 1]]);
  });

  it('do not follow terms that are part of themselves for ever', () => {
    const rows = termed(
      { id: 't1', name: 'Kites', parent_id: 't2' },
      { id: 't2', name: 'Strings', parent_id: 't1' },
    );
    expect(told(directoryOf(rows))).toContain('taxonomy_terms 2 parent_id: a term that is part of itself');
  });

  it('are told when a term is given twice or does not exist', () => {
    const rows = {
      ...pantry,
      services: [{ ...service, taxonomy_ids: '101, 101, 999' }],
      taxonomies: [{ id: '1', code: '101', name: 'Food' }],
    };
    expect(listingOf(rows).needs).toEqual([{ code: 'food', known: 'stated' }]);
    expect(told(directoryOf(rows))).toEqual([
      'services 2 taxonomy_ids: a term given twice (left out)',
      'services 2 taxonomy_ids: no such taxonomy term',
    ]);
  });

  it('are not whom a service is for', () => {
    const rows = {
      ...pantry,
      services: [{ ...service, taxonomy_ids: '201' }],
      taxonomies: [{ id: '1', code: '201', name: 'Homeless', type: 'situation' }],
    };
    expect(listingOf(rows).needs).toEqual([{ code: 'food', known: 'inferred' }]);
  });
});

describe('what else a service says', () => {
  const with_ = (change: Record<string, string>) => ({ ...pantry, services: [{ ...service, ...change }] });

  it.each([
    ['Alameda County, San Mateo County', [{ kind: 'county', names: ['Alameda', 'San Mateo'], state: 'MD' }]],
    [
      'Kent, Cecil and Harford Counties',
      [{ kind: 'county', names: ['Kent', 'Cecil', 'Harford'], state: 'MD' }],
    ],
    ['21201, 21202', [{ kind: 'zip', zips: ['21201', '21202'] }]],
    ['Colma, Daly City', [{ kind: 'city', names: ['Colma', 'Daly City'], state: 'MD' }]],
    [
      'Havre de Grace; St. Mary’s City',
      [{ kind: 'city', names: ['Havre de Grace', 'St. Mary’s City'], state: 'MD' }],
    ],
    ['East Palo Alto', [{ kind: 'city', names: ['East Palo Alto'], state: 'MD' }]],
    ['Dover, DE', [{ kind: 'city', names: ['Dover'], state: 'DE' }]],
    [
      'Dover, DE, Elkton, MD, VA',
      [
        { kind: 'city', names: ['Dover'], state: 'DE' },
        { kind: 'city', names: ['Elkton'], state: 'MD' },
        { kind: 'state', states: ['VA'] },
      ],
    ],
    ['Kent County, DE', [{ kind: 'county', names: ['Kent'], state: 'DE' }]],
    ['Statewide', [{ kind: 'state', states: ['MD'] }]],
    ['MD, Virginia', [{ kind: 'state', states: ['MD', 'VA'] }]],
    ['United States', [{ kind: 'nationwide' }]],
  ])('the area %s', (service_areas, areas) => {
    expect(listingOf(with_({ service_areas })).areas).toEqual(areas);
  });

  it.each([
    'Anyone who can prove that they live close by',
    'Everyone in the state',
    'Central Maryland',
    'Greater Baltimore',
    'The Tri-State Area',
    'No restrictions',
    'Citywide',
    'Baltimore, and surrounding towns',
  ])('an area such as %s is unknown, and said to be', (service_areas) => {
    expect(listingOf(with_({ service_areas })).areas).toEqual([]);
    expect(told(directoryOf(with_({ service_areas })))[0]).toContain(
      'service_areas: service area: not a list',
    );
  });

  it('an area drawn in GeoJSON', () => {
    const square = '[[-76.7,39.2],[-76.5,39.2],[-76.5,39.4],[-76.7,39.2]]';
    const area = (extent: string) => ({
      ...pantry,
      service_areas: [{ id: 'v1', service_id: 's1', extent, extent_type: 'geojson' }],
    });
    expect(
      listingOf(area(`{"type":"Feature","geometry":{"type":"Polygon","coordinates":[${square}]}}`)).areas,
    ).toMatchObject([
      {
        kind: 'shape',
        polygons: [
          [
            [
              [-76.7, 39.2],
              [-76.5, 39.2],
              [-76.5, 39.4],
              [-76.7, 39.2],
            ],
          ],
        ],
      },
    ]);
    expect(told(directoryOf(area('{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[7,8]]]}')))).toEqual([
      'service_areas 2 extent: GeoJSON: no closed outline in it',
    ]);
  });

  it('capacity, unless more is free than there is', () => {
    const beds = (available: string, maximum: string) => ({
      ...pantry,
      service_capacity: [{ id: 'c1', service_id: 's1', available, maximum, updated: '2026-11-20T10:00:00Z' }],
    });
    expect(listingOf(beds('3', '10')).capacity).toEqual({
      state: 'capacity',
      available: 3,
      at: Date.parse('2026-11-20T10:00:00Z'),
    });
    expect(listingOf(beds('0', '10')).capacity?.state).toBe('no-capacity');
    expect(listingOf(beds('12', '10'))).not.toHaveProperty('capacity');
    expect(told(directoryOf(beds('12', '10')))).toEqual([
      'service_capacity 2 available: more than the maximum of 10: capacity is unknown',
    ]);
  });

  it('ages, status, audience, cost and the day somebody made sure', () => {
    const listing = listingOf(
      with_({
        minimum_age: '18',
        maximum_age: '999',
        status: 'Inactive',
        eligibility_description: 'Veterans only',
        fees_description: 'None.',
        assured_date: '2026-05-01',
      }),
    );
    expect(listing).toMatchObject({
      ages: { from: 18 },
      status: 'inactive',
      audience: [{ code: 'veterans', known: 'inferred' }],
      eligibility: 'Veterans only',
      cost: 'free',
      verifiedAt: Date.parse('2026-05-01'),
    });
  });

  it('an unknown status is not offered', () => {
    expect(listingOf(with_({ status: 'pending review' })).status).toBe('inactive');
    expect(told(directoryOf(with_({ status: 'pending review' })))[0]).toContain(
      'not a status of the standard',
    );
  });

  it('a description of endless length, cut', () => {
    const rows = with_({ description: '[a]('.repeat(100_000) });
    expect(listingOf(rows).description).toHaveLength(10_000);
    expect(told(directoryOf(rows))[0]).toContain('services 2 description: longer than 10000 characters: cut');
  });

  it('HTML in its description, made plain and reported', () => {
    const rows = with_({ description: '<p>Groceries <b>free</b></p><script>x()</script>' });
    expect(listingOf(rows).description).toBe('Groceries free');
    expect(told(directoryOf(rows))).toEqual([
      'services 2 description: HTML: made plain text -> Groceries free',
    ]);
  });
});
