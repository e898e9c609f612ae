import type { LocalStack } from '../local-stack.ts';

/** A leap under way: from and to are epoch ms. */
type Leap = { readonly from: number; readonly to: number };

/** Virtual minutes that pass in one real second; 0 is real time. */
type Pace = 0 | 1 | 60;

export type ClockMoves = {
  /** Leaps to `instant` (epoch ms), doing all that falls due on the way. */
  readonly leapTo: (instant: number) => Promise<void>;
  readonly leap: () => Leap | undefined;
  readonly pace: () => Pace;
  readonly setPace: (pace: Pace) => void;
  readonly stop: () => Promise<void>;
};

const SECOND = 1000;
const MINUTE = 60_000;

/** What moves the stack's clock from the console: leaps, and a pace that is faster than real time. */
export function moveClock(stack: LocalStack): ClockMoves {
  let leap: Leap | undefined;
  let pace: Pace = 0;
  let isPacing = false;
  let timer: NodeJS.Timeout | undefined;
  let beat: Promise<void> = Promise.resolve();

  /** One second of the pace, and the next one after it. */
  const oneBeat = async () => {
    if (pace === 0) {
      isPacing = false;
      return;
    }
    const began = performance.now();
    await stack.advanceTo(stack.now() + pace * MINUTE);
    timer = setTimeout(goOn, Math.max(0, SECOND - (performance.now() - began)));
  };
  const goOn = () => {
    isPacing = true;
    beat = oneBeat().catch(() => {
      // The stack is stopping, or time stands still there: real time goes on.
      pace = 0;
      isPacing = false;
    });
  };
  return {
    async leapTo(instant) {
      leap = { from: stack.now(), to: Math.max(instant, stack.now()) };
      try {
        await stack.advanceTo(leap.to);
        await stack.settle();
      } finally {
        leap = undefined;
      }
    },
    leap: () => leap,
    pace: () => pace,
    setPace(next) {
      pace = next;
      if (!isPacing) goOn();
    },
    async stop() {
      pace = 0;
      clearTimeout(timer);
      await beat;
    },
  };
}
