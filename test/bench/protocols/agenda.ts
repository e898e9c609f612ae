import type { Instant } from '#shared/domain/record.ts';

type Entry = { at: Instant; run: () => Promise<unknown> };

/** What will happen, soonest first; of two at once the one that was put in first. */
export type Agenda = {
  put(at: Instant, run: Entry['run']): void;
  nextAt(): Instant;
  take(): Entry | undefined;
};

export function agenda(): Agenda {
  const entries: Entry[] = [];
  return {
    put(at, run) {
      const later = entries.findIndex((entry) => entry.at > at);
      entries.splice(later === -1 ? entries.length : later, 0, { at, run });
    },
    nextAt: () => entries[0]?.at ?? Infinity,
    take: () => entries.shift(),
  };
}
