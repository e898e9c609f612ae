import type { ServerProcess } from './server-process.ts';

/** Where a queue keeps its jobs. `server` is set where it is ours to kill. */
export type Store = { readonly url: string; readonly server?: ServerProcess; stop(): Promise<void> };
