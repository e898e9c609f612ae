import { needPeer } from './load-peer.ts';
import { redisServer } from './redis-server.ts';
import { DAY_MS, touchIds, type System } from './system.ts';

type Queue = {
  on(event: 'error', listener: () => void): void;
  add(name: string, data: object, options: object): Promise<unknown>;
  remove(id: string): Promise<number>;
  getJob(id: string): Promise<unknown>;
  close(): Promise<void>;
};
type Worker = { on(event: 'error', listener: () => void): void };
export type BullPackage = {
  Queue: new (name: string, options: object) => Queue;
  Worker: new (
    name: string,
    work: (job: { data: { job: string } }) => Promise<void>,
    options: object,
  ) => Worker;
};

const MOST_TOUCHES = 12;

export const connectionOf = (url = '') => ({
  host: '127.0.0.1',
  port: Number(new URL(url).port),
  maxRetriesPerRequest: null,
});

export const bullMq: System = {
  name: 'BullMQ',
  packages: ['bullmq', 'ioredis'],
  storeName: 'Redis',
  store: redisServer,
  worker: 'work-bull-mq.ts',
  async open(url) {
    const { Queue } = await needPeer<BullPackage>('bullmq');
    const queue = new Queue('touch', { connection: connectionOf(url) });
    queue.on('error', () => {});
    return {
      async plan(jobs) {
        for (const job of jobs) await queue.add('touch', { job }, { jobId: job, attempts: 1000 });
      },
      async planAhead(client, touches) {
        const ids = touchIds(client, touches);
        for (const [index, jobId] of ids.entries())
          await queue.add('touch', { client }, { jobId, delay: (index + 1) * DAY_MS });
        // It has no call that removes several; all are on their way before the first is answered.
        return async () => void (await Promise.all(ids.map((id) => queue.remove(id))));
      },
      async stillPlanned(client) {
        const jobs = await Promise.all(touchIds(client, MOST_TOUCHES).map((id) => queue.getJob(id)));
        return jobs.filter((job) => job !== undefined && job !== null).length;
      },
      close: () => queue.close(),
    };
  },
};
