import { LocalStackError } from '../local-stack-error.ts';
import type { Activity } from './activity.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** Something that has to be done at certain moments. */
export type Moments = {
  readonly name: string;
  readonly nextAt: () => number | undefined | Promise<number | undefined>;
  /** Does what is due by `now`. */
  readonly fire: (now: number) => Promise<void> | void;
};

export type LeapParts = {
  readonly clock: VirtualClock;
  readonly activity: Activity;
  readonly moments: readonly Moments[];
  /** Starts whatever can go on at once, such as pollers of queues that hold something. */
  readonly stir: () => void;
  /** After each moment, once nothing is going on. */
  readonly afterMoment: (now: number) => Promise<void> | void;
};

const STUCK_AFTER = 2000;

/**
 * Takes the clock to `target` (epoch ms) by leaps: to the next moment at which anything is due, does it, waits until
 * nothing is going on, leaps again. Throws LocalStackError when one instant never ends.
 */
export async function leapTo(target: number, parts: LeapParts): Promise<void> {
  const { clock, activity, moments, stir, afterMoment } = parts;
  clock.freezeAt(clock.now());
  let atThisInstant = 0;
  for (;;) {
    stir();
    await activity.quiet();
    await afterMoment(clock.now());
    await activity.quiet();
    const due = await nextMoments(moments);
    const at = Math.max(due.at, clock.now());
    if (due.at > target) break;
    atThisInstant = at === clock.now() ? atThisInstant + 1 : 0;
    if (atThisInstant > STUCK_AFTER)
      throw new LocalStackError(
        'stuck',
        due.names.join(', '),
        `time stands still at ${new Date(at).toISOString()}: ${due.names.join(', ')} stays due`,
      );
    clock.freezeAt(at);
    for (const { name, fire } of moments) if (due.names.includes(name)) await fire(at);
  }
  clock.freezeAt(Math.max(target, clock.now()));
}

async function nextMoments(moments: readonly Moments[]): Promise<{ at: number; names: string[] }> {
  const next = await Promise.all(
    moments.map(async ({ name, nextAt }) => ({ name, at: (await nextAt()) ?? Infinity })),
  );
  const at = Math.min(...next.map((moment) => moment.at));
  return { at, names: next.filter((moment) => moment.at === at).map((moment) => moment.name) };
}
