import { createHash } from 'node:crypto';
import type { Seen } from '../what-was-seen.ts';

/** Everything outsiders wrote down, in order, and a hash of it all. */
export type Notes = {
  note: (seen: Seen) => void;
  all(): readonly Seen[];
  traceHash(): string;
};

export function notes(): Notes {
  const all: Seen[] = [];
  return {
    note: (seen) => void all.push(seen),
    all: () => all,
    traceHash() {
      const hash = createHash('sha256');
      for (const seen of all) hash.update(JSON.stringify(seen)).update('\n');
      return hash.digest('hex').slice(0, 32);
    },
  };
}
