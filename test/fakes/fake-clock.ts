import type { Instant } from '#shared/domain/record.ts';

export type FakeClock = { now: () => Instant; set(now: Instant): void; advance(milliseconds: number): void };

/** A clock that stands still until it is told otherwise. */
export function fakeClock(start: Instant): FakeClock {
  let current = start;
  return {
    now: () => current,
    set: (now) => void (current = now),
    advance: (milliseconds) => void (current += milliseconds),
  };
}
