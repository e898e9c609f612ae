import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { createTables } from '#test/ports/dynamo-server.ts';
import { freePort, serverProcess } from './server-process.ts';
import type { Store } from './store.ts';

/** The embedded DynamoDB that the tests use, on disk and in a process of its own, with this deployment's tables. */
export async function dynaliteServer(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-dynalite-'));
  const port = await freePort();
  const script = fileURLToPath(new URL('serve-dynalite.ts', import.meta.url));
  const server = await serverProcess({
    command: execPath,
    args: [script, folder, String(port)],
    port,
    url: `http://127.0.0.1:${port}`,
  });
  await createTables(server.url);
  return {
    url: server.url,
    server,
    async stop() {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
