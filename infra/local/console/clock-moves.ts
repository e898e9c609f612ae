import type { LocalStack } from '../local-stack.ts';

/** A leap under way: from and to are epoch ms. */
export type Leap = { readonly from: number; readonly to: number };

/** Virtual minutes that pass in one real second; 0 is real time. */
export type Pace = 0 | 1 | 60;

export type ClockMoves = {
  /** Leaps to `instant` (epoch ms), doing all that falls due on the way. */
  readonly leapTo: (instant: number) => Promise<void>;
  readonly leap: () => Leap | undefined;
  readonly pace: () => Pace;
  readonly setPace: (pace: Pace) => void;
  readonly stop: () => Promise<void>;
};

const MINUTE = 60_000;

/** What moves the stack's clock from the console: leaps, and a pace that is faster than real time. */
export function moveClock(stack: LocalStack): ClockMoves {
  let leap: Leap | undefined;
  let pace: Pace = 0;
  let stopped = false;
  let pacing: Promise<void> = Promise.resolve();

  const leapTo = async (instant: number) => {
    const from = stack.now();
    if (instant <= from) return;
    leap = { from, to: instant };
    try {
      await stack.advanceTo(instant);
      await stack.settle();
    } finally {
      leap = undefined;
    }
  };
  const keepPace = async () => {
    while (pace > 0 && !stopped) {
      const began = performance.now();
      await stack.advanceTo(stack.now() + pace * MINUTE);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1000 - (performance.now() - began))));
    }
  };
  return {
    leapTo,
    leap: () => leap,
    pace: () => pace,
    setPace(next) {
      const wasReal = pace === 0;
      pace = next;
      // A pace that is still winding down goes on with the new one.
      if (wasReal && next > 0) pacing = pacing.then(keepPace);
    },
    async stop() {
      stopped = true;
      await pacing;
    },
  };
}
