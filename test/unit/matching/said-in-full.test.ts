import { describe, expect, it } from 'vitest';
import type { Hours, HoursRule, Listing } from '#shared/domain/directory/listing.ts';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import { keptMemo, memo } from '#shared/domain/matching/memo.ts';
import type { ListingState } from '#shared/domain/matching/overlay.ts';
import { aListing, aQuery, idsOf, matchAmong, north, NOW, onlyMatch } from './a-listing.ts';

describe('a match', () => {
  const nearby = { ...north(1), approximate: 'zip' } as Listing['place'];

  it('says all that is known for it, in order, and nothing against it that is not so', () => {
    const { listing: _, ...found } = onlyMatch(aListing({ id: 'a' }));
    expect(found).toStrictEqual({
      score: 0.794,
      distanceKm: 1,
      for: ['need:food', 'distance:1-km', 'area:nationwide', 'cost:free', 'open-now', 'verified:1-month-ago', 'capacity:available'],
      against: [],
    }); // prettier-ignore
  });

  it('has no distance where there is none', () => {
    expect(onlyMatch(aListing({ id: 'a', place: { kind: 'unknown' } }))).not.toHaveProperty('distanceKm');
    expect(onlyMatch(aListing({ id: 'a', place: north(15) })).for).toContain('distance:15-km');
    const { near: _, ...nowhere } = aQuery();
    expect(onlyMatch(aListing({ id: 'a', place: nearby }), nowhere).against).toEqual([]);
    expect(onlyMatch(aListing({ id: 'a', place: nearby })).against).toEqual(['place:by-zip']);
  });

  it('is for a need in words only where it is, beside one that is stated', () => {
    const needs = [
      { code: 'food', known: 'stated' },
      { code: 'shelter', known: 'inferred' },
    ] as const;
    const asked = aQuery({ needs: ['food', 'shelter', 'legal'] });
    const found = onlyMatch(aListing({ id: 'a', needs }), asked);
    expect(found.for.slice(0, 2)).toEqual(['need:food', 'need:shelter']);
    expect(found.against).toEqual(['need:shelter-inferred', 'need:not-legal']);
    const inWords = needs.map(({ code }) => ({ code, known: 'inferred' as const }));
    expect(onlyMatch(aListing({ id: 'a', needs: inWords }), asked).score).toBeLessThan(found.score);
  });

  it('takes what is known since, where it is as new as the directory', () => {
    const since = { capacity: { state: 'waitlist', at: NOW } } as const;
    const { capacity: _, ...silent } = aListing({ id: 'a' });
    for (const listing of [aListing({ id: 'a' }), silent])
      expect(onlyMatch(listing, aQuery(), new Map([['a', since]])).against).toContain('capacity:waitlist');
  });
});

