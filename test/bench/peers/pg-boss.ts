import { createHash } from 'node:crypto';
import { needPeer } from './load-peer.ts';
import { postgresServer } from './postgres-server.ts';
import { DAY_MS, touchIds, type System } from './system.ts';

export type Boss = {
  on(event: 'error', listener: () => void): void;
  start(): Promise<unknown>;
  stop(options: object): Promise<void>;
  createQueue(name: string, options?: object): Promise<void>;
  send(name: string, data: object, options: object): Promise<unknown>;
  cancel(name: string, ids: readonly string[]): Promise<unknown>;
  findJobs(name: string, options: object): Promise<{ state: string }[]>;
  work(
    name: string,
    options: object,
    work: (jobs: { data: { job: string } }[]) => Promise<void>,
  ): Promise<unknown>;
};
export type PgBossPackage = { PgBoss: new (options: object) => Boss };

/** Jobs of a dead worker come again after the shortest time that it allows. */
const QUEUE = { expireInSeconds: 1, retryLimit: 1000, retryDelay: 0 };

/** pg-boss takes UUIDs as ids: one that follows from the touch's own. */
function uuidOf(touch: string): string {
  const hex = createHash('sha256').update(touch).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

export const pgBoss: System = {
  name: 'pg-boss',
  packages: ['pg-boss'],
  storeName: 'PostgreSQL',
  store: postgresServer,
  worker: 'work-pg-boss.ts',
  async open(url) {
    const { PgBoss } = await needPeer<PgBossPackage>('pg-boss');
    const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 2 });
    // A server that is killed closes its connections; the pool opens others.
    boss.on('error', () => {});
    await boss.start();
    await boss.createQueue('touch', QUEUE);
    return {
      async plan(jobs) {
        for (const job of jobs) await boss.send('touch', { job }, QUEUE);
      },
      async planAhead(client, touches) {
        const ids = touchIds(client, touches).map(uuidOf);
        for (const [index, id] of ids.entries()) {
          const startAfter = new Date(Date.now() + (index + 1) * DAY_MS).toISOString();
          await boss.send('touch', { client }, { id, startAfter });
        }
        return async () => void (await boss.cancel('touch', ids));
      },
      async stillPlanned(client) {
        const jobs = await boss.findJobs('touch', { data: { client } });
        return jobs.filter(({ state }) => state === 'created').length;
      },
      close: () => boss.stop({ graceful: false }),
    };
  },
};
