import { describe, expect, it } from 'vitest';
import type { Listing } from '#shared/domain/directory/listing.ts';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import type { ListingState } from '#shared/domain/matching/overlay.ts';
import { reasonInWords } from '#shared/domain/matching/reason-in-words.ts';
import { DAY } from '#shared/domain/record.ts';
import { aListing, aQuery, NOW, north, onlyMatch } from './a-listing.ts';

type Case = [string, Partial<Listing>, Partial<MatchQuery>];

const spoken = { language: 'es-MX' };
const veteransOnly: Partial<Listing> = { audience: [{ code: 'veterans', known: 'stated' }] };
const ages = (from: number, to: number): Partial<Listing> => ({ ages: { from, to } });
const without = (field: keyof Listing): Partial<Listing> => ({ [field]: undefined });
const daysAgo = (days: number) => NOW - days * DAY;

const FOR: Case[] = [
  ['need:food', {}, {}],
  ['distance:1-km', {}, {}],
  ['open-now', {}, {}],
  ['language:es', {}, spoken],
  ['language:interpreters', { languages: ['en'], interpreters: true }, spoken],
  ['age:18-24', ages(18, 24), { age: 20 }],
  ['audience:veterans', veteransOnly, { audience: { veterans: true } }],
  ['area:zip', { areas: [{ kind: 'zip', zips: ['21201'] }] }, { zip: '21201' }],
  ['cost:free', {}, {}],
  ['cost:sliding-scale', { cost: 'sliding-scale' }, {}],
  ['accessibility:wheelchair', { accessibility: ['wheelchair'] }, { accessibility: ['wheelchair'] }],
  ['capacity:available', {}, {}],
  ['verified:1-month-ago', {}, {}],
  ['place:virtual', { place: { kind: 'virtual' } }, {}],
];

const AGAINST: Case[] = [
  ['need:food-inferred', { needs: [{ code: 'food', known: 'inferred' }] }, {}],
  ['need:not-shelter', {}, { needs: ['food', 'shelter'] }],
  ['distance:30-km', { place: north(30) }, {}],
  ['place:secret', { confidential: true, place: { kind: 'unknown' } }, {}],
  ['place:unknown', { place: { kind: 'unknown' } }, {}],
  ['closed-now', { hours: { timeZone: 'America/New_York', rules: [{ weekday: 3, from: 540, to: 600 }] } }, {}],
  ['opens-within-a-day', { hours: { timeZone: 'America/New_York', rules: [{ weekday: 1, from: 660, to: 700 }] } }, {}],
  ['hours:unknown', without('hours'), {}],
  ['language:unknown', { languages: [] }, spoken],
  ['language:not-es', { languages: ['en'] }, spoken],
  ['age:unknown', {}, { age: 20 }],
  ['age:18-24-only', ages(18, 24), {}],
  ['audience:veterans-only', veteransOnly, {}],
  ['audience:perhaps-women', { audience: [{ code: 'women', known: 'inferred' }] }, {}],
  ['area:unknown', { areas: [] }, {}],
  ['area:client-unknown', { areas: [{ kind: 'zip', zips: ['21201'] }] }, {}],
  ['cost:unknown', without('cost'), {}],
  ['cost:fee', { cost: 'fee' }, {}],
  ['documents:needed', { documents: ['photo id'] }, {}],
  ['phone:none', { phones: [], url: 'https://example.org' }, {}],
  ['contact:none', { phones: [] }, {}],
  ['accessibility:asl-unknown', {}, { accessibility: ['asl'] }],
  ['capacity:unknown', without('capacity'), {}],
  ['capacity:waitlist', { capacity: { state: 'waitlist', at: NOW } }, {}],
  ['capacity:no-capacity-8-days-ago', { capacity: { state: 'no-capacity', at: daysAgo(8) } }, {}],
  ['verified:unknown', without('verifiedAt'), {}],
  ['verified:14-months-ago', { verifiedAt: daysAgo(430) }, {}],
]; // prettier-ignore

/** Without the fields that a case sets to undefined, as directories leave them out. */
const listingOf = (changes: Partial<Listing>): Listing => JSON.parse(JSON.stringify(aListing({ id: 'a', ...changes }))) as Listing; // prettier-ignore

const best = onlyMatch(aListing({ id: 'a' })).score;

