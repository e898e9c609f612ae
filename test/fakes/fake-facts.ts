import type { FactsTable, RecordedFacts } from '#shared/adapters/dynamo/facts.ts';

export type FakeFacts = FactsTable & { all(): readonly RecordedFacts[] };

const key = (document: string, seq: number): string => `${document}#${seq}`;

/** A record in memory: what stands on it is never replaced. */
export function fakeFacts(): FakeFacts {
  const entries = new Map<string, RecordedFacts>();
  const all = (): RecordedFacts[] => [...entries.values()];
  return {
    get: (document, seq) => Promise.resolve(entries.get(key(document, seq))),
    put(entry) {
      const place = key(entry.document, entry.seq);
      if (!entries.has(place)) entries.set(place, structuredClone(entry));
      return Promise.resolve();
    },
    of: (document) =>
      Promise.resolve(
        all()
          .filter((entry) => entry.document === document)
          .sort((a, b) => a.seq - b.seq),
      ),
    all,
  };
}
