import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import { rank, search } from '#shared/domain/matching/rank.ts';
import { loadPeer, peerVersion } from '../peers/load-peer.ts';
import { type Engine, type OpenEngine, type Places, type Scores, scoresOf, TOP } from './engine.ts';
import { bestOf, boxAround, isForNeed, REACH_KM } from './score-candidates.ts';

export const handrail: Engine = {
  name: 'Handrail',
  open: ({ snapshot }) => ({
    what: 'a tree for each need',
    best: (query) => scoresOf(rank(search(snapshot, query), TOP).near),
  }),
};

/** Looks at every listing; what it finds is right by definition. */
export const everyListing =
  (places: Places) =>
  (query: MatchQuery): Scores =>
    bestOf(places, query, numbers(places).filter(isForNeed(places, query)));

const numbers = ({ snapshot }: Places) => Array.from({ length: snapshot.listings }, (_, number) => number);

type KDBushIndex = {
  add(x: number, y: number): number;
  finish(): KDBushIndex;
  range(minX: number, minY: number, maxX: number, maxY: number): number[];
};
type KDBush = new (count: number) => KDBushIndex;
type GeoKDBush = {
  around(
    index: KDBushIndex,
    longitude: number,
    latitude: number,
    most: number,
    km: number,
    filter: (id: number) => boolean,
  ): number[];
};
type FlatbushIndex = {
  add(minX: number, minY: number, maxX: number, maxY: number): number;
  finish(): void;
  search(minX: number, minY: number, maxX: number, maxY: number, filter: (id: number) => boolean): number[];
};
type Flatbush = new (count: number) => FlatbushIndex;
type H3 = {
  latLngToCell: (latitude: number, longitude: number, resolution: number) => string;
  gridDisk: (cell: string, rings: number) => string[];
};

function bushOf(Bush: KDBush, { latitudes, longitudes }: Places, listings: readonly number[]): KDBushIndex {
  const index = new Bush(listings.length);
  for (const listing of listings) index.add(longitudes[listing] ?? 0, latitudes[listing] ?? 0);
  return index.finish();
}

type Best = Exclude<OpenEngine, { missing: string }>['best'];

/** Opens with a package, or says that it is missing. */
const opened = <T>(name: string, peer: T | undefined, open: (peer: T) => Best): OpenEngine =>
  peer === undefined ? { missing: name } : { what: peerVersion(name) ?? name, best: open(peer) };

export const geokdbush: Engine = {
  name: 'geokdbush with a predicate',
  async open(places) {
    const around = await loadPeer<GeoKDBush>('geokdbush');
    if (!around) return { missing: 'geokdbush' };
    return opened('kdbush', await loadPeer<KDBush>('kdbush'), (Bush) => {
      const index = bushOf(Bush, places, numbers(places));
      return (query) => {
        const { latitude, longitude } = query.near ?? { latitude: 0, longitude: 0 };
        const found = around.around(index, longitude, latitude, Infinity, REACH_KM, isForNeed(places, query));
        return bestOf(places, query, found);
      };
    });
  },
};

export const kdbush: Engine = {
  name: 'kdbush range',
  open: async (places) =>
    opened('kdbush', await loadPeer<KDBush>('kdbush'), (Bush) => {
      const index = bushOf(Bush, places, numbers(places));
      return (query) => {
        const { west, south, east, north } = boxAround(query);
        return bestOf(places, query, index.range(west, south, east, north).filter(isForNeed(places, query)));
      };
    }),
};

/** As somebody would build it who knew what is asked: more than its documentation shows. */
export const kdbushByNeed: Engine = {
  name: 'kdbush range, an index for each need',
  open: async (places) =>
    opened('kdbush', await loadPeer<KDBush>('kdbush'), (Bush) => {
      const byNeed = new Map(
        places.snapshot.needs().map((code) => {
          const listings = numbers(places).filter(isForNeed(places, { needs: [code], at: 0 }));
          return [code, { listings, index: bushOf(Bush, places, listings) }];
        }),
      );
      return (query) => {
        const { west, south, east, north } = boxAround(query);
        const mine = byNeed.get(query.needs[0] ?? '');
        const found = mine?.index.range(west, south, east, north) ?? [];
        return bestOf(
          places,
          query,
          found.map((place) => mine?.listings[place] ?? 0),
        );
      };
    }),
};

export const flatbush: Engine = {
  name: 'flatbush with a predicate',
  open: async (places) =>
    opened('flatbush', await loadPeer<Flatbush>('flatbush'), (Bush) => {
      const index = new Bush(places.snapshot.listings);
      for (const [listing, latitude] of places.latitudes.entries()) {
        const longitude = places.longitudes[listing] ?? 0;
        index.add(longitude, latitude, longitude, latitude);
      }
      index.finish();
      return (query) => {
        const { west, south, east, north } = boxAround(query);
        return bestOf(places, query, index.search(west, south, east, north, isForNeed(places, query)));
      };
    }),
};

/** Cells of about 36 km²; so many rings hold everything in reach wherever the cells are smallest. */
const RESOLUTION = 6;
const RINGS = 11;

export const h3: Engine = {
  name: 'h3-js rings',
  open: async (places) =>
    opened('h3-js', await loadPeer<H3>('h3-js'), ({ latLngToCell, gridDisk }) => {
      const cells = new Map<string, number[]>();
      for (const [listing, latitude] of places.latitudes.entries()) {
        const cell = latLngToCell(latitude, places.longitudes[listing] ?? 0, RESOLUTION);
        const inCell = cells.get(cell);
        if (inCell) inCell.push(listing);
        else cells.set(cell, [listing]);
      }
      return (query) => {
        const { latitude, longitude } = query.near ?? { latitude: 0, longitude: 0 };
        const disk = gridDisk(latLngToCell(latitude, longitude, RESOLUTION), RINGS);
        const isWanted = isForNeed(places, query);
        return bestOf(
          places,
          query,
          disk.flatMap((cell) => cells.get(cell)?.filter(isWanted) ?? []),
        );
      };
    }),
};
