import type { FaultName, Faults } from './faults.ts';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

/** When exactly an invocation dies: at its nth call, before or after the call had its effect. Calls count from 1. */
export type CrashAt = { readonly call: number; readonly when: 'before' | 'after' };

/** One invocation's life on a server. */
type Life = {
  readonly random: Random;
  readonly started: number;
  readonly slow: boolean;
  readonly crashAt: CrashAt | undefined;
  readonly die: () => void;
  calls: number;
  dead: boolean;
};

/** What a function's ports reach the world through. Every call takes time, and any call may be the last. */
export type Wire = {
  /** The server's own clock, which may be off. */
  now: () => number;
  random: () => Random;
  /** Calls something outside. `effect` is what the call does there; it happens all at once. */
  call: <T>(effect: () => T) => Promise<T>;
  /** Waits, as for an answer that does not come. */
  wait: (milliseconds: number) => Promise<void>;
};

export type Server = Wire & {
  /** Runs one invocation; `crashed` when it died on the way, and then this server is gone. */
  run<T>(work: () => Promise<T>, how: Run): Promise<T | 'crashed'>;
  calls(): number;
};

type Run = { random: Random; timeoutSeconds: number; crashAt?: CrashAt | undefined };

type Options = {
  timeline: Timeline;
  faults: Faults;
  /** How far this server's clock is off, in milliseconds. */
  skew: number;
  /** Whether nothing runs at all now. */
  isOut: () => boolean;
};

const never = new Promise<never>(() => {});

/** A server that runs one invocation at a time and keeps what its code keeps between them. */
export function aServer({ timeline, faults, skew, isOut }: Options): Server {
  let life: Life | undefined;

  const alive = (mine: Life | undefined): mine is Life => mine !== undefined && !mine.dead;

  function kill(mine: Life): Promise<never> {
    mine.dead = true;
    mine.die();
    return never;
  }

  function wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => timeline.after(milliseconds, resolve));
  }

  async function call<T>(effect: () => T): Promise<T> {
    const mine = life;
    if (!mine) throw new Error('a call outside an invocation');
    mine.calls += 1;
    const nth = mine.calls;
    await wait(mine.slow ? mine.random.between(300, 1800) : mine.random.between(1, 9));
    if (!alive(mine)) return never;
    if (isOut()) return kill(mine);
    if (dies(mine, nth, 'before', 'crash before a call')) return kill(mine);
    const result = effect();
    return dies(mine, nth, 'after', 'crash after a call') ? kill(mine) : result;
  }

  function dies(mine: Life, nth: number, when: CrashAt['when'], fault: FaultName): boolean {
    const { crashAt } = mine;
    if (crashAt) return crashAt.call === nth && crashAt.when === when;
    return faults.happens(fault, mine.random);
  }

  return {
    now: () => timeline.now() + skew,
    random: () => {
      if (!life) throw new Error('no invocation is running');
      return life.random;
    },
    call,
    async wait(milliseconds) {
      const mine = life;
      await wait(milliseconds);
      return alive(mine) ? undefined : never;
    },
    calls: () => life?.calls ?? 0,
    run(work, { random, timeoutSeconds, crashAt }) {
      return new Promise((resolve, reject) => {
        const slow = faults.happens('function is slow', random);
        const die = () => resolve('crashed');
        const mine: Life = { random, started: timeline.now(), slow, crashAt, die, calls: 0, dead: false };
        life = mine;
        if (slow) timeline.after(timeoutSeconds * 1000, () => (mine.dead ? undefined : void kill(mine)));
        const ends = (settle: () => void): void => {
          if (mine.dead) return;
          mine.dead = true;
          settle();
        };
        work()
          .then((value) => ends(() => resolve(value)))
          .catch((error: unknown) =>
            ends(() => reject(error instanceof Error ? error : new Error('not an error'))),
          );
      });
    },
  };
}
