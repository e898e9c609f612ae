import { readJson, writeJson } from '../data/json-file.ts';
import {
  createSharedClock,
  freezeClockAt,
  patchDate,
  readClock,
  runClockFrom,
  type SharedClock,
} from './patch-date.ts';

export type VirtualClock = {
  readonly shared: SharedClock;
  readonly now: () => number;
  readonly running: boolean;
  /** Stands still at `instant` (epoch ms); never goes back. */
  readonly freezeAt: (instant: number) => void;
  /** Goes on in real time from where it stands. */
  readonly run: () => void;
  /** Writes the time down, so that a restart does not go back. */
  readonly keep: () => void;
  /** Gives this thread its real `Date` back. */
  readonly restore: () => void;
};

export type ClockStart = {
  /** Epoch ms. A clock kept in the data folder wins when it is later. */
  readonly startAt?: number;
  readonly mode: 'real' | 'fast';
  readonly file?: string;
};

export function startClock({ startAt, mode, file }: ClockStart): VirtualClock {
  const shared = createSharedClock();
  const start = Math.max(startAt ?? Date.now(), keptInstant(file));
  let running = mode === 'real';
  const keep = () => {
    if (file !== undefined) writeJson(file, { now: readClock(shared) });
  };
  const freezeAt = (instant: number) => {
    freezeClockAt(shared, instant);
    running = false;
    keep();
  };
  const run = () => {
    runClockFrom(shared, readClock(shared));
    running = true;
  };

  freezeAt(start);
  if (mode === 'real') run();
  const restore = patchDate(shared);
  return {
    shared,
    now: () => readClock(shared),
    get running() {
      return running;
    },
    freezeAt: (instant) => freezeAt(Math.max(instant, readClock(shared))),
    run,
    keep,
    restore: () => {
      keep();
      restore();
    },
  };
}

function keptInstant(file: string | undefined): number {
  const kept = file === undefined ? undefined : readJson(file);
  return typeof kept === 'object' && kept !== null && 'now' in kept && typeof kept.now === 'number'
    ? kept.now
    : 0;
}
