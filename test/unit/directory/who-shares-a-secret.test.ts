import { describe, expect, it } from 'vitest';
import { directoryOf, listingOf, pantry, told, type Rows } from './any-directory.ts';

const [service] = pantry.services;
const [location] = pantry.locations;
const [address] = pantry.addresses;
const [organization] = pantry.organizations;

const hidden = { ...service, id: 's2', name: 'Domestic violence shelter' };
const isSecret = (rows: Rows) => directoryOf(rows).listings.map(({ confidential }) => confidential);

/** Of two places: a shelter from violence at the first, the pantry at the second. */
const twoPlaces = (
  first: Record<string, string>[],
  second: Record<string, string>[],
  owner = 'o1',
): Rows => ({
  ...pantry,
  services: [hidden, { ...service, organization_id: owner }],
  locations: [location, { ...location, id: 'l2' }],
  service_at_location: [
    { id: 'sl2', service_id: 's2', location_id: 'l1' },
    { id: 'sl1', service_id: 's1', location_id: 'l2' },
  ],
  addresses: [
    ...first.map((change) => ({ ...address, ...change, id: 'a1', location_id: 'l1' })),
    ...second.map((change) => ({ ...address, ...change, id: 'a2', location_id: 'l2' })),
  ],
});

describe('a secret place', () => {
  it('is secret for all who are there, also where no street is known', () => {
    const rows = {
      ...pantry,
      services: [service, hidden],
      service_at_location: [
        { id: 'sl1', service_id: 's1', location_id: 'l1' },
        { id: 'sl2', service_id: 's2', location_id: 'l1' },
      ],
      addresses: [],
    };
    expect(isSecret(rows)).toEqual([true, true]);
  });

  it.each([
    ['the same street', {}, true],
    ['the same street in other letters', { address_1: '100 EXAMPLE  ST.', city: 'baltimore' }, true],
    ['the house beside it', { address_1: '102 Example St' }, false],
    ['the same number of another street', { address_1: '100 Other Rd' }, false],
  ])('of an organization makes secret what it has at %s: %j', (_, change, both) => {
    expect(isSecret(twoPlaces([{}], [change]))).toEqual([true, both]);
  });

  it('does not make secret what another organization has in the same street', () => {
    expect(isSecret(twoPlaces([{}], [{}], 'o2'))).toEqual([true, false]);
  });

  it('without a street says nothing about others without one', () => {
    expect(isSecret(twoPlaces([], []))).toEqual([true, false]);
    expect(isSecret(twoPlaces([], [{}]))).toEqual([true, false]);
    expect(isSecret(twoPlaces([{ address_1: 'PO Box 7' }], [{ address_1: 'PO Box 7' }]))).toEqual([
      true,
      false,
    ]);
  });

  it('is told to the operator, once, with nothing of it', () => {
    const rows = { ...pantry, services: [{ ...service, name: hidden.name }] };
    expect(directoryOf(rows).problems).toEqual([
      {
        severity: 'warning',
        table: 'locations',
        row: 2,
        field: 'confidential',
        value: '',
        problem: 'a secret place: neither address nor coordinates are kept',
        kept: true,
      },
    ]);
    const { service_at_location: _, ...placeless } = rows;
    expect(told(directoryOf(placeless))).toEqual([
      'services 2 confidential: a secret place: neither address nor coordinates are kept',
      'locations 2 id: a place without services (left out)',
    ]);
    expect(told(directoryOf(pantry))).toEqual([]);
  });

  it('stays out of what is said about who may come', () => {
    const eligibility_description = 'Women. Ask at 100 N Example St.';
    const listing = listingOf({ ...pantry, services: [{ ...hidden, id: 's1', eligibility_description }] });
    expect(listing.eligibility).toBe('Women. Ask at (address withheld)');
    const { description: _, ...silent } = hidden;
    expect(listingOf({ ...pantry, services: [{ ...silent, id: 's1' }] })).toStrictEqual({
      ...listingOf({ ...pantry, services: [{ ...hidden, id: 's1', description: '' }] }),
    });
    expect(Object.keys(listingOf({ ...pantry, services: [{ ...silent, id: 's1' }] }))).not.toContain(
      'description',
    );
  });
});

