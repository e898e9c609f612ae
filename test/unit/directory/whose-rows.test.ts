import { describe, expect, it } from 'vitest';
import { directoryOf, listingOf, pantry, told, type Rows } from './any-directory.ts';

const [service] = pantry.services;
const [location] = pantry.locations;

/** The pantry at two places, and a clinic of the same organization at the first of them. */
const houses = {
  ...pantry,
  services: [service, { ...service, id: 's2', name: 'Health clinic', description: '' }],
  locations: [location, { ...location, id: 'l2', latitude: '39.3' }],
  service_at_location: [
    { id: 'sl1', service_id: 's1', location_id: 'l1' },
    { id: 'sl2', service_id: 's1', location_id: 'l2' },
    { id: 'sl3', service_id: 's2', location_id: 'l1' },
  ],
  phones: [],
} as const satisfies Rows;

const PANTRY_HERE = 's1@l1';
const PANTRY_THERE = 's1@l2';
const CLINIC = 's2';
const ALL = [PANTRY_HERE, PANTRY_THERE, CLINIC];

/** Which listings have a telephone whose row names these. */
const whoHas = (links: Record<string, string>): string[] =>
  directoryOf({ ...houses, phones: [{ id: 'p1', number: '410-555-0134', ...links }] })
    .listings.filter(({ phones }) => phones.length > 0)
    .map(({ id }) => id);

describe('a telephone', () => {
  it.each([
    ['of a service is that of all its places', { service_id: 's1' }, [PANTRY_HERE, PANTRY_THERE]],
    ['of a service and a place is for there alone', { service_id: 's1', location_id: 'l2' }, [PANTRY_THERE]],
    ['of a service at a place is for there alone', { service_at_location_id: 'sl2' }, [PANTRY_THERE]],
    [
      'of a service, named again with its place, is for there alone',
      { service_id: 's1', service_at_location_id: 'sl2' },
      [PANTRY_THERE],
    ],
    [
      'of a service at a place is not everybody’s there',
      { location_id: 'l1', service_at_location_id: 'sl3' },
      [CLINIC],
    ],
    [
      'of a service at a place is not all the organization’s',
      { organization_id: 'o1', service_at_location_id: 'sl1' },
      [PANTRY_HERE],
    ],
    [
      'with a link to a placing that is not there is its service’s',
      { service_id: 's1', service_at_location_id: 'gone' },
      [PANTRY_HERE, PANTRY_THERE],
    ],
    ['of a place is for all who are there', { location_id: 'l1' }, [PANTRY_HERE, CLINIC]],
    ['of a service is not its place’s', { service_id: 's2', location_id: 'l1' }, [CLINIC]],
    ['of an organization is for all of it', { organization_id: 'o1' }, ALL],
    ['of a service is not its organization’s', { service_id: 's2', organization_id: 'o1' }, [CLINIC]],
    [
      'of a place is not its organization’s',
      { location_id: 'l1', organization_id: 'o1' },
      [PANTRY_HERE, CLINIC],
    ],
    ['of another organization is nobody’s', { organization_id: 'o2' }, []],
    ['of a service that is not there is nobody’s', { service_id: 'gone', location_id: 'l1' }, []],
  ])('%s', (_, links, ids) => {
    expect(whoHas(links)).toEqual(ids);
  });

  it('of a service is kept whatever place it names, where none is known', () => {
    const { service_at_location: _, ...placeless } = pantry;
    const own = { id: 'p1', service_id: 's1', location_id: 'l7', number: '410-555-0134' };
    expect(listingOf({ ...placeless, phones: [own] }).phones).toHaveLength(1);
    const placed = {
      ...pantry,
      service_at_location: [{ id: 'sl1', service_id: 's1', location_id: 'gone' }],
      phones: [{ id: 'p1', service_id: 's1', service_at_location_id: 'sl1', number: '410-555-0134' }],
    };
    expect(listingOf(placed).phones).toHaveLength(1);
  });

  it('of nobody is not that of a service without an organization', () => {
    const alone = {
      ...pantry,
      services: [{ ...service, organization_id: '' }],
      locations: [],
      addresses: [],
    };
    expect(
      directoryOf({ ...alone, phones: [{ id: 'p1', number: '410-555-0134' }] }).listings[0]?.phones,
    ).toEqual([]);
  });

  it('of a place is no telephone of a service that has none', () => {
    const { service_at_location: _, ...placeless } = pantry;
    const atPlace = { id: 'p1', location_id: 'l1', number: '410-555-0134' };
    expect(listingOf({ ...placeless, phones: [atPlace] }).phones).toEqual([]);
  });
});

