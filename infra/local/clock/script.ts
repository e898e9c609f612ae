import type { Moments } from './leap.ts';

/** What a play does at given moments, such as a client's answer. Lives in memory only. */
export type Script = Moments & {
  /** Runs `act` when the clock reaches `instant`, epoch ms. */
  readonly at: (instant: number, act: () => Promise<void> | void) => void;
};

export function createScript(): Script {
  let entries: { at: number; act: () => Promise<void> | void }[] = [];
  return {
    name: 'the script',
    at: (at, act) => void entries.push({ at, act }),
    nextAt: () => (entries.length === 0 ? undefined : Math.min(...entries.map((entry) => entry.at))),
    async fire(now) {
      const due = entries.filter((entry) => entry.at <= now).sort((one, other) => one.at - other.at);
      entries = entries.filter((entry) => entry.at > now);
      for (const { act } of due) await act();
    },
  };
}
