import { describe, expect, it } from 'vitest';
import type { Listing } from '#shared/domain/directory/listing.ts';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import type { ListingState } from '#shared/domain/matching/overlay.ts';
import { WEIGHTS } from '#shared/domain/matching/weights.ts';
import { DAY } from '#shared/domain/record.ts';
import { aListing, aQuery, NOW, onlyMatch } from './a-listing.ts';

type Case = readonly [string, Partial<Listing>, Partial<MatchQuery>, number];

/** Without the fields that a case sets to undefined, as directories leave them out. */
const listingOf = (changes: Partial<Listing>): Listing => JSON.parse(JSON.stringify(aListing({ id: 'a', ...changes }))) as Listing; // prettier-ignore
const scoreOf = (changes: Partial<Listing>, query: Partial<MatchQuery> = {}, state?: ListingState) =>
  onlyMatch(listingOf(changes), aQuery(query), state && new Map([['a', state]])).score;

const plain = scoreOf({});
const { language, age, audience, area, cost, capacity, verified, need, distance, hours, record, reports } =
  WEIGHTS;
const without = (field: keyof Listing): Partial<Listing> => ({ [field]: undefined });
const group = (code: string, known: 'stated' | 'inferred'): Partial<Listing> => ({
  audience: [{ code, known }],
});
const saidOfPlaces = (state: keyof typeof capacity.stale, days?: number): Partial<Listing> => ({
  capacity: { state, ...(days !== undefined && { at: NOW - days * DAY }) },
});
const spanish = { language: 'es-MX' };
const wheelchair = ['wheelchair', 'asl'];
const open = (weekday: 1 | 2 | 3, from: number): Partial<Listing> => ({
  hours: { timeZone: 'America/New_York', rules: [{ weekday, from: from * 60, to: from * 60 + 60 }] },
});
const calls = { canCall: { timeZone: 'America/New_York', hours: [{ from: '14:00', to: '15:00' }] } };
const NOT_NEAR = 1 + 1 / distance.halfAtKm;

