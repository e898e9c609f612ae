import { describe, expect, it } from 'vitest';
import type { ServiceArea } from '#shared/domain/directory/listing.ts';
import { distanceToShape } from '#shared/domain/matching/distance-to-shape.ts';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import { aListing, aQuery, matchAmong } from './a-listing.ts';

/** What a client is told of a listing for these areas: that it is for them, why not, or what to ask. */
function told(areas: readonly ServiceArea[], client: Partial<MatchQuery>): string | undefined {
  const { results, excluded } = matchAmong([aListing({ id: 'a', areas })], aQuery(client));
  const [found] = results;
  return excluded[0]?.because ?? [...(found?.for ?? []), ...(found?.against ?? [])].find((code) => code.startsWith('area:')); // prettier-ignore
}

const counties = (...names: string[]): ServiceArea => ({ kind: 'county', names });
const cities = (...names: string[]): ServiceArea => ({ kind: 'city', names });
const states = (...codes: string[]): ServiceArea => ({ kind: 'state', states: codes });
const zips = (...codes: string[]): ServiceArea => ({ kind: 'zip', zips: codes });

describe('a service for residents', () => {
  it.each([
    [[counties('Anne Arundel')], { county: 'anne arundel county' }, 'area:county'],
    [[counties('St. Mary’s')], { county: 'St Mary s' }, 'area:county'],
    [[counties('Doña Ana')], { county: 'DOÑA-ANA COUNTY' }, 'area:county'],
    [[counties('Orleans Parish')], { county: 'Orleans' }, 'area:county'],
    [[counties('County Line')], { county: 'Line' }, 'serves County Line County only'],
    [[cities('Havre de Grace')], { city: 'havre  de grace ' }, 'area:city'],
    [[cities('Dover')], { probableCounty: 'Dover' }, 'area:client-unknown'],
    [[states('MD', 'DE')], { state: 'de' }, 'area:state'],
    [[zips('21201')], { zip: '21201' }, 'area:zip'],
    [[{ kind: 'nationwide' }], {}, 'area:nationwide'],
    [[zips('21202'), { kind: 'nationwide' }], { zip: '21201' }, 'area:nationwide'],
    [[zips('21202'), counties('Howard')], { zip: '21201' }, 'area:client-unknown'],
  ] as [ServiceArea[], Partial<MatchQuery>, string][])('in %j says to a client of %j: %s', (areas, client, code) => {
    expect(told(areas, client)).toBe(code);
  }); // prettier-ignore

  it.each([
    [{ state: 'MD', county: 'Howard' }, 'area:county'],
    [{ state: 'IN', county: 'Howard' }, 'serves Howard County only'],
    [{ state: 'IN' }, 'serves Howard County only'],
    [{ county: 'Howard' }, 'area:county'],
    [{ state: 'MD' }, 'area:client-unknown'],
    [{ probableCounty: 'Howard' }, 'area:county'],
    [{ county: 'Kent', probableCounty: 'Howard' }, 'serves Howard County only'],
  ])('of Howard County, Maryland, says to a client of %j: %s', (client, code) => {
    expect(told([{ kind: 'county', names: ['Howard'], state: 'MD' }], client)).toBe(code);
  });

  it.each([
    [[counties('Kent', 'Cecil', 'Harford')], 'serves Kent County, Cecil County, Harford County only'],
    [[counties('Kent', 'Baltimore city')], 'serves Kent County, Baltimore city only'],
    [[counties('Kent', 'Orleans Parish', 'Cityview')], 'serves Kent County, Orleans Parish, Cityview County only'],
    [[zips('1', '2', '3', '4', '5')], 'serves ZIP codes 1, 2, 3 and 2 more only'],
    [[cities('Dover'), states('DE')], 'serves Dover, or DE only'],
    [[cities('Dover'), cities('Dover')], 'serves Dover only'],
  ])('names what it serves: %j', (areas, because) => {
    const client = { zip: '21201', city: 'Elkton', county: 'Carroll', state: 'MD' };
    expect(told(areas, client)).toBe(because);
  }); // prettier-ignore
});

describe('an area on a map', () => {
  /** From 39 to 40 north, 77 to 76 west. */
  const square = [[-77, 39], [-76, 39], [-76, 40], [-77, 40]] as [number, number][]; // prettier-ignore
  const hole = [[-76.6, 39.4], [-76.4, 39.4], [-76.4, 39.6], [-76.6, 39.6], [-76.6, 39.4]] as [number, number][]; // prettier-ignore
  const away = (latitude: number, longitude: number, ...polygons: [number, number][][][]) =>
    distanceToShape({ latitude, longitude }, polygons);

  it.each([
    ['within it', 39.2, -76.2, 0],
    ['within it, near its east', 39.9, -76.001, 0],
    ['a tenth of a degree north', 40.1, -76.5, 11.12],
    ['a tenth of a degree south', 38.9, -76.5, 11.12],
    ['a tenth of a degree east, where degrees are shorter', 39.5, -75.9, 8.58],
    ['a tenth of a degree west', 39.5, -77.1, 8.58],
    ['off its corner', 40.1, -75.9, 13.99],
    ['off another corner', 38.9, -77.1, 14.11],
    ['in its hole', 39.5, -76.5, 8.58],
    ['beside its hole', 39.5, -76.7, 0],
    ['in the middle of a hole’s height, east of it', 39.5, -76.3, 0],
  ])('is so many km from a place %s', (_, latitude, longitude, km) => {
    expect(away(latitude, longitude, [square, hole])).toBeCloseTo(km, 1);
  });

  it('may be of several parts, of which the nearest counts', () => {
    const other = square.map(([x, y]): [number, number] => [x + 3, y]);
    expect(away(39.5, -73.5, [square], [other])).toBe(0);
    expect(away(39.5, -74.1, [square], [other])).toBeCloseTo(8.58, 1);
  });

  it('without an outline is nowhere', () => {
    expect(away(39.5, -76.5)).toBe(Infinity);
    expect(away(39.5, -76.5, [])).toBe(Infinity);
    expect(away(39.6, -76.5, [[[-76.5, 39.5], [-76.5, 39.5]]])).toBeCloseTo(11.12, 1); // prettier-ignore
  });

  it.each([
    [39.5, 'area:shape'],
    [40.05, 'area:client-unknown'],
    [40.0899, 'area:client-unknown'],
    [40.0901, 'serves an area on a map that is not where the client lives only'],
  ])('says to a client at %d north: %s', (latitude, code) => {
    const near = { latitude, longitude: -76.5 };
    expect(told([{ kind: 'shape', polygons: [[square]] }], { near })).toBe(code);
  });

  it('says nothing to a client of whom no place is known', () => {
    const { near: _, ...nowhere } = aQuery();
    const { results } = matchAmong([aListing({ id: 'a', areas: [{ kind: 'shape', polygons: [[square]] }] })], nowhere); // prettier-ignore
    expect(results[0]?.against).toContain('area:client-unknown');
  });
});
