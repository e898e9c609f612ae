import { describe, expect, it } from 'vitest';
import { match } from '#shared/domain/matching/match.ts';
import { loadSnapshot } from '#shared/domain/matching/snapshot/load-snapshot.ts';
import { SnapshotRefused } from '#shared/domain/matching/snapshot/snapshot-refused.ts';
import { writeSnapshot } from '#shared/domain/matching/snapshot/write-snapshot.ts';
import { aListing, aQuery, HERE, idsOf, NOW, north } from './a-listing.ts';

const many = Array.from({ length: 300 }, (_, index) =>
  aListing({
    id: `l${index}`,
    place: north(1 + (index % 40) / 4),
    needs: [{ code: index % 3 === 0 ? 'shelter' : 'food', known: 'stated' }],
    description: 'What a pantry is. '.repeat(40),
  }),
);
const bytes = writeSnapshot(many, { builtAt: NOW });

function refusal(of: Uint8Array): SnapshotRefused {
  try {
    loadSnapshot(of).checkText();
  } catch (error) {
    if (error instanceof SnapshotRefused) return error;
    throw error;
  }
  throw new Error('it was loaded');
}

const changed = (at: number, to = (byte: number) => byte ^ 1): Uint8Array => {
  const copy = bytes.slice();
  copy[at] = to(copy[at] ?? 0);
  return copy;
};

describe('a snapshot', () => {
  it('is the same bytes for the same listings in any order', () => {
    expect(writeSnapshot(many.toReversed(), { builtAt: NOW })).toEqual(bytes);
  });

  it('has another hash when a word of a listing is another', () => {
    const [first, ...rest] = many;
    const other = [{ ...first, ...aListing({ id: 'l0', name: 'Pantry one' }) }, ...rest];
    const hash = (of: Uint8Array) => loadSnapshot(of).contentHash;
    expect(hash(bytes)).toMatch(/^[0-9a-f]{32}$/);
    expect(hash(writeSnapshot(other, { builtAt: NOW }))).not.toBe(hash(bytes));
  });

  it('gives back every listing as it was', () => {
    const snapshot = loadSnapshot(bytes);
    const all = Array.from({ length: snapshot.listings }, (_, number) => snapshot.listingOf(number));
    const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
    expect(all.toSorted(byId)).toEqual(many.toSorted(byId));
    expect(snapshot).toMatchObject({ listings: 300, activeServices: 300, builtAt: NOW });
    expect(snapshot.needs()).toEqual(['food', 'shelter']);
  });

  it('is read where it lies, also at an odd place of a buffer', () => {
    for (const shift of [0, 1, 4, 8]) {
      const buffer = new Uint8Array(bytes.length + shift);
      buffer.set(bytes, shift);
      const snapshot = loadSnapshot(buffer.subarray(shift));
      expect(idsOf(match(snapshot, aQuery(), undefined, 2).results)).toEqual(['l160', 'l200']);
    }
  });

  it('costs at most 60 bytes a resource to search in a directory of some size', () => {
    const large = Array.from({ length: 5000 }, (_, index) =>
      aListing({ id: `l${index}`, place: north(index / 50) }),
    );
    expect(loadSnapshot(writeSnapshot(large, { builtAt: NOW })).searchBytes / 5000).toBeLessThan(60);
  });

  it('of no listing at all finds nothing', () => {
    const empty = loadSnapshot(writeSnapshot([], { builtAt: NOW }));
    expect(match(empty, aQuery())).toEqual({ results: [], anywhere: [], considered: 0 });
  });

  it('is not made of two listings with one id', () => {
    const twice = [aListing({ id: 'a' }), aListing({ id: 'a', name: 'Other' })];
    expect(() => writeSnapshot(twice, { builtAt: NOW })).toThrow('two listings have the id a');
  });

  it('holds neither place nor address of a secret listing, whoever forgot to leave them out', () => {
    const secret = aListing({
      id: 'a',
      confidential: true,
      address: ['12 Hidden Lane'],
      place: { kind: 'at', ...HERE, state: 'MD' },
    });
    const written = writeSnapshot([secret], { builtAt: NOW });
    expect(Buffer.from(written).toString('latin1')).not.toMatch(/Hidden|39\.29/);
    const [found] = match(loadSnapshot(written), aQuery()).results;
    expect(found?.distanceKm).toBeUndefined();
    expect(found?.listing.place).toEqual({ kind: 'unknown', state: 'MD' });
  });
});

describe('a snapshot is refused, in words,', () => {
  it.each([0, 1, 15, 16, 100, 1000, Math.floor(bytes.length / 2), bytes.length - 1])(
    'when only %i bytes came',
    (length) => {
      const { why, message } = refusal(bytes.subarray(0, length));
      expect(['truncated', 'not-a-snapshot']).toContain(why);
      expect(message).toMatch(/cut off|not a directory snapshot/);
    },
  );

  it('when something else was given', () => {
    expect(refusal(Buffer.from('id,name\n1,Pantry\n'.repeat(100))).why).toBe('not-a-snapshot');
  });

  it('when it is of a format of the future', () => {
    const { why, message } = refusal(changed(8, () => 2));
    expect(why).toBe('other-version');
    expect(message).toContain('has format 2 and this release reads format 1');
  });

  it('when something stands behind it', () => {
    expect(refusal(new Uint8Array([...bytes, 0])).why).toBe('damaged');
  });

  it('when any byte of it changed', () => {
    for (let at = 16; at < bytes.length; at += 211)
      expect(refusal(changed(at)).why).toMatch(/damaged|truncated/);
  });

  it('at once for what is searched, and for text when it is read', () => {
    const { searchBytes } = loadSnapshot(bytes);
    const start = bytes.length - loadSnapshot(bytes).searchBytes; // text is larger than the search part here
    expect(start).toBeGreaterThan(searchBytes);
    expect(() => loadSnapshot(changed(bytes.length - searchBytes))).not.toThrow();
    const damaged = loadSnapshot(changed(bytes.length - 10));
    expect(() => Array.from({ length: 300 }, (_, number) => damaged.listingOf(number))).toThrow(
      SnapshotRefused,
    );
  });
});
