import type { Instant } from '#shared/domain/record.ts';

/** The machine's own clock; on one machine the fast clock stands behind `Date`. */
export const systemClock = (): Instant => Date.now();
