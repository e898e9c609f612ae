import { EventEmitter } from 'node:events';
import { env, stdout } from 'node:process';
import { handOverTo } from './counting-carrier.ts';
import type { GraphilePackage } from './graphile-worker.ts';
import { needPeer } from './load-peer.ts';

const graphile = await needPeer<GraphilePackage>('graphile-worker');
const events = new EventEmitter();
// Its jobs are locked in the name of the whole pool, or of one worker where there is no pool.
events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) =>
  stdout.write(`${workerPool.id}\n`),
);
events.on('worker:create', ({ worker }: { worker: { workerId: string } }) =>
  stdout.write(`${worker.workerId}\n`),
);
await graphile.run({
  connectionString: env['STORE_URL'],
  concurrency: 4,
  pollInterval: 200,
  noHandleSignals: true,
  logger: new graphile.Logger(() => () => {}),
  events,
  taskList: { touch: ({ job }) => handOverTo(env['CARRIER_URL'] ?? '', { job }) },
});
