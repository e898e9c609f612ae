const MINUTE = 60_000;
const LOOK_AT_LEAST_EVERY = 24 * 60 * MINUTE;

/**
 * When a leaping clock fires the schedules next: at the first whole minute at which something is due (a minute's tick
 * would find it then), at the latest a day after the last time.
 * What stays due although it was fired is looked at again after 1, 2, 4, … minutes, so that it cannot hold time up.
 */
export type TickPlan = {
  readonly nextAt: (earliestDue: number | undefined) => number;
  readonly fired: (at: number) => void;
  /** Something happened that only a schedule finds, such as a text whose webhook was lost: fire at this instant too. */
  readonly request: (at: number) => void;
};

export function planTicks(startedAt: number): TickPlan {
  let last = startedAt - (startedAt % MINUTE) - MINUTE;
  let unmoved = 0;
  let requested = Infinity;
  return {
    nextAt(earliestDue) {
      const latest = Math.min(last + LOOK_AT_LEAST_EVERY, requested);
      if (earliestDue === undefined) return latest;
      if (earliestDue <= last) return Math.min(last + 2 ** unmoved * MINUTE, latest);
      unmoved = 0;
      return Math.min(Math.ceil(earliestDue / MINUTE) * MINUTE, latest);
    },
    fired(at) {
      unmoved = Math.min(unmoved + 1, 9);
      last = at;
      if (requested <= at) requested = Infinity;
    },
    request: (at) => {
      requested = Math.min(requested, at);
    },
  };
}
