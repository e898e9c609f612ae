/** Counts what is going on, so that the clock moves only when nothing is. */
export type Activity = {
  readonly during: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Resolves once nothing is going on. */
  readonly quiet: () => Promise<void>;
};

export function createActivity(): Activity {
  let busy = 0;
  let waiting: (() => void)[] = [];
  const settle = () => {
    // One turn of the event loop later: what just ended may be about to begin the next thing.
    setImmediate(() => {
      if (busy > 0) return;
      const resolved = waiting;
      waiting = [];
      resolved.forEach((resolve) => resolve());
    });
  };
  return {
    async during(work) {
      busy += 1;
      try {
        return await work();
      } finally {
        busy -= 1;
        if (busy === 0) settle();
      }
    },
    quiet: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (busy === 0) settle();
      }),
  };
}