const CASES: readonly Case[] = [
  ['the client’s language', { languages: ['es-pr'] }, spanish, 1],
  ['a language whose code begins like the client’s', { languages: ['est'] }, spanish, language.others],
  ['interpreters', { languages: ['en'], interpreters: true }, spanish, language.interpreters],
  ['no interpreters', { languages: ['en'], interpreters: false }, spanish, language.others],
  ['no word of languages', { languages: [] }, spanish, language.notSaid],
  ['no word of languages, for English', { languages: [] }, { language: 'EN-us' }, language.notSaidEnglish],
  ['no English, for English', { languages: ['es'] }, { language: 'en' }, language.others],
  ['an age that fits', { ages: { from: 18, to: 24 } }, { age: 24 }, age.fits / age.notSaid],
  ['an age that nobody knows', { ages: { from: 18, to: 24 } }, {}, age.clientUnknown / age.notSaid],
  ['ages that say nothing', { ages: {} }, { age: 20 }, 1],
  ['a group that it is for', group('women', 'stated'), { audience: { women: true } }, audience.meant / audience.open],
  ['a group that it may be for', group('women', 'inferred'), { audience: { women: true } }, 1],
  ['a group, not known', group('women', 'stated'), {}, audience.unknown / audience.open],
  ['a group that it may be for, not known', group('women', 'inferred'), {}, audience.inferred / audience.open],
  ['another group that it may be for', group('women', 'inferred'), { audience: { women: false } }, audience.inferredOther / audience.open],
  ['an area not said', { areas: [] }, {}, area.notSaid],
  ['an area not known of the client', { areas: [{ kind: 'zip', zips: ['21201'] }] }, {}, area.unknown],
  ['one access of two', { accessibility: ['asl'] }, { accessibility: wheelchair }, WEIGHTS.access.notSaid],
  ['no access of two', {}, { accessibility: wheelchair }, WEIGHTS.access.notSaid ** 2],
  ['a sliding scale', { cost: 'sliding-scale' }, {}, cost['sliding-scale']],
  ['a fee', { cost: 'fee' }, {}, cost.fee],
  ['no word of cost', without('cost'), {}, cost.notSaid],
  ['papers', { documents: ['photo id'] }, {}, WEIGHTS.documents.needed],
  ['no telephone but a page', { phones: [], url: 'https://example.org' }, {}, WEIGHTS.reached.otherwise],
  ['no telephone but an address', { phones: [], address: ['1 Example St'] }, {}, WEIGHTS.reached.otherwise],
  ['no way to reach it', { phones: [], address: [] }, {}, WEIGHTS.reached.unknown],
  ['hours in which the client can call', open(1, 14), calls, hours.openWhenCalling],
  ['hours in which the client cannot call', open(1, 15), calls, hours.closed],
  ['hours before a day is over', open(2, 9), {}, hours.opensWithinADay],
  ['hours after a day', open(2, 10), {}, hours.closed],
  ['no word of hours', without('hours'), {}, hours.notSaid],
  ['no word of places', without('capacity'), {}, capacity.notSaid],
  ['no place free', saidOfPlaces('no-capacity', 0), {}, capacity['no-capacity']],
  ['a waiting list', saidOfPlaces('waitlist', 7), {}, capacity.waitlist],
  ['an assessment first', saidOfPlaces('additional-assessment-required', 1), {}, capacity['additional-assessment-required']],
  ['places some time ago', saidOfPlaces('capacity'), {}, capacity.stale.capacity],
  ['no place free eight days ago', saidOfPlaces('no-capacity', 8), {}, capacity.stale['no-capacity']],
  ['a waiting list eight days ago', saidOfPlaces('waitlist', 8), {}, capacity.stale.waitlist],
  ['checked half a year ago', { verifiedAt: NOW - 182 * DAY }, {}, 1],
  ['checked sixteen months ago', { verifiedAt: NOW - 487 * DAY }, {}, 1 - 10 * verified.perMonth],
  ['checked ten years ago', { verifiedAt: NOW - 3650 * DAY }, {}, verified.oldest],
  ['never checked', without('verifiedAt'), {}, verified.notSaid],
  ['a need read out of words', { needs: [{ code: 'food', known: 'inferred' }] }, {}, need.inferred],
  ['one need of two', {}, { needs: ['shelter', 'food'] }, 1 - need.share / 2],
  ['a secret place', { confidential: true, place: { kind: 'unknown' } }, {}, distance.secret * NOT_NEAR],
  ['a place not said', { place: { kind: 'unknown' } }, {}, distance.unknown * NOT_NEAR],
  ['being reached from anywhere', { place: { kind: 'nationwide' } }, {}, NOT_NEAR],
]; // prettier-ignore

describe('beside a listing that is right in all, the score of one with', () => {
  it.each(CASES)('%s', (_, listing, query, factor) => {
    expect(scoreOf(listing, query)).toBeCloseTo(plain * factor, 2);
    expect(scoreOf(listing, query) / plain).toBeCloseTo(factor, 1.5);
  });
});

describe('what became of clients who were sent there', () => {
  const sent = (offered: number, accepted: number, helped: number): ListingState => ({
    record: { food: { offered, accepted, helped } },
  });
  const factorOf = (chance: number) =>
    chance < record.mean
      ? record.none + ((record.usual - record.none) * chance) / record.mean
      : record.usual + ((record.all - record.usual) * (chance - record.mean)) / (1 - record.mean);
  const chanceOf = (successes: number, offered: number) =>
    (successes + record.mean * record.weight) / (offered + record.weight);

  it.each([
    ['few helped', sent(10, 2, 2), chanceOf(2, 10)],
    ['few helped, some taken on', sent(10, 4, 2), chanceOf(3, 10)],
    ['most helped', sent(12, 10, 8), chanceOf(9, 12)],
    ['more helped than taken on', sent(10, 2, 5), chanceOf(5, 10)],
    ['more helped than sent', sent(10, 0, 100), 1],
  ])('moves its score: %s', (_, state, chance) => {
    const { score } = onlyMatch(listingOf({}), aQuery(), new Map([['a', state]]));
    expect(score).toBeCloseTo((plain / record.usual) * factorOf(chance), 2.5);
  });

  it('counts for all the needs that are asked for, and for no other', () => {
    const both: ListingState = {
      record: {
        food: { offered: 10, accepted: 9, helped: 9 },
        shelter: { offered: 10, accepted: 4, helped: 1 },
        legal: { offered: 50, accepted: 0, helped: 0 },
      },
    };
    const found = onlyMatch(listingOf({}), aQuery({ needs: ['food', 'shelter'] }), new Map([['a', both]]));
    expect(found.for).toContain('helped:10-of-20');
  });

  it('is nothing where nobody was sent', () => {
    const found = onlyMatch(listingOf({}), aQuery(), new Map([['a', sent(0, 0, 0)]]));
    expect(found).toEqual(onlyMatch(listingOf({})));
  });
});

