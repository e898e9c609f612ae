import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

/**
 * For as long as a play lasts the process has no clock and no chance of its own: `Date.now`, `setTimeout` and
 * `Math.random` are the play's. What the product waits for in a race is then decided by the seed, too.
 */
export async function withVirtualGlobals<T>(
  timeline: Timeline,
  random: Random,
  run: () => Promise<T>,
): Promise<T> {
  const { now } = Date;
  const { random: chance } = Math;
  const { setTimeout: timeout } = globalThis;
  Date.now = timeline.now;
  Math.random = () => random.whole(2 ** 31) / 2 ** 31;
  const virtual = (happens: () => void, milliseconds = 0): void =>
    timeline.after(Math.round(milliseconds), happens);
  globalThis.setTimeout = virtual as unknown as typeof setTimeout; // nothing in a play clears a timer
  try {
    return await run();
  } finally {
    Date.now = now;
    Math.random = chance;
    globalThis.setTimeout = timeout;
  }
}