describe('a place is known to be secret by', () => {
  it.each([
    ['another name of the service', { services: [{ ...service, alternate_name: 'Battered women’s home' }] }],
    ['another name of the place', { locations: [{ ...location, alternate_name: 'The safe house' }] }],
    [
      'another name of the organization',
      { organizations: [{ ...organization, alternate_name: 'Family violence centre' }] },
    ],
    ['words about the place', { locations: [{ ...location, description: 'Its address is confidential.' }] }],
  ])('%s', (_, change) => {
    expect(listingOf({ ...pantry, ...change }).confidential).toBe(true);
  });
});

describe('terms make a place secret', () => {
  const terms = {
    violence: { id: 't1', code: 'intimate-partner-violence', name: 'Help' },
    shelter: { id: 't2', code: '', name: 'Shelter' },
    housing: { id: 't3', code: '', name: 'Rental assistance' },
    legal: { id: 't4', code: '', name: 'Legal' },
  };

  it.each([
    [['violence', 'shelter'], true],
    [['violence', 'housing'], true],
    [['violence', 'legal'], false],
    [['violence'], false],
    [['shelter', 'housing'], false],
    [['housing'], false],
  ] as const)('if they are about %j: %s', (names, secret) => {
    const rows = {
      ...pantry,
      taxonomy_terms: names.map((name) => terms[name]),
      attributes: names.map((name) => ({ id: name, link_id: 's1', taxonomy_term_id: terms[name].id })),
    };
    expect(listingOf(rows).confidential).toBe(secret);
  });

  it('not if its words alone speak of them, in another place than the shelter', () => {
    const description = `Lawyers for all who suffer domestic violence. ${'Ask us anything. '.repeat(12)} We know every homeless shelter.`;
    const listing = listingOf({ ...pantry, services: [{ ...service, name: 'Legal aid', description }] });
    expect(listing.needs.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['domestic-violence', 'shelter']),
    );
    expect(listing.confidential).toBe(false);
  });
});

it('a secret service without a place makes no other secret', () => {
  const { service_at_location: _, ...placeless } = pantry;
  expect(isSecret({ ...placeless, services: [hidden, service] })).toEqual([true, false]);
});

describe('an organization with a secret place', () => {
  const office = { ...service, id: 's1', name: 'Office' };
  const placeOfOffice = (rows: Rows) =>
    directoryOf(rows).listings.find(({ serviceId }) => serviceId === 's1')?.place;
  const rows: Rows = {
    ...pantry,
    services: [office, hidden],
    service_at_location: [{ id: 'sl2', service_id: 's2', location_id: 'l1' }],
  };

  it('is neither there nor at its own address', () => {
    expect(placeOfOffice(rows)).toEqual({ kind: 'unknown' });
    const own = { ...address, id: 'a9', location_id: '', organization_id: 'o1' };
    expect(placeOfOffice({ ...rows, addresses: [address, own] })).toEqual({ kind: 'unknown' });
  });

  it('is at another place of its own that is not secret', () => {
    const other = { ...location, id: 'l2', latitude: '39.301' };
    expect(placeOfOffice({ ...rows, locations: [location, other] })).toMatchObject({ latitude: 39.301 });
  });

  it('does not hide where other organizations are', () => {
    const own = { ...address, id: 'a9', location_id: '', organization_id: 'o2', postal_code: '21401' };
    const theirs = {
      ...rows,
      services: [{ ...office, organization_id: 'o2' }, hidden],
      addresses: [address, own],
    };
    expect(placeOfOffice(theirs)).toMatchObject({ kind: 'at', zip: '21401' });
  });
});