describe('an area', () => {
  it('of a service at one place does not bind its others, and counts once', () => {
    const area = { id: 'v1', service_id: 's1', service_at_location_id: 'sl2', name: 'Kent County' };
    const { listings } = directoryOf({ ...houses, service_areas: [area] });
    expect(listings.map(({ areas }) => areas.length)).toEqual([0, 1, 0]);
  });
});

describe('hours', () => {
  const schedule = (change: Record<string, string>) => ({
    id: 'h1',
    weekday: 'Monday',
    opens_at: '09:00',
    closes_at: '17:00',
    ...change,
  });
  const hours = (...schedules: Record<string, string>[]) => {
    const rows = { ...pantry, schedules };
    return {
      rules: listingOf(rows).hours?.rules.map(({ from, to }) => [from / 60, to / 60]),
      told: told(directoryOf(rows)),
    };
  };

  it('of a place are those of a service that has none of its own', () => {
    expect(hours(schedule({ location_id: 'l1' }))).toEqual({ rules: [[9, 17]], told: [] });
  });

  it('of a place give way to the service’s own, and nobody needs to hear of it', () => {
    const ofPlace = schedule({ location_id: 'l1' });
    const own = schedule({ id: 'h2', service_id: 's1', opens_at: '10:00' });
    expect(hours(ofPlace, own)).toEqual({ rules: [[10, 17]], told: [] });
  });

  it('in words are read, and are not among what is left out', () => {
    const inWords = { id: 'h1', service_id: 's1', description: 'Monday 9am to 5pm' };
    expect(hours(inWords)).toEqual({
      rules: [[9, 17]],
      told: ['schedules 2 description: hours in words: read -> Mon 9-17'],
    });
  });

  it('that cannot be read are told of, although the place has others', () => {
    const ofPlace = schedule({ location_id: 'l1' });
    const own = schedule({ id: 'h2', service_id: 's1', opens_at: 'late' });
    const { rules, told: lines } = hours(ofPlace, own);
    expect(rules).toBeUndefined();
    expect(lines).toEqual([
      'schedules 3 closes_at: “late” is not a time of day: hours are not kept (left out)',
    ]);
  });

  it('are not kept where nothing tells the clock', () => {
    const rows = {
      organizations: pantry.organizations,
      services: pantry.services,
      schedules: [schedule({ service_id: 's1' })],
    };
    expect(listingOf(rows)).not.toHaveProperty('hours');
    expect(told(directoryOf(rows))).toEqual([
      'services 2 location_id: where it is is not known',
      'schedules 2 timezone: no place, so no clock: hours are not kept (left out)',
    ]);
  });
});

describe('languages and access', () => {
  it('are those of the service and of its place', () => {
    const rows = {
      ...pantry,
      locations: [{ ...location, languages: 'French', accessibility: 'ramp' }],
      languages: [
        { id: 'g1', service_id: 's1', name: 'Spanish' },
        { id: 'g2', location_id: 'l1', code: 'de' },
      ],
      accessibility: [{ id: 'y1', location_id: 'l1', description: 'Braille menu' }],
    };
    expect(listingOf(rows)).toMatchObject({
      languages: ['fr', 'es', 'de'],
      accessibility: ['wheelchair', 'blind'],
    });
    expect(listingOf(rows)).not.toHaveProperty('interpreters');
  });

  it('name interpreters, and sign language as an access too', () => {
    const change = { interpretation_services: 'By telephone', languages: 'ASL' };
    const listing = listingOf({ ...pantry, services: [{ ...service, ...change }] });
    expect(listing).toMatchObject({ interpreters: true, languages: ['ase'], accessibility: ['asl'] });
  });
});
