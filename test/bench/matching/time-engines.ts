import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import type { Engine, OpenEngine, Places, Scores } from './engine.ts';

export type Timed = {
  readonly name: string;
  readonly what: string;
  /** For each query, milliseconds: the shortest of some, so that others on the machine count little. */
  readonly times: readonly number[];
  /** The share of queries with exactly the best scores. */
  readonly right: number;
};
export type Missing = { readonly name: string; readonly missing: string };

const ROUNDS = 3;
const WARM_UP = 30;

/** Puts the same queries to all engines in turns. */
export async function timeEngines(
  engines: readonly Engine[],
  places: Places,
  queries: readonly MatchQuery[],
  truth: (query: MatchQuery) => Scores,
  say: (line: string) => void,
): Promise<(Timed | Missing)[]> {
  const runs: { name: string; open: OpenEngine; times: number[]; right: number }[] = [];
  for (const engine of engines) {
    say(`building ${engine.name}`);
    runs.push({
      name: engine.name,
      open: await engine.open(places),
      times: queries.map(() => Infinity),
      right: 0,
    });
  }
  const present = runs.flatMap((run) => ('missing' in run.open ? [] : [{ ...run, open: run.open, run }]));
  for (const query of queries.slice(0, WARM_UP)) for (const { open } of present) await open.best(query);
  say(`asking ${queries.length} queries ${ROUNDS} times`);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, query] of queries.entries()) {
      const best = round === 0 ? truth(query) : [];
      for (let turn = 0; turn < present.length; turn += 1) {
        const engine = present[(turn + at + round) % present.length];
        if (!engine) continue;
        const start = performance.now();
        const scores = await engine.open.best(query);
        const took = performance.now() - start;
        engine.times[at] = Math.min(engine.times[at] ?? Infinity, took);
        if (round === 0 && isSame(scores, best)) engine.run.right += 1;
      }
    }
  }
  for (const { open } of present) await open.close?.();
  return runs.map(({ name, open, times, right }) =>
    'missing' in open
      ? { name, missing: open.missing }
      : { name, what: open.what, times, right: right / queries.length },
  );
}

/** A database adds up in another order, so the last digits may differ. */
const isSame = (some: Scores, others: Scores) =>
  some.length === others.length && some.every((score, at) => Math.abs(score - (others[at] ?? 0)) < 1e-7);
