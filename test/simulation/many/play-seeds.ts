import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PlayOptions } from '../play.ts';
import type { Simulated } from '../simulate.ts';
import { inOrder } from './in-order.ts';

export type SeedsWanted = Pick<PlayOptions, 'clients' | 'days' | 'faults'> & {
  readonly first: number;
  readonly seeds: number;
  /** How many are played at once, each in a thread of its own. */
  readonly jobs: number;
};

type Listeners = {
  readonly onPlayed: (simulated: Simulated) => void;
  /** Told how many are played, also where an earlier seed is still awaited. */
  readonly onProgress?: (played: number) => void;
};

const THREAD = new URL('./seed-worker.ts', import.meta.url);

/** Plays many seeds, as many at once as asked for. Tells of each in the order of the seeds. */
export async function playSeeds(
  { first, seeds, jobs, ...options }: SeedsWanted,
  { onPlayed, onProgress }: Listeners,
): Promise<void> {
  const tell = inOrder(first, onPlayed);
  let next = first;
  let played = 0;
  async function playOn(): Promise<void> {
    const thread = new Worker(THREAD);
    while (next < first + seeds) {
      const seed = next;
      next += 1;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
      thread.postMessage({ ...options, seed });
      // `once` rejects on the thread's `error`, so a defect of the simulation itself ends the whole run.
      const [simulated] = (await once(thread, 'message')) as [Simulated];
      played += 1;
      tell(seed, simulated);
      onProgress?.(played);
    }
    await thread.terminate();
  }
  await Promise.all(Array.from({ length: Math.min(jobs, seeds) }, playOn));
}
