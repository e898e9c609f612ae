import { env } from 'node:process';
import { handOverTo } from './counting-carrier.ts';
import { needPeer } from './load-peer.ts';
import type { PgBossPackage } from './pg-boss.ts';

const { PgBoss } = await needPeer<PgBossPackage>('pg-boss');
const boss = new PgBoss({
  connectionString: env['STORE_URL'],
  superviseIntervalSeconds: 1,
  monitorIntervalSeconds: 1,
  maintenanceIntervalSeconds: 1,
});
boss.on('error', () => {});
await boss.start();
await boss.work('touch', { pollingIntervalSeconds: 0.5, localConcurrency: 4 }, async ([job]) => {
  await handOverTo(env['CARRIER_URL'] ?? '', { job: job?.data.job ?? '' });
});
