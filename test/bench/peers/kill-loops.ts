import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { drawn } from '../protocols/faults.ts';
import { countingCarrier, type CountingCarrier } from './counting-carrier.ts';
import type { Store } from './store.ts';
import type { Client, System } from './system.ts';

const LOOPS = 20;
const JOBS_A_LOOP = 20;
/** Every so often the store is killed together with the worker. */
const STORE_EVERY = 4;
const SEED = 23;
const LOOP_TAKES_AT_MOST_MS = 15_000;
/** After this long without a hand-over whatever is missing will not come. */
const GIVE_UP_MS = 20_000;
const SETTLE_MS = 2500;

export type KillTally = { jobs: number; kills: number; storeKills: number; lost: number; doubled: number };

/** Kills a worker at some moment of its work, again and again; then lets one finish, and counts at the carrier. */
export async function killLoops(system: System, store: Store): Promise<KillTally> {
  const carrier = await countingCarrier();
  const client = await system.open(store.url);
  const ground = { system, store, carrier, client };
  const jobs: string[] = [];
  let dead = '';
  for (let loop = 0; loop < LOOPS; loop += 1) {
    const fresh = Array.from({ length: JOBS_A_LOOP }, (_, index) => `job-${loop}-${index}`);
    jobs.push(...fresh);
    // Names of all that are dead: the store may still finish what the last one asked for, after it was unlocked.
    dead += await killOne(ground, fresh, loop);
    await client.afterKill?.(dead);
  }
  await settled();
  await client.afterKill?.(dead);
  const last = startWorker(ground, LOOPS + 1, true);
  await allTaken(carrier, jobs);
  await last.kill();
  await client.close();
  await carrier.stop();
  const counts = countsOf(carrier);
  return {
    jobs: jobs.length,
    kills: LOOPS,
    storeKills: store.server ? Math.floor(LOOPS / STORE_EVERY) : 0,
    lost: jobs.filter((job) => !counts.has(job)).length,
    doubled: [...counts.values()].reduce((sum, count) => sum + count - 1, 0),
  };
}

type Ground = { system: System; store: Store; carrier: CountingCarrier; client: Client };

/** Plans jobs, and kills the worker in the middle of them; every so often the store dies with it. Gives what it printed. */
async function killOne(ground: Ground, jobs: readonly string[], loop: number): Promise<string> {
  const { store, carrier, client } = ground;
  await client.plan(jobs);
  const worker = startWorker(ground, loop);
  await momentToKill(carrier, loop);
  const withStore = loop % STORE_EVERY === STORE_EVERY - 1 && store.server !== undefined;
  await Promise.all([worker.kill(), withStore && store.server?.kill()]);
  if (withStore) {
    await store.server?.start();
    await settled();
  }
  return worker.output();
}

function startWorker({ system, store, carrier }: Ground, start: number, last = false) {
  const script = fileURLToPath(new URL(system.worker, import.meta.url));
  const child = spawn(execPath, [script], {
    stdio: ['ignore', 'pipe', env['HANDRAIL_BENCH_NOISY'] ? 'inherit' : 'ignore'],
    env: {
      ...env,
      STORE_URL: store.url,
      CARRIER_URL: carrier.url,
      ...system.environment?.(start, last),
    },
  });
  const gone = once(child, 'exit');
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    output: () => output,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** After some hand-overs of this loop, and then a few milliseconds, so that the kill falls before, into and after one. */
async function momentToKill(carrier: CountingCarrier, loop: number): Promise<void> {
  const wanted = 3 + Math.floor(drawn(SEED, loop, 1) * 12);
  let seen = 0;
  const reached = Promise.withResolvers<void>();
  carrier.onTaken(() => {
    seen += 1;
    if (seen === wanted) reached.resolve();
  });
  await Promise.race([reached.promise, wait(LOOP_TAKES_AT_MOST_MS, undefined, { ref: false })]);
  await wait(drawn(SEED, loop, 2) * 12);
}

/** A store may refuse its first connections when it was just started again, and still works for who is gone. */
const settled = () => wait(1500);

async function allTaken(carrier: CountingCarrier, jobs: readonly string[]): Promise<void> {
  let lastAt = Date.now();
  carrier.onTaken(() => (lastAt = Date.now()));
  const done = () => {
    const counts = countsOf(carrier);
    return jobs.every((job) => counts.has(job));
  };
  while (Date.now() - lastAt < GIVE_UP_MS && !(done() && Date.now() - lastAt > SETTLE_MS)) await wait(200);
}

function countsOf({ taken }: CountingCarrier): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { job } of taken) counts.set(job, (counts.get(job) ?? 0) + 1);
  return counts;
}
