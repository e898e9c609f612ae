import { parentPort } from 'node:worker_threads';
import type { PlayOptions } from '../play.ts';
import { simulate } from '../simulate.ts';

/** A thread that plays one seed after another: each has a clock of its own, and the code stays warm between them. */
parentPort?.on('message', (wanted: PlayOptions) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
  void simulate(wanted).then((simulated) => parentPort?.postMessage(simulated));
});