describe('staff see whom it is not for', () => {
  it('in the order of ids, each reason of a service once', () => {
    const ages = { to: 17 };
    const listings = ['d', 'b', 'a', 'c'].map((id, index) =>
      aListing({ id, ages, place: north(50 - index) }),
    );
    const places = [1, 2].map((km) =>
      aListing({ id: `e@${km}`, serviceId: 'e', name: 'E', ages, place: north(km) }),
    );
    const { excluded } = matchAmong([...places, ...listings], aQuery({ age: 30 }));
    expect(excluded.map(({ serviceId }) => serviceId)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

it('staff see it for whatever need is asked for, and for none that is not', () => {
  const of = (code: string) =>
    aListing({
      id: code,
      needs: [{ code, known: 'stated' }],
      audience: [{ code: 'women', known: 'stated' }],
    });
  const listings = ['clothing', 'food', 'legal'].map(of);
  for (const need of ['clothing', 'food', 'legal', 'shelter']) {
    const asked = aQuery({ needs: [need], audience: { women: false } });
    const { excluded } = matchAmong(listings, asked);
    expect(excluded.map(({ serviceId }) => serviceId)).toEqual(need === 'shelter' ? [] : [need]);
  }
});

it('a client who was turned away by one is still sent to another', () => {
  const { results } = matchAmong([aListing({ id: 'a' }), aListing({ id: 'b' })], aQuery({ rejected: ['a'] }));
  expect(idsOf(results)).toEqual(['b']);
});

it('a place that has room since is found among many that never said so', () => {
  const helped = { record: { food: { offered: 100, accepted: 100, helped: 100 } } };
  const others = Array.from({ length: 100 }, (_, index) => aListing({ id: `o${index}`, place: north(1) }));
  const silent = Array.from({ length: 100 }, (_, index) => {
    const { capacity: _capacity, ...listing } = aListing({ id: `s${index}`, place: north(0) });
    return listing;
  });
  const since = new Map<string, ListingState>(others.map(({ id }) => [id, helped]));
  since.set('s50', { ...helped, capacity: { state: 'capacity', at: NOW } });
  const { results } = matchAmong([...others, ...silent], aQuery(), since);
  expect(results[0]?.listing.id).toBe('s50');
});

describe('hours of single weeks of a month', () => {
  const hours = (...rules: HoursRule[]): Hours => ({ timeZone: 'America/New_York', rules });
  const said = (given: Hours, query: Partial<MatchQuery>) => {
    const { for: reasons, against } = onlyMatch(aListing({ id: 'a', hours: given }), aQuery(query));
    return [...reasons, ...against].find((code) => /open|close/.test(code));
  };
  const openOn = (given: Hours, days: readonly string[], time = '09:30') =>
    days.filter((day) => said(given, { at: Date.parse(`${day}T${time}:00-05:00`) }) === 'open-now');

  const mondays = [
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
    '2026-12-28',
    '2027-02-22',
  ];

  it.each([
    [1, ['2026-11-02']],
    [2, ['2026-11-09']],
    [3, ['2026-11-16']],
    [4, ['2026-11-23', '2026-12-28', '2027-02-22']],
    [5, ['2026-11-30']],
    [-1, ['2026-11-30', '2026-12-28', '2027-02-22']],
  ] as const)('are those of the Monday that is number %d', (nth, days) => {
    expect(openOn(hours({ weekday: 1, nth: [nth], from: 540, to: 600 }), mondays)).toEqual(days);
  });

  it.each([
    [2, ['2026-11-10']],
    [5, ['2026-12-01']],
    [-1, ['2026-12-01', '2026-12-29']],
  ] as const)('last into the night after number %d, and no other night', (nth, nights) => {
    const late = hours({ weekday: 1, nth: [nth], from: 1320, to: 1500 });
    const after = ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24', '2026-12-01', '2026-12-29'];
    expect(openOn(late, after, '00:30')).toEqual(nights);
  });

  it('stand beside weekly ones, and beside other places’', () => {
    const given = hours({ weekday: 1, nth: [2], from: 540, to: 600 }, { weekday: 2, from: 540, to: 600 });
    expect(openOn(given, ['2026-11-09', '2026-11-16', '2026-11-17'])).toEqual(['2026-11-09', '2026-11-17']);
    const other = aListing({ id: 'b', hours: hours({ weekday: 3, from: 0, to: 60 }), place: north(3) });
    const [found] = matchAmong([aListing({ id: 'a', hours: given }), other], aQuery({ at: Date.parse('2026-11-17T09:30:00-05:00') })).results; // prettier-ignore
    expect(found?.for).toContain('open-now');
    const later = matchAmong([aListing({ id: 'a', hours: given }), other], aQuery({ at: Date.parse('2026-11-18T00:30:00-05:00') })); // prettier-ignore
    expect(
      later.results.map(({ listing, for: reasons }) => [listing.id, reasons.includes('open-now')]),
    ).toEqual(
      [['b', true], ['a', false]], // prettier-ignore
    );
  });

  const at = Date.parse('2026-11-23T10:00:00-05:00');
  const can = (from: string, to: string) => ({ timeZone: 'America/New_York', hours: [{ from, to }] });

  it.each([
    ['a week from now, as long as it is not a whole one', '08:00', '09:30', 'open-when-client-can-call'],
    ['not what is over today, though it is open now', '06:00', '07:00', 'closed-when-client-can-call'],
    ['not what ends this minute', '07:00', '09:00', 'closed-when-client-can-call'],
  ])('count when the client can call: %s', (_, from, to, code) => {
    const monday = hours({ weekday: 1, from: 540, to: 570 });
    expect(said(monday, { at, canCall: can(from, to) })).toBe(code);
  });

  it('are not open now for who could call until this minute', () => {
    const monday = hours({ weekday: 1, from: 600, to: 660 });
    expect(said(monday, { at, canCall: can('08:00', '10:00') })).toBe('closed-when-client-can-call');
  });

  it('count on both sides of a change of clocks', () => {
    const sunday = hours({ weekday: 7, from: 1200, to: 1260 });
    const before = Date.parse('2026-10-31T22:00:00-04:00');
    expect(said(sunday, { at: before })).toBe('opens-within-a-day');
  });
});

describe('what is worked out once', () => {
  it.each([1, 5, 1_024, 1_025, 5_000])('is asked for once each, of %d', (count) => {
    let asked = 0;
    const double = memo(count, (number) => {
      asked += 1;
      return number * 2;
    });
    for (let time = 0; time < 3; time += 1)
      for (const number of [0, count - 1]) expect(double(number)).toBe(number * 2);
    expect(asked).toBe(count === 1 ? 1 : 2);
  });

  it('is kept by what was asked, of whom, and not for ever', () => {
    const snapshot = {};
    let asked = 0;
    const ask = (of: object, key: string) =>
      keptMemo(of, key, 2, () => {
        asked += 1;
        return asked;
      })(1);
    expect([ask(snapshot, 'es'), ask(snapshot, 'es'), ask(snapshot, 'so'), ask({}, 'es')]).toEqual([
      1, 1, 2, 3,
    ]);
    for (let other = 0; other < 62; other += 1) ask(snapshot, `x${other}`);
    expect(ask(snapshot, 'es')).toBe(1);
    ask(snapshot, 'one too many');
    expect(ask(snapshot, 'es')).not.toBe(1);
    const again = asked;
    expect(ask(snapshot, 'es')).toBe(again);
  });
});