describe('what a match says', () => {
  it.each(FOR)('for it: %s', (code, listing, query) => {
    const { for: reasons, against } = onlyMatch(listingOf(listing), aQuery(query));
    expect(reasons).toContain(code);
    expect(against).not.toContain(code);
  });

  it.each(AGAINST)('against it, and scores less: %s', (code, listing, query) => {
    const { for: reasons, against, score } = onlyMatch(listingOf(listing), aQuery(query));
    expect(against).toContain(code);
    expect(reasons).not.toContain(code);
    if (code !== 'age:unknown') expect(score).toBeLessThan(best);
  });

  it.each([...FOR, ...AGAINST])('in words: %s', (code) => {
    expect(reasonInWords(code)).toMatch(/^[a-z\d]/);
    expect(reasonInWords(code)).not.toMatch(/[a-z]:|[a-z]-[a-z]|undefined|NaN/);
  });

  it('says its words as a helpline worker would', () => {
    const say = ['open-now', 'language:es', 'capacity:no-capacity-8-days-ago', 'verified:14-months-ago'];
    expect(say.map(reasonInWords)).toEqual([
      'open now',
      'speaks Spanish',
      'is full, as of 8 days ago',
      'last checked 14 months ago',
    ]);
    expect(reasonInWords('distance:16.1-km')).toBe('10.0 miles away');
  });
});

describe('what is unknown', () => {
  it.each([
    ['language', { languages: [] }, { languages: ['en'] }, spoken],
    ['cost', without('cost'), { cost: 'fee' }, {}],
    ['hours', without('hours'), { hours: { timeZone: 'America/New_York', rules: [] } }, {}],
    ['places', without('capacity'), { capacity: { state: 'no-capacity', at: NOW } }, {}],
    ['when it was checked', without('verifiedAt'), { verifiedAt: daysAgo(2000) }, {}],
  ] as [string, Partial<Listing>, Partial<Listing>, Partial<MatchQuery>][])(
    'of %s costs less than a known no',
    (_, unknown, no, query) => {
      const score = (changes: Partial<Listing>) => onlyMatch(listingOf(changes), aQuery(query)).score;
      expect(score(unknown)).toBeGreaterThan(score(no));
      expect(score(unknown)).toBeLessThan(onlyMatch(listingOf({}), aQuery(query)).score);
    },
  );
});

describe('what clients and partners said since', () => {
  const plain = onlyMatch(aListing({ id: 'a' }));
  const since = (state: ListingState, changes: Partial<Listing> = {}) =>
    onlyMatch(aListing({ id: 'a', ...changes }), aQuery(), new Map([['a', state]]));
  const record = (offered: number, accepted: number, helped: number): ListingState => ({
    record: { food: { offered, accepted, helped } },
  });

  it('counts more than the directory where it is newer', () => {
    const capacity = { state: 'no-capacity', at: NOW } as const;
    expect(since({ capacity }, { capacity: { state: 'capacity', at: NOW - 1 } }).against).toContain(
      'capacity:no-capacity',
    );
    const old = since({ capacity: { ...capacity, at: NOW - 2 * DAY } });
    expect(old.for).toContain('capacity:available');
  });

  it('is stale after seven days and not before', () => {
    const at = (age: number) =>
      since({ capacity: { state: 'no-capacity', at: NOW - age } }, { capacity: { state: 'capacity' } });
    expect(at(7 * DAY).against).toContain('capacity:no-capacity');
    expect(at(7 * DAY + 1).against).toContain('capacity:no-capacity-7-days-ago');
    expect(at(7 * DAY + 1).score).toBeGreaterThan(at(7 * DAY).score);
  });

  it('raises a listing that helped many, and lowers one that helped few, more so the more were sent', () => {
    expect(since(record(10, 9, 9)).score).toBeGreaterThan(plain.score);
    expect(since(record(10, 9, 9)).for).toContain('helped:9-of-10');
    expect(since(record(10, 1, 0)).score).toBeLessThan(plain.score);
    expect(since(record(40, 4, 0)).score).toBeLessThan(since(record(10, 1, 0)).score);
    expect(since(record(10, 1, 0)).against).toContain('helped:0-of-10');
  });

  it('does not judge a listing by one client, nor by other needs', () => {
    expect(plain.score - since(record(1, 0, 0)).score).toBeLessThan(0.1);
    expect(since({ record: { shelter: { offered: 50, accepted: 0, helped: 0 } } }).score).toBe(plain.score);
  });

  it('doubts a listing that clients report as dead, for three months', () => {
    const reported = (lastAt: number) => since({ reports: [{ kind: 'dead-phone', count: 2, lastAt }] });
    expect(reported(NOW - DAY).against).toContain('reported:dead-phone-2');
    expect(reported(NOW - DAY).score).toBeLessThan(plain.score / 2);
    expect(reported(NOW - 91 * DAY).score).toBe(plain.score);
  });
});
