import { describe, expect, it } from 'vitest';
import { directoryOf, listingOf, NOW, pantry, told, type Rows } from './any-directory.ts';

const [service] = pantry.services;
const [organization] = pantry.organizations;

const saying = (change: Record<string, string>, more: Rows = {}): Rows => ({
  ...pantry,
  ...more,
  services: [{ ...service, ...change }],
});
const lines = (change: Record<string, string>, more: Rows = {}) => told(directoryOf(saying(change, more)));

describe('a service of which next to nothing is known', () => {
  it('is a listing in which nothing is made up', () => {
    expect(directoryOf({ services: [{ id: 's1' }] }).listings).toStrictEqual([
      {
        id: 's1',
        serviceId: 's1',
        organizationId: '',
        name: 'Unnamed service',
        organization: '',
        status: 'active',
        needs: [],
        place: { kind: 'unknown' },
        confidential: false,
        phones: [],
        languages: [],
        audience: [],
        areas: [],
        documents: [],
        accessibility: [],
      },
    ]);
  });

  it('has a line for what is missing', () => {
    expect(told(directoryOf({ services: [{ id: 's1' }] }))).toEqual([
      'services 2 name: no name',
      'services 2 organization_id: no organization',
      'services 2 taxonomy_ids: no need known or inferred: no search for a need finds it',
      'services 2 location_id: where it is is not known',
    ]);
  });
});

describe('names', () => {
  it('are plain, and cut where they never end', () => {
    const endless = `<i>Soup</i> ${'kitchen '.repeat(100)}`;
    const organizations = [{ ...organization, name: endless }];
    const listing = listingOf(saying({ name: endless }, { organizations }));
    for (const name of [listing.name, listing.organization]) {
      expect(name).toMatch(/^Soup kitchen kitchen/);
      expect(name.length).toBeLessThanOrEqual(300);
    }
  });
});

describe('who may come', () => {
  it('is said in columns and rows, each once, and plain', () => {
    const eligibility = [
      { id: 'e1', service_id: 's1', eligibility: 'Residents' },
      { id: 'e2', service_id: 's1', eligibility: '<b>Adults</b>' },
      { id: 'e3', service_id: 's2', eligibility: 'Somebody else' },
    ];
    const change = { eligibility_description: 'Residents', audience: 'Neighbours' };
    expect(listingOf(saying(change, { eligibility })).eligibility).toBe('Residents\nNeighbours\nAdults');
    expect(lines(change, { eligibility })).toEqual([
      'eligibility 3 eligibility: HTML: made plain text -> Adults',
      'eligibility 4 service_id: no such service (left out)',
    ]);
  });

  it('is no word where nothing is said', () => {
    expect(listingOf(saying({}))).not.toHaveProperty('eligibility');
  });

  it.each([
    [{ minimum_age: '18', maximum_age: '25' }, { from: 18, to: 25 }, []],
    [{ maximum_age: '17' }, { to: 17 }, []],
    [{ minimum_age: 'adult' }, undefined, ['services 2 minimum_age: age: not an age']],
    [
      { minimum_age: '30', maximum_age: '20' },
      undefined,
      ['services 2 maximum_age: age: younger than the youngest'],
    ],
  ])('by age, %j, is %j', (change, ages, report) => {
    expect(listingOf(saying(change)).ages).toEqual(ages);
    expect(lines(change)).toEqual(report);
  });
});

describe('what to bring', () => {
  it('is said in a column and in rows of its own', () => {
    const required_documents = [
      { id: 'd1', service_id: 's1', document: 'Photo ID' },
      { id: 'd2', service_id: 's1', document: 'None' },
      { id: 'd3', service_id: 's2', document: 'A passport' },
    ];
    const change = { required_documents: 'Proof of income' };
    expect(listingOf(saying(change, { required_documents })).documents).toEqual([
      'Proof of income',
      'Photo ID',
    ]);
    expect(lines(change, { required_documents })).toEqual([
      'required_documents 4 service_id: no such service (left out)',
    ]);
  });

  it.each([
    ['None', []],
    ['none.', []],
    ['', []],
    ['None for children', ['None for children']],
    ['A letter, or none', ['A letter, or none']],
  ])('%j is %j', (required_documents, documents) => {
    expect(listingOf(saying({ required_documents })).documents).toEqual(documents);
  });
});

describe('what it costs', () => {
  it('is said by its own amounts, not by another’s', () => {
    const cost_options = [
      { id: 'k1', service_id: 's1', amount: '0' },
      { id: 'k2', service_id: 's2', amount: '50' },
    ];
    expect(listingOf(saying({}, { cost_options })).cost).toBe('free');
    expect(lines({}, { cost_options })).toEqual(['cost_options 3 service_id: no such service (left out)']);
  });
});

describe('whether it is offered', () => {
  it('goes without saying', () => {
    expect(listingOf(saying({ status: '' })).status).toBe('active');
    expect(lines({ status: '' })).toEqual([]);
  });

  it('is doubted where its status is a word of nobody’s', () => {
    expect(lines({ status: 'pending' })).toEqual([
      'services 2 status: not a status of the standard: not offered until it is one -> inactive',
    ]);
  });
});

describe('the day somebody made sure of it', () => {
  const tomorrow = new Date(NOW + 86_400_000).toISOString();
  const later = new Date(NOW + 86_400_001).toISOString();

  it.each([
    ['2026-05-01', Date.parse('2026-05-01'), []],
    [tomorrow, NOW + 86_400_000, []],
    [later, undefined, ['services 2 assured_date: a date in the future']],
    ['last spring', undefined, ['services 2 assured_date: not a date']],
    ['', undefined, []],
  ])('%s is %s', (assured_date, at, report) => {
    expect(listingOf(saying({ assured_date })).verifiedAt).toBe(at);
    expect(lines({ assured_date })).toEqual(report);
  });
});

describe('HTML in a description', () => {
  it.each([
    ['Soup<br/>and bread', true],
    ['<P CLASS="x">Soup</P>', true],
    ['Soup</p>', true],
    ['Soup <3', false],
    ['5 < 6 > 4', false],
    ['<100 people', false],
  ])('%j is reported: %s', (description, isReported) => {
    expect(lines({ description }).filter((line) => line.includes('HTML'))).toHaveLength(isReported ? 1 : 0);
  });

  it('is not there where a text was only cut, and both are told where both are so', () => {
    const description = 'Soup. '.repeat(2_000);
    expect(directoryOf(saying({ description })).problems).toMatchObject([
      { problem: 'longer than 10000 characters: cut', mended: description.slice(0, 200), kept: true },
    ]);
  });
});
