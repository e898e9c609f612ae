import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PlayOptions } from '../play.ts';
import type { Simulated } from '../simulate.ts';

export type SeedsWanted = Pick<PlayOptions, 'clients' | 'days' | 'faults'> & {
  readonly first: number;
  readonly seeds: number;
  /** How many are played at once, each in a thread of its own. */
  readonly jobs: number;
};

const THREAD = new URL('./seed-worker.ts', import.meta.url);

/** Plays many seeds, as many at once as asked for. Tells of each as soon as it is played, in whatever order that is. */
export async function playSeeds(
  { first, seeds, jobs, ...options }: SeedsWanted,
  onPlayed: (simulated: Simulated) => void,
): Promise<void> {
  let next = first;
  async function playOn(): Promise<void> {
    const thread = new Worker(THREAD);
    while (next < first + seeds) {
      const seed = next;
      next += 1;
      thread.postMessage({ ...options, seed });
      // `once` rejects on the thread's `error`, so a defect of the simulation itself ends the whole run.
      const [simulated] = (await once(thread, 'message')) as [Simulated];
      onPlayed(simulated);
    }
    await thread.terminate();
  }
  await Promise.all(Array.from({ length: Math.min(jobs, seeds) }, playOn));
}
