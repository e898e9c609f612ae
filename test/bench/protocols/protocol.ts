import type { Fates } from './faults.ts';

/** How a touch ended: how many texts the carrier took for it, and whether a person was told that none went out. */
export type Ending = { readonly taken: number; readonly told: boolean };

/** A way of handing over a text so that it goes out once. */
export type Protocol = {
  /** As the table names it. */
  readonly name: string;
  readonly send: (touch: number, fates: Fates) => Promise<Ending>;
};
