import { describe, expect, it } from 'vitest';
import { directoryOf, listingOf, pantry, told, type Rows } from './any-directory.ts';

const [service] = pantry.services;
const [location] = pantry.locations;
const [address] = pantry.addresses;
const { service_at_location: _, ...placeless } = pantry;
const { latitude: _latitude, longitude: _longitude, ...unplaced } = location;

type Cells = Record<string, string>;
const addresses = (...changes: Cells[]): Rows => ({
  ...pantry,
  addresses: changes.map((change, index) => ({ ...address, id: `a${index}`, ...change })),
});
const at = (change: Cells, ...own: Cells[]): Rows => ({
  ...addresses(...own),
  locations: [{ ...unplaced, ...change }],
});

describe('of several addresses of a place', () => {
  it.each([
    [
      'the one that one goes to, not the one for letters',
      [
        { address_1: '1 Mail Rd', address_type: 'postal' },
        { address_1: '2 Door St', address_type: 'physical' },
      ],
      '2 Door St',
    ],
    ['the one with a street', [{ address_1: '' }, { address_1: '2 Door St' }], '2 Door St'],
    [
      'the one with a street, wherever it stands',
      [{ address_1: '2 Door St' }, { address_1: '' }],
      '2 Door St',
    ],
    [
      'the first of two that are as good',
      [{ address_1: '1 First St' }, { address_1: '2 Next St' }],
      '1 First St',
    ],
    [
      'any, where there is only one for letters',
      [{ address_1: '1 Mail Rd', address_type: 'mailing' }],
      '1 Mail Rd',
    ],
    [
      'the one without a type before one that is virtual',
      [{ address_1: '1 Web Rd', address_type: 'Virtual' }, { address_1: '2 Door St' }],
      '2 Door St',
    ],
  ])('%s is printed', (_title, rows: Cells[], line) => {
    expect(listingOf(addresses(...rows)).address?.[0]).toBe(line);
  });

  it('none is printed, rather than the letters’ one instead of a door without a street', () => {
    const rows = addresses({ address_1: '1 Mail Rd', address_type: 'postal' }, { address_1: '' });
    expect(listingOf(rows)).not.toHaveProperty('address');
    expect(told(directoryOf(rows))).toEqual(['addresses 3 address_1: no street']);
  });

  it('none is printed where one of them is secret', () => {
    const rows = addresses({}, { address_1: 'Undisclosed', address_type: 'postal' });
    expect(listingOf(rows)).toMatchObject({ confidential: true, place: { kind: 'unknown' } });
    expect(listingOf(rows)).not.toHaveProperty('address');
  });
});

describe('an address', () => {
  it('is printed with its second line', () => {
    expect(listingOf(addresses({ address_2: 'Door 4' })).address).toEqual([
      '100 Example St',
      'Door 4',
      'Baltimore, MD 21201',
    ]);
  });

  it('of another country is not measured by American rules', () => {
    const rows = addresses({ country: 'GB', state_province: 'Kent', postal_code: 'CT1 2AB' });
    expect(told(directoryOf(rows))).toEqual([]);
    expect(
      told(directoryOf(addresses({ country: '', state_province: 'Kent', postal_code: '2120' }))),
    ).toEqual(['addresses 2 state_province: not a state', 'addresses 2 postal_code: not a ZIP code']);
  });

  it('is mended with a line that says how', () => {
    expect(told(directoryOf(addresses({ state_province: 'Maryland' })))).toEqual([
      'addresses 2 state_province: not the state’s two letters -> MD',
    ]);
    expect(directoryOf(addresses({ state_province: 'nowhere' })).problems[0]).not.toHaveProperty('mended');
  });
});

describe('coordinates', () => {
  const there = { latitude: '39.29', longitude: '-76.62' };

  it('of a place without an address give it its clock', () => {
    expect(listingOf(at(there)).place).toStrictEqual({
      kind: 'at',
      latitude: 39.29,
      longitude: -76.62,
      timeZone: 'America/New_York',
    });
  });

  it('must lie in the state of its address, where no ZIP code tells more', () => {
    const rows = at({ latitude: '34.05', longitude: '-118.24' }, { postal_code: '' });
    expect(listingOf(rows).place).toEqual({ kind: 'unknown', state: 'MD' });
    expect(directoryOf(rows).problems[0]).toMatchObject({
      table: 'locations',
      field: 'latitude',
      value: '34.05, -118.24',
      problem: 'coordinates: not in MD, the state of its address',
    });
  });

  it('that lost their sign are mended', () => {
    expect(told(directoryOf(at({ latitude: '39.29', longitude: '76.62' }, {})))).toEqual([
      'locations 2 latitude: a coordinate without its sign -> 39.29, -76.62',
    ]);
    expect(directoryOf(at({ latitude: '39.29', longitude: '76.62' }, {})).problems[0]?.value).toBe(
      '39.29, 76.62',
    );
  });

  it('of a PO box are those of a post office', () => {
    const box = { address_1: 'PO Box 7' };
    expect(listingOf(at(there, { ...box, postal_code: '21401' })).place).toMatchObject({
      latitude: expect.closeTo(39, 0) as number,
      approximate: 'zip',
      county: 'Anne Arundel',
    });
    expect(listingOf(at(there, { ...box, postal_code: '' })).place.kind).toBe('unknown');
  });
});

