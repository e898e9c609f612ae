import type { LocalStack } from '../local-stack.ts';

/** Somebody in a play: knows when they act next, and does what is due. */
export type Player = {
  /** Epoch ms; undefined while nothing is in sight. */
  readonly nextAt: (now: number) => Promise<number | undefined> | number | undefined;
  readonly act: (now: number) => Promise<void>;
};

/**
 * Lets players act whenever nothing else is going on, and has the clock stop where they act next.
 * @returns what to call once before the clock moves
 */
export function playAlong(
  stack: LocalStack,
  players: readonly Player[],
  afterEach: () => Promise<void>,
): () => Promise<void> {
  const stops = new Set<number>();
  const look = async (now: number) => {
    await afterEach();
    for (const player of players) {
      const at = await player.nextAt(now);
      if (at === undefined) continue;
      if (at <= now) await player.act(now);
      // Looks again at once after an act, and at the moment of the next one.
      const stop = Math.max(at, now);
      if (!stops.has(stop) || at <= now) {
        stops.add(stop);
        stack.at(stop, () => undefined);
      }
    }
  };
  stack.onQuiet(look);
  return () => look(stack.now());
}
