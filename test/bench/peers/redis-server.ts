import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { freePort, serverProcess } from './server-process.ts';
import type { Store } from './store.ts';

const PROGRAM = 'redis-server';

/**
 * A Redis of our own, or undefined where there is none. It writes each command to disk before it answers
 * (`appendfsync always`); as Redis comes it would lose the last minutes when it is killed.
 */
export async function redisServer(): Promise<Store | undefined> {
  const given = env['REDIS_URL'];
  if (given) return { url: given, stop: async () => {} };
  if (!isInstalled()) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'handrail-redis-'));
  const port = await freePort();
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
  const server = await serverProcess({
    command: PROGRAM,
    args: ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...durable],
    port,
    url: `redis://127.0.0.1:${port}`,
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

function isInstalled(): boolean {
  try {
    execFileSync(PROGRAM, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
