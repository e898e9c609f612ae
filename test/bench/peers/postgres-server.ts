import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { env, getuid } from 'node:process';
import { freePort, serverProcess } from './server-process.ts';
import type { Store } from './store.ts';

/** A PostgreSQL of our own, as it comes (every commit is on disk before it is answered), or undefined where there is none. */
export async function postgresServer(): Promise<Store | undefined> {
  const given = env['DATABASE_URL'];
  if (given) return { url: given, stop: async () => {} };
  const initdb = globSync(['/usr/lib/postgresql/*/bin/initdb', '/usr/local/bin/initdb']).at(-1);
  if (!initdb) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'handrail-postgres-'));
  const uid = getuid?.() === 0 ? postgresUser() : undefined;
  if (uid !== undefined) chownSync(folder, uid, uid);
  const as = uid === undefined ? {} : { uid, gid: uid };
  const data = join(folder, 'data');
  execFileSync(initdb, ['-D', data, '-U', 'bench', '-A', 'trust'], { stdio: 'ignore', ...as });
  const port = await freePort();
  const server = await serverProcess({
    command: join(dirname(initdb), 'postgres'),
    args: ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', folder],
    port,
    url: `postgres://bench@127.0.0.1:${port}/postgres`,
    isReady: () => isReady(join(dirname(initdb), 'pg_isready'), port),
    ...as,
  });
  return {
    url: server.url,
    server,
    async stop() {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** It refuses to run as root. */
function postgresUser(): number {
  return Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' }));
}

/** After a kill it reads its journal first, and refuses whoever connects. */
function isReady(command: string, port: number): boolean {
  return (
    spawnSync(command, ['-h', '127.0.0.1', '-p', String(port), '-t', '0'], { stdio: 'ignore' }).status === 0
  );
}