describe('a place that one does not go to', () => {
  it.each(['true', 'TRUE', 't', 'Yes', '1'])('is virtual where its column says %s', (virtual) => {
    expect(listingOf(at({ virtual }, {})).place.kind).toBe('virtual');
  });

  it.each(['false', 'no', '0', 'not yes', 'yesterday', '10', ''])('is not, where it says %j', (virtual) => {
    expect(listingOf(at({ virtual }, {})).place.kind).toBe('at');
  });
});

describe('where an organization is', () => {
  const seat = { id: 'a9', location_id: '', organization_id: 'o1', postal_code: '21401', city: 'Annapolis' };
  const placeOf = (rows: Rows) => listingOf(rows).place;

  it('is told by its own address before its places', () => {
    expect(placeOf({ ...placeless, addresses: [address, { ...address, ...seat }] })).toEqual({
      kind: 'at',
      approximate: 'organization',
      latitude: expect.closeTo(39, 0) as number,
      longitude: expect.closeTo(-76.5, 0) as number,
      zip: '21401',
      city: 'Annapolis',
      county: 'Anne Arundel',
      state: 'MD',
      timeZone: 'America/New_York',
    });
  });

  it.each([
    ['without a ZIP code', { postal_code: '' }],
    ['with a ZIP code that is none', { postal_code: '00000' }],
    ['that is secret', { address_1: 'Confidential' }],
  ])('is where its place is, if its own address is one %s', (_title, change) => {
    const rows = { ...placeless, addresses: [address, { ...address, ...seat, ...change }] };
    expect(placeOf(rows)).toMatchObject({ approximate: 'organization', latitude: 39.29, zip: '21201' });
  });

  it('is not told by the address of a place that happens to name it', () => {
    const addresses = [{ ...address, organization_id: 'o1' }];
    const locations = [{ ...location, latitude: '39.301' }];
    expect(placeOf({ ...placeless, addresses, locations })).toMatchObject({ latitude: 39.301 });
  });

  it('is at a place where another of its services is', () => {
    const office = { ...service, id: 's2', name: 'Office' };
    const places = directoryOf({ ...pantry, services: [service, office] }).listings.map(({ place }) => place);
    expect(places).toMatchObject([{ latitude: 39.29 }, { latitude: 39.29, approximate: 'organization' }]);
  });

  it('is at its first place that is somewhere', () => {
    const locations = [{ ...unplaced, id: 'l8' }, location];
    expect(placeOf({ ...placeless, locations, addresses: [] })).toMatchObject({
      approximate: 'organization',
      latitude: 39.29,
    });
    expect(placeOf({ ...placeless, locations: [unplaced], addresses: [] })).toEqual({ kind: 'unknown' });
  });

  it('is not at a place that its address keeps secret, although no service is there', () => {
    expect(placeOf({ ...placeless, addresses: [{ ...address, address_1: 'Confidential' }] })).toEqual({
      kind: 'unknown',
    });
  });

  it('tells of which state “statewide” speaks, unless a place of its own does', () => {
    const area = (rows: Rows) =>
      listingOf({ ...rows, services: [{ ...service, service_areas: 'Statewide' }] }).areas;
    const inDelaware = { ...address, ...seat, state_province: 'DE', postal_code: '19901', city: 'Dover' };
    expect(area({ ...placeless, addresses: [inDelaware] })).toEqual([{ kind: 'state', states: ['DE'] }]);
    expect(area({ ...pantry, addresses: [address, inDelaware] })).toEqual([
      { kind: 'state', states: ['MD'] },
    ]);
    expect(area({ ...placeless, addresses: [] })).toEqual([]);
    expect(area({ ...placeless, addresses: [], locations: [] })).toEqual([]);
  });
});
