import { describe, expect, it } from 'vitest';
import type { Listing, ServiceArea } from '#shared/domain/directory/listing.ts';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import { DAY } from '#shared/domain/record.ts';
import { aListing, aQuery, HERE, idsOf, matchAmong, NOW } from './a-listing.ts';

type Case = [string, Partial<Listing>, Partial<MatchQuery>, string];

const square = (size: number): ServiceArea => {
  const { latitude: y, longitude: x } = HERE;
  const ring = [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]] as [number, number][]; // prettier-ignore
  return { kind: 'shape', polygons: [[ring.map(([east, north]) => [east + 1, north] as const)]] };
};

const CASES: Case[] = [
  ['too old', { ages: { from: 12, to: 17 } }, { age: 34 }, 'age 12-17 only'],
  ['too young', { ages: { from: 60 } }, { age: 59 }, 'age 60 and over only'],
  ['over an age', { ages: { to: 24 } }, { age: 25 }, 'age 0-24 only'],
  ['no veteran', { audience: [{ code: 'veterans', known: 'stated' }] }, { audience: { veterans: false } }, 'for veterans only'],
  ['of none of the groups', { audience: [{ code: 'women', known: 'stated' }, { code: 'families', known: 'stated' }] }, { audience: { women: false, families: false } }, 'for women or families only'],
  ['too old for youth', { audience: [{ code: 'youth', known: 'stated' }] }, { age: 40 }, 'for youth only'],
  ['from another ZIP code', { areas: [{ kind: 'zip', zips: ['21202', '21203', '21204', '21205'] }] }, { zip: '21201' }, 'serves ZIP codes 21202, 21203, 21204 and 1 more only'],
  ['from another county', { areas: [{ kind: 'county', names: ['Howard'], state: 'MD' }] }, { county: 'Baltimore County' }, 'serves Howard County only'],
  ['from another city', { areas: [{ kind: 'city', names: ['Columbia'] }] }, { city: 'Towson' }, 'serves Columbia only'],
  ['from another state', { areas: [{ kind: 'state', states: ['VA'] }] }, { state: 'MD' }, 'serves VA only'],
  ['from a county of that name in another state', { areas: [{ kind: 'county', names: ['Howard'], state: 'IN' }] }, { county: 'Howard', state: 'MD' }, 'serves Howard County only'],
  ['outside a service for a whole state', { place: { kind: 'statewide', state: 'VA' }, areas: [] }, { state: 'MD' }, 'serves VA only'],
  ['far outside an area on a map', { areas: [square(0.2)] }, {}, 'serves an area on a map that is not where the client lives only'],
  ['turned away by it before', {}, { rejected: ['a'] }, 'did not help this client before'],
]; // prettier-ignore

describe('a client', () => {
  it.each(CASES)('who is %s is not sent there, and staff see why', (_, listing, query, because) => {
    const { results, anywhere, excluded } = matchAmong([aListing({ id: 'a', ...listing })], aQuery(query));
    expect([...results, ...anywhere]).toEqual([]);
    expect(excluded).toEqual([{ serviceId: 'a', name: 'Pantry a', because }]);
  });

  it.each(CASES.slice(0, -3))('of whom it is not known whether they are %s is', (_, listing) => {
    const { results, anywhere, excluded } = matchAmong([aListing({ id: 'a', ...listing })]);
    expect(idsOf([...results, ...anywhere])).toEqual(['a']);
    expect(excluded).toEqual([]);
  });

  it.each([
    ['the first age', { ages: { from: 12, to: 17 } }, { age: 12 }],
    ['the last age', { ages: { from: 12, to: 17 } }, { age: 17 }],
    ['a probable county', { areas: [{ kind: 'county' as const, names: ['HOWARD COUNTY'] }] }, { probableCounty: 'Howard' }],
    ['one of several areas', { areas: [{ kind: 'zip' as const, zips: ['21201'] }, { kind: 'state' as const, states: ['VA'] }] }, { zip: '21201', state: 'MD' }],
    ['a group read out of words', { audience: [{ code: 'women', known: 'inferred' as const }] }, { audience: { women: false } }],
  ] as const)('of %s is sent there', (_, listing, query) => {
    expect(matchAmong([aListing({ id: 'a', ...listing })], aQuery(query)).excluded).toEqual([]);
  }); // prettier-ignore

  it('is not left out by a county that their ZIP code only probably lies in', () => {
    const areas: ServiceArea[] = [{ kind: 'county', names: ['Howard'] }];
    const { excluded } = matchAmong([aListing({ id: 'a', areas })], aQuery({ probableCounty: 'Carroll' }));
    expect(excluded).toEqual([]);
  });

  it('does not live in Baltimore County for living in Baltimore City', () => {
    const areas: ServiceArea[] = [{ kind: 'county', names: ['Baltimore'] }];
    const { excluded } = matchAmong([aListing({ id: 'a', areas })], aQuery({ county: 'Baltimore city' }));
    expect(excluded).toHaveLength(1);
  });

  it('near the line of an area on a map is sent there with a doubt', () => {
    const { longitude: x, latitude: y } = HERE;
    const ring = [[x + 0.05, y - 1], [x + 1, y - 1], [x + 1, y + 1], [x + 0.05, y + 1]] as [number, number][]; // prettier-ignore
    const { results } = matchAmong([aListing({ id: 'a', areas: [{ kind: 'shape', polygons: [[ring]] }] })]);
    expect(results[0]?.against).toContain('area:client-unknown');
  });
});

describe('a listing that is not active', () => {
  it.each([
    ['inactive', 'not active'],
    ['defunct', 'closed for good'],
    ['temporarily-closed', 'closed for the time being'],
  ] as const)('because it is %s is not offered and not counted', (status, because) => {
    const found = matchAmong([aListing({ id: 'a', status }), aListing({ id: 'b' })]);
    expect(idsOf(found.results)).toEqual(['b']);
    expect(found.excluded.map((one) => one.because)).toEqual([because]);
    expect(found.considered).toBe(1);
  });
});

describe('a paused listing', () => {
  const paused = (pausedUntil: number) =>
    matchAmong([aListing({ id: 'a' })], aQuery(), new Map([['a', { pausedUntil }]]));

  it('is not offered until its pause is over', () => {
    expect(paused(NOW + 1).results).toEqual([]);
    expect(paused(NOW + DAY).excluded[0]?.because).toBe('paused until 2026-11-24');
    expect(idsOf(paused(NOW).results)).toEqual(['a']);
  });
});
