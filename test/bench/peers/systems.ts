import type { Reading, Tools } from '../benchmark.ts';
import { bullMq } from './bull-mq.ts';
import { graphileWorker } from './graphile-worker.ts';
import { handrail } from './handrail.ts';
import { peerVersion } from './load-peer.ts';
import { pgBoss } from './pg-boss.ts';
import type { Store } from './store.ts';
import type { System } from './system.ts';

export const SYSTEMS: readonly System[] = [handrail, pgBoss, graphileWorker, bullMq];

/**
 * Asks the same of every system that is installed, each on a store of its own, one after the other; of the others it
 * says what is missing. Nothing is installed here.
 */
export async function askEach(
  { say }: Tools,
  measuresOf: (name: string) => readonly string[],
  ask: (system: System, store: Store) => Promise<readonly Reading[]>,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const system of SYSTEMS) {
    const answer = await askOne(system, ask);
    if (typeof answer !== 'string') readings.push(...answer);
    else {
      say(`${system.name}: ${answer}`);
      readings.push(...measuresOf(system.name).map((measure) => ({ measure, missing: answer })));
    }
  }
  return readings;
}

async function askOne(
  system: System,
  ask: (system: System, store: Store) => Promise<readonly Reading[]>,
): Promise<readonly Reading[] | string> {
  const absent = system.packages.filter((name) => peerVersion(name) === undefined);
  if (absent.length > 0) return `not installed: ${absent.join(', ')} (npm)`;
  const store = await system.store();
  if (!store) return `not installed: ${system.storeName}`;
  try {
    return await ask(system, store);
  } finally {
    await store.stop();
  }
}

/** `pg-boss 12.38.0 on PostgreSQL`. */
export const versionOf = ({ name, packages: [main], storeName }: System): string =>
  `${main ? peerVersion(main) : name} on ${storeName}`;
