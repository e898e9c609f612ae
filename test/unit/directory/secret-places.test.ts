import { describe, expect, it } from 'vitest';
import { isSecretPlace, withoutStreets } from '#shared/domain/directory/values/confidential.ts';
import { directoryOf, listingOf, pantry } from './any-directory.ts';

const [service] = pantry.services;
const [location] = pantry.locations;
const [address] = pantry.addresses;
const [organization] = pantry.organizations;

/** Whatever a client or a snapshot could learn of where it is. */
const whereabouts = (rows: Parameters<typeof listingOf>[0]) => {
  const { place, address, confidential } = listingOf(rows);
  return { place, address, confidential };
};

const SECRET = { place: { kind: 'unknown', state: 'MD', timeZone: 'America/New_York' }, confidential: true };

describe('a place that must stay secret', () => {
  it('has neither address nor coordinates when its address says so', () => {
    const rows = { ...pantry, addresses: [{ ...address, address_1: 'Confidential' }] };
    expect(whereabouts(rows)).toEqual(SECRET);
  });

  it.each([
    [
      'a shelter from violence',
      { description: 'Emergency shelter for victims of domestic violence and their children.' },
    ],
    ['a name that tells', { name: 'Battered women’s program' }],
    ['words about its address', { description: 'The location is kept confidential.' }],
    ['Spanish words', { description: 'Albergue para víctimas de violencia doméstica.' }],
  ])('is known by %s', (_, change) => {
    expect(whereabouts({ ...pantry, services: [{ ...service, ...change }] })).toEqual(SECRET);
  });

  it('is known by the place’s and the organization’s names', () => {
    expect(whereabouts({ ...pantry, locations: [{ ...location, name: 'Safe house' }] })).toEqual(SECRET);
    expect(
      whereabouts({ ...pantry, organizations: [{ ...organization, name: 'Family Violence Center' }] }),
    ).toEqual(SECRET);
  });

  it('is known by its terms: violence and a roof', () => {
    const rows = {
      ...pantry,
      taxonomy_terms: [
        { id: 't1', name: 'Help escaping violence', code: 'intimate-partner-violence' },
        { id: 't2', name: 'Shelter', code: '' },
      ],
      attributes: [
        { id: 'x1', link_id: 's1', taxonomy_term_id: 't1' },
        { id: 'x2', link_id: 's1', taxonomy_term_id: 't2' },
      ],
    };
    expect(whereabouts(rows)).toEqual(SECRET);
  });

  it('does not tell its street in its description either', () => {
    const description = 'Shelter for abused women. Come to 100 N Example Street, Suite 5, by day.';
    const name = 'Harbor shelter, 100 N Example St';
    const required_documents = 'Bring them to 100 N Example St.';
    const listing = listingOf({
      ...pantry,
      services: [{ ...service, name, description, required_documents }],
    });
    expect(listing.description).toBe('Shelter for abused women. Come to (address withheld), by day.');
    expect(JSON.stringify(listing)).not.toMatch(/Example St|39\.29|21201/);
  });

  it('is secret for every service that is there, and for the same street of its organization', () => {
    const rows = {
      ...pantry,
      services: [
        // Another organization's, in the same house.
        { ...service, organization_id: 'o2' },
        { ...service, id: 's2', name: 'Domestic violence shelter' },
        { ...service, id: 's3', name: 'Office' },
        { ...service, id: 's4', name: 'Elsewhere' },
      ],
      locations: [location, { ...location, id: 'l3' }, { ...location, id: 'l4' }],
      service_at_location: [
        { id: 'sl1', service_id: 's1', location_id: 'l1' },
        { id: 'sl2', service_id: 's2', location_id: 'l1' },
        { id: 'sl3', service_id: 's3', location_id: 'l3' },
        { id: 'sl4', service_id: 's4', location_id: 'l4' },
      ],
      addresses: [
        address,
        { ...address, id: 'a3', location_id: 'l3' },
        { ...address, id: 'a4', location_id: 'l4', address_1: '7 Other Rd' },
      ],
    };
    const { listings } = directoryOf(rows);
    expect(listings.map(({ id, confidential }) => [id, confidential])).toEqual([
      ['s1', true],
      ['s2', true],
      ['s3', true],
      ['s4', false],
    ]);
  });

  it('is not placed where its organization is', () => {
    const { service_at_location: _, ...rows } = pantry;
    const hidden = { ...service, name: 'Domestic violence shelter' };
    expect(whereabouts({ ...rows, services: [hidden] }).place).toEqual({
      kind: 'unknown',
      state: 'MD',
      timeZone: 'America/New_York',
    });
  });

  it('is not every office that is about violence', () => {
    const legal =
      'Gives legal advice, also about domestic violence. ' +
      'Other things. '.repeat(30) +
      'Near the shelter.';
    expect(isSecretPlace(['Legal aid'], [legal])).toBe(false);
    expect(isSecretPlace(['Homeless shelter'], ['Emergency shelter for men.'])).toBe(false);
    expect(withoutStreets('Open 24 hours for 12 families')).toBe('Open 24 hours for 12 families');
  });
});
