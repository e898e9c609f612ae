import { DatabaseSync } from 'node:sqlite';
import { loadPeer, peerVersion } from '../peers/load-peer.ts';
import { postgresServer } from '../peers/postgres-server.ts';
import type { Engine, Places } from './engine.ts';
import { bestOf, boxAround, REACH_KM } from './score-candidates.ts';

/** Which bit of which word a need is. */
function bitOf({ snapshot }: Places, code = ''): { low: number; high: number } {
  const need = snapshot.needs().indexOf(code);
  return need < 32 ? { low: 2 ** need, high: 0 } : { low: 0, high: 2 ** (need - 32) };
}

/** SQLite as it comes with Node, in memory: a box, the need beside it, and the score outside. */
export const sqlite: Engine = {
  name: 'SQLite R*Tree',
  open(places) {
    const database = new DatabaseSync(':memory:');
    database.exec('create virtual table place using rtree(id, west, east, south, north, +low, +high)');
    const insert = database.prepare('insert into place values (?, ?, ?, ?, ?, ?, ?)');
    database.exec('begin');
    for (const [listing, north] of places.latitudes.entries()) {
      const east = places.longitudes[listing] ?? 0;
      const [low, high] = places.needs.subarray(listing * 2, listing * 2 + 2);
      insert.run(listing, east, east, north, north, low ?? 0, high ?? 0);
    }
    database.exec('commit');
    const select = database.prepare(
      'select id from place where west >= ? and east <= ? and south >= ? and north <= ? and ((low & ?) | (high & ?))',
    );
    select.setReturnArrays(true);
    return {
      what: `SQLite ${process.versions['sqlite'] ?? ''} of Node`,
      best(query) {
        const { west, south, east, north } = boxAround(query);
        const { low, high } = bitOf(places, query.needs[0]);
        const rows = select.all(west, east, south, north, low, high) as unknown as [number][]; // arrays, as set above
        return bestOf(
          places,
          query,
          rows.map(([id]) => id),
        );
      },
      close: () => Promise.resolve(database.close()),
    };
  },
};

type PgClient = {
  connect(): Promise<void>;
  query(query: string | object, values?: unknown[]): Promise<{ rows: unknown[][] }>;
  end(): Promise<void>;
};
type Pg = { Client: new (options: { connectionString: string }) => PgClient };

const CHUNK = 20_000;

/** PostgreSQL as it comes, in a process of its own: a circle, the need beside it, and the score outside. */
export const postgis: Engine = {
  name: 'PostGIS',
  async open(places) {
    const pg = await loadPeer<Pg>('pg');
    const server = pg && (await postgresServer());
    if (!server) return { missing: pg ? 'PostgreSQL' : 'pg' };
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const stop = async () => {
      await client.end();
      await server.stop();
    };
    const version = await client.query('create extension postgis').then(
      () => client.query({ text: 'select postgis_lib_version()', rowMode: 'array' }),
      () => undefined,
    );
    if (!version) {
      await stop();
      return { missing: 'PostGIS' };
    }
    await fill(client, places);
    return {
      what: `PostGIS ${String(version.rows[0]?.[0])}, ${peerVersion('pg')}`,
      async best(query) {
        const { latitude, longitude } = query.near ?? { latitude: 0, longitude: 0 };
        const { low, high } = bitOf(places, query.needs[0]);
        const { rows } = await client.query({
          name: 'near',
          text: 'select id from place where st_dwithin(at, st_makepoint($1, $2)::geography, $3, false) and needs & $4::bigint <> 0',
          values: [longitude, latitude, REACH_KM * 1000, String(BigInt(low) | (BigInt(high) << 32n))],
          rowMode: 'array',
        });
        return bestOf(
          places,
          query,
          rows.map(([id]) => Number(id)),
        );
      },
      close: stop,
    };
  },
};

async function fill(client: PgClient, { latitudes, longitudes, needs }: Places): Promise<void> {
  await client.query('create table place (id int primary key, at geography(point), needs bigint)');
  const masks = Array.from(latitudes, (_, listing) =>
    String(BigInt(needs[listing * 2] ?? 0) | (BigInt(needs[listing * 2 + 1] ?? 0) << 32n)),
  );
  for (let from = 0; from < latitudes.length; from += CHUNK) {
    const ids = Array.from(latitudes.subarray(from, from + CHUNK), (_, at) => from + at);
    await client.query(
      `insert into place select id, st_makepoint(east, north)::geography, needs
       from unnest($1::int[], $2::float8[], $3::float8[], $4::bigint[]) as given(id, east, north, needs)`,
      [
        ids,
        [...longitudes.subarray(from, from + CHUNK)],
        [...latitudes.subarray(from, from + CHUNK)],
        masks.slice(from, from + CHUNK),
      ],
    );
  }
  await client.query('create index on place using gist (at)');
  await client.query('vacuum analyze place');
}
