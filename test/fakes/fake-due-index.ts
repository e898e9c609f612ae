import type { DueIndex, DueItem } from '#shared/ports.ts';

/** What of some stored things is due, oldest first. */
export function fakeDueIndex(stored: () => Iterable<DueItem>): DueIndex {
  return {
    async *due(by) {
      const due = [...stored()].filter(({ dueAt }) => dueAt <= by).sort((a, b) => a.dueAt - b.dueAt);
      for (const item of due) yield await Promise.resolve(item);
    },
  };
}
