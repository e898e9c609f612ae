import { findClients, type ConsoleClient } from './clients.ts';
import type { ClockMoves } from './clock-moves.ts';
import type { ConsoleOptions } from './console-options.ts';
import { findNextDue, type NextDue } from './next-due.ts';
import type { Trouble } from './trouble.ts';

/** What the console knows beside the stack itself. */
export type ConsoleSession = ConsoleOptions & {
  readonly clock: ClockMoves;
  /** Trouble asked for so far, with virtual epoch ms. */
  readonly troubles: { readonly at: number; readonly kind: Trouble['kind']; readonly to?: string }[];
  readonly clients: () => readonly ConsoleClient[];
  readonly next: () => NextDue | undefined;
  /** Reads clients and what is due next anew. */
  readonly look: () => Promise<void>;
};

export function keepSession(options: ConsoleOptions, clock: ClockMoves): ConsoleSession {
  let clients: readonly ConsoleClient[] = [];
  let next: NextDue | undefined;
  return {
    ...options,
    clock,
    troubles: [],
    clients: () => clients,
    next: () => next,
    async look() {
      [clients, next] = await Promise.all([
        findClients(options.stack, options.settings.timeZone),
        findNextDue(options.stack, options.settings),
      ]);
    },
  };
}