describe('what clients reported', () => {
  const said = (...all: (readonly [string, number, number])[]): ListingState => ({
    reports: all.map(([kind, count, days]) => ({ kind, count, lastAt: NOW - days * DAY })),
  });
  const found = (state: ListingState) => onlyMatch(listingOf({}), aQuery(), new Map([['a', state]]));
  const reported = (state: ListingState) =>
    found(state).against.filter((code) => code.startsWith('reported:'));

  it.each([
    ['once', said(['dead-phone', 1, 0]), reports.each],
    ['twice, of two things', said(['dead-phone', 1, 0], ['moved', 1, 90]), reports.each ** 2],
    ['never', said(['dead-phone', 0, 0]), 1],
    ['long ago', said(['moved', 3, 91]), 1],
    ['very often', said(['moved', 30, 1]), reports.least],
  ])('%s lowers its score', (_, state, factor) => {
    expect(found(state).score).toBeCloseTo(plain * factor, 2);
  });

  it('is told by kind', () => {
    const state = said(['dead-phone', 2, 1], ['moved', 1, 90], ['closed', 1, 91], ['rude', 0, 1]);
    expect(reported(state)).toEqual(['reported:dead-phone-2', 'reported:moved-1']);
  });
});

describe('in its code, a match says', () => {
  const codes = (changes: Partial<Listing>, query: Partial<MatchQuery> = {}) => {
    const found = onlyMatch(listingOf(changes), aQuery(query));
    return [...found.for, ...found.against];
  };

  it.each([
    ['verified:today', { verifiedAt: NOW - 15 * 3_600_000 }, {}],
    ['verified:today', { verifiedAt: NOW + DAY }, {}],
    ['verified:1-day-ago', { verifiedAt: NOW - 2 * DAY + 20 * 3_600_000 }, {}],
    ['verified:4-days-ago', { verifiedAt: NOW - 4.5 * DAY }, {}],
    ['verified:1-month-ago', { verifiedAt: NOW - 40 * DAY }, {}],
    ['verified:2-months-ago', { verifiedAt: NOW - 62 * DAY }, {}],
    ['age:60-and-over', { ages: { from: 60 } }, { age: 60 }],
    ['age:0-24', { ages: { to: 24 } }, { age: 24 }],
    ['capacity:waitlist-some-time-ago', saidOfPlaces('waitlist'), {}],
    ['capacity:available-8-days-ago', saidOfPlaces('capacity', 8), {}],
    ['distance:15-km', { place: { kind: 'at', latitude: 39.29 + 15 / 111.195, longitude: -76.61 } }, {}],
    ['audience:women-or-men-only', { audience: [...(group('women', 'stated').audience ?? []), ...(group('men', 'stated').audience ?? []), ...(group('youth', 'inferred').audience ?? [])] }, {}],
    ['audience:perhaps-women-or-men', { audience: [...(group('women', 'inferred').audience ?? []), ...(group('men', 'inferred').audience ?? [])] }, {}],
  ] as [string, Partial<Listing>, Partial<MatchQuery>][])('%s', (code, changes, query) => {
    expect(codes(changes, query)).toContain(code);
  }); // prettier-ignore
});
