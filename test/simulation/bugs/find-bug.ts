import type { Simulated } from '../simulate.ts';
import type { PlantedBug } from './planted-bug.ts';

/** How many seeds are played at most before a bug counts as not found. */
export const MOST_PLAYS = 24;

export type Search = {
  readonly firstSeed: number;
  /** Plays a seed in this process, into which the bug is planted. */
  readonly playWithBug: (seed: number) => Promise<Simulated>;
  /** Whether the same play keeps every promise in a process without the bug. */
  readonly isCleanWithout: (seed: number) => Promise<boolean>;
  /** Told of a seed that cannot show a bug, because it breaks a promise without it too. */
  readonly onUnclean?: (seed: number) => void;
};

export type Hunted = { readonly found: boolean; readonly plays: number; readonly last: Simulated };

/**
 * Plays seed after seed until the promise is broken that the bug is planted to break, in a play that keeps every promise
 * without it.
 */
export async function findBug(
  { promise }: Pick<PlantedBug, 'promise'>,
  { firstSeed, playWithBug, isCleanWithout, onUnclean }: Search,
): Promise<Hunted> {
  for (let plays = 1; ; plays += 1) {
    const seed = firstSeed + plays - 1;
    const last = await playWithBug(seed);
    const broken = last.all.some((violation) => violation.promise === promise);
    const found = broken && (await isCleanWithout(seed));
    if (found || plays === MOST_PLAYS) return { found, plays, last };
    if (broken) onUnclean?.(seed);
  }
}
