import { isMainThread, type MessagePort, parentPort, Worker, workerData } from 'node:worker_threads';
import { claimOnly } from './claim-only.ts';
import { fatesOf } from './faults.ts';
import { ours } from './ours.ts';
import { powertoolsModel } from './powertools-model.ts';
import { powertools } from './powertools.ts';
import type { Protocol } from './protocol.ts';
import { retryOnError } from './retry-on-error.ts';

/** From `first` on, `count` touches of one protocol, all of whose fates follow from the seed. */
export type Touches = { protocol: keyof typeof PROTOCOLS; seed: number; first: number; count: number };
export type Tally = {
  name: string;
  touches: number;
  /** Texts beyond the first of a touch. */
  duplicates: number;
  /** Touches of which the client got nothing and of which nobody was told. */
  lost: number;
  /** Touches that were left to a person. */
  told: number;
};

const PROTOCOLS = {
  retry: () => Promise.resolve(retryOnError),
  claim: () => Promise.resolve(claimOnly),
  powertools: async () => (await powertools()) ?? powertoolsModel,
  ours: () => Promise.resolve(ours),
} as const satisfies Record<string, () => Promise<Protocol>>;

export async function tallyOf({ protocol, seed, first, count }: Touches): Promise<Tally> {
  const { name, send } = await PROTOCOLS[protocol]();
  const tally = { name, touches: count, duplicates: 0, lost: 0, told: 0 };
  for (let touch = first; touch < first + count; touch += 1) {
    const { taken, told } = await send(touch, fatesOf(seed, touch));
    tally.duplicates += Math.max(0, taken - 1);
    tally.lost += taken === 0 && !told ? 1 : 0;
    tally.told += told ? 1 : 0;
  }
  return tally;
}

/** The same in a thread of its own. */
export function tallyInThread(touches: Touches): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: touches });
    thread.once('message', resolve).once('error', reject);
  });
}

function answer(port: MessagePort | null, tally: Tally): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  port?.postMessage(tally);
}

if (!isMainThread) {
  const touches: Touches = workerData;
  answer(parentPort, await tallyOf(touches));
}
