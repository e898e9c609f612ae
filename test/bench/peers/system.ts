import type { Store } from './store.ts';

/** A way to plan touches and to work them off; Handrail is one of them. */
export type System = {
  readonly name: string;
  /** Packages that have to be in the folder of peers. */
  readonly packages: readonly string[];
  /** What the store is called where it is missing. */
  readonly storeName: string;
  readonly store: () => Promise<Store | undefined>;
  /** The script that works jobs off until it is killed; told where by STORE_URL and CARRIER_URL. */
  readonly worker: string;
  /** More for the n-th start of the worker, the last of which nobody kills. */
  readonly environment?: (start: number, last: boolean) => Record<string, string>;
  readonly open: (url: string) => Promise<Client>;
};

export type Client = {
  /** Puts jobs on the queue, due at once. */
  plan(jobs: readonly string[]): Promise<void>;
  /** Plans one client's touches for the coming weeks; what is returned takes all of them back. */
  planAhead(client: string, touches: number): Promise<() => Promise<void>>;
  /** How many of a client's touches are still planned. */
  stillPlanned(client: string): Promise<number>;
  /** What its documentation says to do about a worker that is known to be dead. */
  afterKill?(workerOutput: string): Promise<void>;
  close(): Promise<void>;
};

export const DAY_MS = 86_400_000;

/** The ids of a client's touches, so that an application need not store what it could work out. */
export const touchIds = (client: string, touches: number): string[] =>
  Array.from({ length: touches }, (_, index) => `${client}-${index + 1}`);
