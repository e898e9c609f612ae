import { describe, expect, it } from 'vitest';
import type { Listing } from '#shared/domain/directory/listing.ts';
import { admitsOf, clientMasks } from '#shared/domain/matching/admits.ts';
import { belongs } from '#shared/domain/matching/judge-eligibility.ts';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import { aListing, aQuery, matchAmong, onlyMatch } from './a-listing.ts';

const isFor = (...codes: string[]): Partial<Listing> => ({
  audience: codes.map((code) => ({ code, known: 'stated' })),
});

/** What a client hears of a listing for some groups or ages: that it is for them, what to ask, or why not. */
function told(listing: Partial<Listing>, client: Partial<MatchQuery>): string[] {
  const { results, excluded } = matchAmong([aListing({ id: 'a', ...listing })], aQuery(client));
  const codes = [...(results[0]?.for ?? []), ...(results[0]?.against ?? [])];
  return [
    ...excluded.map(({ because }) => because),
    ...codes.filter((code) => /^(?:audience|age):/.test(code)),
  ];
}

describe('a client is of a group', () => {
  it.each([
    ['youth', 17, ['audience:youth']],
    ['youth', 18, ['audience:youth-only']],
    ['youth', 25, ['audience:youth-only']],
    ['youth', 26, ['for youth only']],
    ['older-adults', 49, ['for older adults only']],
    ['older-adults', 50, ['audience:older-adults-only']],
    ['older-adults', 64, ['audience:older-adults-only']],
    ['older-adults', 65, ['audience:older-adults']],
    ['women', 30, ['audience:women-only']],
  ])('by age, where that leaves no doubt: %s at %d', (group, age, codes) => {
    expect(told(isFor(group), { age }).filter((code) => code !== 'age:unknown')).toEqual(codes);
  });

  it.each([
    [{ age: 40, audience: { youth: true } }, 'audience:youth'],
    [{ age: 12, audience: { youth: false } }, 'for youth only'],
    [{ audience: { youth: true } }, 'audience:youth'],
    [{}, 'audience:youth-only'],
  ])('by what was said of them, before their age: %j', (client, code) => {
    expect(told(isFor('youth'), client)).toContain(code);
  });

  it('is left out only if of none of the groups that it is for', () => {
    const client = { audience: { women: false } };
    expect(told(isFor('women', 'families'), client)).toEqual(['audience:women-or-families-only']);
    expect(told(isFor('women'), client)).toEqual(['for women only']);
    const perhaps = [
      { code: 'women', known: 'inferred' },
      { code: 'families', known: 'inferred' },
    ] as const;
    expect(onlyMatch(aListing({ id: 'a', audience: perhaps }), aQuery(client)).score).toBe(
      onlyMatch(aListing({ id: 'a', audience: perhaps })).score,
    );
  });
});

describe('a client of some age', () => {
  it.each([
    [{ from: 16, to: 16 }, 17, ['age 16 only']],
    [{ from: 16, to: 17 }, 18, ['age 16-17 only']],
    [{ to: 17 }, 0, ['age:0-17']],
    [undefined, undefined, []],
    [undefined, 30, ['age:unknown']],
  ])('hears of a service for ages %j, at %s: %j', (ages, age, codes) => {
    const client = age === undefined ? {} : { age };
    expect(told(ages === undefined ? {} : { ages }, client)).toEqual(codes);
  });
});

describe('what a search leaves out at a glance', () => {
  const RANGES: readonly NonNullable<Listing['ages']>[] = [
    { from: 0, to: 2 }, { to: 5 }, { from: 6, to: 12 }, { from: 13, to: 17 }, { from: 18 }, { from: 18, to: 24 },
    { from: 21 }, { from: 25, to: 29 }, { from: 55 }, { from: 60, to: 61 }, { from: 65 }, { from: 14, to: 14 },
    { from: 2 }, { from: 17 }, { from: 64 },
  ]; // prettier-ignore
  const glance = (
    listing: Pick<Listing, 'ages' | 'audience'>,
    client: Pick<MatchQuery, 'age' | 'audience'>,
  ) => {
    const mask = admitsOf(listing);
    const { groups, band } = clientMasks(client.age, (group) => belongs(client, group));
    return (mask & groups) !== 0 && (mask & band) !== 0;
  };

  it.each(RANGES)('is nobody of an age that it takes: %j', (ages) => {
    for (let age = 0; age <= 110; age += 1) {
      const isTaken = age >= (ages.from ?? 0) && age <= (ages.to ?? Infinity);
      if (isTaken) expect([age, glance({ ages, audience: [] }, { age })]).toEqual([age, true]);
    }
    expect(glance({ ages, audience: [] }, {})).toBe(true);
  });

  it.each([
    [{ to: 17 }, 18],
    [{ from: 18 }, 17],
    [{ from: 60 }, 59],
    [{ from: 65 }, 64],
    [{ to: 64 }, 65],
    [{ from: 6, to: 12 }, 5],
    [{ from: 6, to: 12 }, 13],
    [{ to: 2 }, 3],
  ])('is everybody of another age, where that is a usual limit: %j at %d', (ages, age) => {
    expect(glance({ ages, audience: [] }, { age })).toBe(false);
  });

  it.each(['veterans', 'women', 'men', 'families', 'youth', 'older-adults', 'lgbtq'])(
    'is who is surely not of the %s that it is only for',
    (code) => {
      const only = { audience: [{ code, known: 'stated' }] } as const;
      const others = { veterans: true, women: true, men: true, families: true, youth: true, 'older-adults': true, lgbtq: true }; // prettier-ignore
      expect(glance(only, { audience: { ...others, [code]: false } })).toBe(false);
      expect(glance(only, { audience: { [code]: true } })).toBe(true);
      expect(glance(only, {})).toBe(true);
      expect(glance({ audience: [{ code, known: 'inferred' }] }, { audience: { [code]: false } })).toBe(true);
      expect(glance({ audience: [] }, { audience: { [code]: false } })).toBe(true);
    },
  );

  it('is nobody where it is for a group of the agency’s own', () => {
    const only = { audience: [{ code: 'people-of-riverbend', known: 'stated' }] } as const;
    expect(glance(only, { audience: { 'people-of-riverbend': false, women: false } })).toBe(true);
  });
});
