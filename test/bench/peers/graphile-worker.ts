import { needPeer } from './load-peer.ts';
import { postgresServer } from './postgres-server.ts';
import { DAY_MS, touchIds, type System } from './system.ts';

type Job = { id: string };
type PgClient = { query(sql: string, values: unknown[]): Promise<{ rows: unknown[] }> };
type Utils = {
  migrate(): Promise<void>;
  addJob(task: string, payload: object, spec?: object): Promise<Job>;
  completeJobs(ids: readonly string[]): Promise<Job[]>;
  forceUnlockWorkers(ids: readonly string[]): Promise<void>;
  withPgClient<T>(use: (client: PgClient) => Promise<T>): Promise<T>;
  release(): Promise<void>;
};
type TaskList = Record<string, (payload: { job: string }) => Promise<void>>;
export type GraphilePackage = {
  makeWorkerUtils(options: object): Promise<Utils>;
  run(options: Record<string, unknown> & { taskList: TaskList }): Promise<unknown>;
  Logger: new (factory: () => () => void) => object;
};

export const graphileWorker: System = {
  name: 'graphile-worker',
  packages: ['graphile-worker'],
  storeName: 'PostgreSQL',
  store: postgresServer,
  worker: 'work-graphile.ts',
  async open(url) {
    const graphile = await needPeer<GraphilePackage>('graphile-worker');
    const logger = new graphile.Logger(() => () => {});
    const utils = await graphile.makeWorkerUtils({ connectionString: url, logger });
    await utils.migrate();
    return {
      async plan(jobs) {
        for (const job of jobs) await utils.addJob('touch', { job }, { maxAttempts: 1000 });
      },
      async planAhead(client, touches) {
        const jobs: Job[] = [];
        for (const [index, jobKey] of touchIds(client, touches).entries()) {
          const runAt = new Date(Date.now() + (index + 1) * DAY_MS);
          jobs.push(await utils.addJob('touch', { client }, { jobKey, runAt }));
        }
        return async () => void (await utils.completeJobs(jobs.map(({ id }) => id)));
      },
      async stillPlanned(client) {
        const { rows } = await utils.withPgClient((connection) =>
          connection.query('select key from graphile_worker.jobs where key like $1', [`${client}-%`]),
        );
        return rows.length;
      },
      // Otherwise its jobs would stay locked for four hours.
      afterKill: (output) => utils.forceUnlockWorkers(output.split('\n').filter((id) => id !== '')),
      close: () => utils.release(),
    };
  },
};
