import { env } from 'node:process';
import { connectionOf, type BullPackage } from './bull-mq.ts';
import { handOverTo } from './counting-carrier.ts';
import { needPeer } from './load-peer.ts';

const { Worker } = await needPeer<BullPackage>('bullmq');
// As it comes, a job whose worker died twice is given up; here it may stall as often as it likes, and is found soon.
const patient = { lockDuration: 1000, stalledInterval: 500, maxStalledCount: 1000 };
const worker = new Worker('touch', ({ data: { job } }) => handOverTo(env['CARRIER_URL'] ?? '', { job }), {
  connection: connectionOf(env['STORE_URL']),
  concurrency: 4,
  ...patient,
});
worker.on('error', () => {});
