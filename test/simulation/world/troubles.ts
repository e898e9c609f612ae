import type { Faults } from '../engine/faults.ts';
import type { Random } from '../engine/random.ts';
import type { Timeline } from '../engine/timeline.ts';
import type { Seen, Trouble } from '../what-was-seen.ts';

type AnyTrouble = Trouble | 'throttling-burst' | 'nobody-on-call';
type Stretch = { readonly trouble: AnyTrouble; readonly from: number; readonly until: number };

/** The times in which a part of the world stands still, drawn before the play begins. */
export type Troubles = {
  isOn(trouble: AnyTrouble, at: number): boolean;
  /** When the one that is on now ends; `at` itself when none is on. */
  endOf(trouble: AnyTrouble, at: number): number;
};

const MINUTE = 60_000;

type Drawn = {
  fault: Parameters<Faults['happens']>[0];
  trouble: AnyTrouble;
  times: number;
  minutes: [number, number];
};

const DRAWN: readonly Drawn[] = [
  { fault: 'poller stands still', trouble: 'poller-outage', times: 6, minutes: [1, 180] },
  { fault: 'region is out', trouble: 'region-outage', times: 1, minutes: [30, 360] },
  { fault: 'carrier is out', trouble: 'carrier-outage', times: 2, minutes: [5, 120] },
  { fault: 'throttling burst', trouble: 'throttling-burst', times: 8, minutes: [1, 5] },
  { fault: 'nobody on call', trouble: 'nobody-on-call', times: 3, minutes: [8 * 60, 36 * 60] },
];

export function troubles(
  faults: Faults,
  random: Random,
  { timeline, until, note }: { timeline: Timeline; until: number; note: (seen: Seen) => void },
): Troubles {
  const from = timeline.now();
  const stretches: Stretch[] = DRAWN.flatMap(({ fault, trouble, times, minutes }) =>
    faults.happens(fault, random)
      ? Array.from({ length: times }, () => {
          const begins = from + random.between(2 * 24 * 60, (until - from) / MINUTE - 6 * 24 * 60) * MINUTE;
          return { trouble, from: begins, until: begins + random.between(...minutes) * MINUTE };
        })
      : [],
  );
  for (const stretch of stretches) timeline.at(stretch.from, () => noted(stretch, note));
  const on = (trouble: AnyTrouble, at: number): Stretch | undefined =>
    stretches.find((one) => one.trouble === trouble && one.from <= at && at < one.until);
  return {
    isOn: (trouble, at) => on(trouble, at) !== undefined,
    endOf: (trouble, at) => on(trouble, at)?.until ?? at,
  };
}

function noted({ trouble, from, until }: Stretch, note: (seen: Seen) => void): void {
  // A burst is over within minutes, and nobody on call is what the ladder is for: neither excuses anything.
  if (trouble === 'throttling-burst' || trouble === 'nobody-on-call') return;
  note({ at: from, kind: 'trouble-began', trouble, until });
}
