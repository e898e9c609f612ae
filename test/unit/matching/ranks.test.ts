import { describe, expect, it } from 'vitest';
import { aListing, aQuery, idsOf, matchAmong, north } from './a-listing.ts';

describe('among good listings', () => {
  it('the nearest comes first, and far ones are still offered where there is nothing else', () => {
    const found = matchAmong([
      aListing({ id: 'far', place: north(300) }),
      aListing({ id: 'near', place: north(2) }),
      aListing({ id: 'middle', place: north(20) }),
    ]);
    expect(idsOf(found.results)).toEqual(['near', 'middle', 'far']);
    expect(found.results.map(({ distanceKm }) => distanceKm)).toEqual([2, 20, 300]);
  });

  it('a farther one that speaks the client’s language comes before a nearer one that does not', () => {
    const found = matchAmong(
      [
        aListing({ id: 'near', languages: ['en'], place: north(1) }),
        aListing({ id: 'far', languages: ['so'], place: north(8) }),
      ],
      aQuery({ language: 'so' }),
    );
    expect(idsOf(found.results)).toEqual(['far', 'near']);
  });

  it('nothing beyond a distance is offered when the client can go no farther', () => {
    const listings = [aListing({ id: 'a', place: north(4.9) }), aListing({ id: 'b', place: north(5.1) })];
    expect(idsOf(matchAmong(listings, aQuery({ withinKm: 5 })).results)).toEqual(['a']);
  });

  it('two of one organization are offered and not five', () => {
    const ofOne = ['a', 'b', 'c', 'd'].map((id) => aListing({ id, organizationId: 'one' }));
    const other = aListing({ id: 'other', place: north(30) });
    expect(idsOf(matchAmong([...ofOne, other]).results)).toEqual(['a', 'b', 'other']);
  });

  it('a service with several places is offered once, at the best of them', () => {
    const places = [5, 1, 3].map((km) => aListing({ id: `s@${km}`, serviceId: 's', place: north(km) }));
    const { results, considered } = matchAmong(places);
    expect(idsOf(results)).toEqual(['s@1']);
    expect(considered).toBe(1);
  });

  it('those for more of the needs come first', () => {
    const both = aListing({ id: 'z', needs: ['food', 'shelter'].map((code) => ({ code, known: 'stated' })) });
    const found = matchAmong([aListing({ id: 'a' }), both], aQuery({ needs: ['shelter', 'food'] }));
    expect(found.results.map(({ for: reasons }) => reasons.slice(0, 2))).toEqual([
      ['need:shelter', 'need:food'],
      ['need:food', 'distance:1-km'],
    ]);
  });

  it('a need that is asked for twice counts once', () => {
    const [once] = matchAmong([aListing({ id: 'a' })]).results;
    const [twice] = matchAmong([aListing({ id: 'a' })], aQuery({ needs: ['food', 'food'] })).results;
    expect(twice).toEqual(once);
  });

  it('equals come in the order of their ids, whatever the order of the directory', () => {
    const listings = ['c', 'a', 'b'].map((id) => aListing({ id }));
    expect(idsOf(matchAmong(listings).results)).toEqual(['a', 'b', 'c']);
    expect(idsOf(matchAmong(listings.toReversed(), aQuery(), undefined, 2).results)).toEqual(['a', 'b']);
  });

  it('those that are reached from anywhere stand apart, and without a place all do without distance', () => {
    const listings = [
      aListing({ id: 'line', place: { kind: 'virtual' } }),
      aListing({ id: 'state', place: { kind: 'statewide', state: 'MD' } }),
      aListing({ id: 'town' }),
    ];
    const near = matchAmong(listings, aQuery({ state: 'MD' }));
    expect([idsOf(near.results), idsOf(near.anywhere)]).toEqual([['town'], ['line', 'state']]);
    const { near: _near, ...nowhere } = aQuery();
    expect(matchAmong(listings, nowhere).results[0]?.distanceKm).toBeUndefined();
  });

  it('nothing is found for a need that the directory does not know', () => {
    expect(matchAmong([aListing({ id: 'a' })], aQuery({ needs: ['legal'] })).results).toEqual([]);
  });

  it('a place of which only the ZIP code is known is said to be approximate', () => {
    const place = { ...north(1), approximate: 'zip' } as ReturnType<typeof north>;
    expect(matchAmong([aListing({ id: 'a', place })]).results[0]?.against).toContain('place:by-zip');
  });
});
