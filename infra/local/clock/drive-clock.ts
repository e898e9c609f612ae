import { leapTo, type LeapParts, type Moments } from './leap.ts';

export type ClockDrive = {
  /** Leaps to this instant, epoch ms. One leap at a time: a second waits for the first. */
  readonly advanceTo: (instant: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type RealTimeParts = LeapParts & {
  /** Moments of the leaping clock alone, whose real-time counterpart is `everyMinute`. */
  readonly leapMoments: readonly Moments[];
  readonly everyMinute: (now: number) => Promise<void>;
};

const STEP_MS = 200;
const MINUTE = 60_000;

/** Moves virtual time: by leaps when asked to and, while the clock runs, along with real time. */
export function driveClock(parts: RealTimeParts): ClockDrive {
  const { clock, moments, stir, everyMinute, activity } = parts;
  let last: Promise<void> = Promise.resolve();
  let stopped = false;
  let lastMinute = Math.floor(clock.now() / MINUTE);

  const alone = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const step = async () => {
    if (stopped || !clock.running) return;
    const now = clock.now();
    stir();
    for (const moment of moments) await fireIfDue(moment, now);
    const minute = Math.floor(now / MINUTE);
    if (minute > lastMinute) {
      lastMinute = minute;
      clock.keep();
      void activity.during(() => everyMinute(now));
    }
  };
  const timer = setInterval(() => void alone(step), STEP_MS);
  timer.unref();

  return {
    advanceTo: (instant) =>
      alone(async () => {
        const wasRunning = clock.running;
        await leapTo(instant, { ...parts, moments: [...moments, ...parts.leapMoments] });
        lastMinute = Math.floor(clock.now() / MINUTE);
        if (wasRunning) clock.run();
      }),
    async stop() {
      stopped = true;
      clearInterval(timer);
      await last;
    },
  };
}

async function fireIfDue({ nextAt, fire }: Moments, now: number): Promise<void> {
  const at = await nextAt();
  if (at !== undefined && at <= now) await fire(now);
}
