import type { Judgement } from './judgement.ts';
import type { NeedFacts } from './snapshot/listing-facts.ts';
import { WEIGHTS } from './weights.ts';

/** A need that is asked for, and its number in the directory; -1 where the directory has none for it. */
export type AskedNeed = { readonly code: string; readonly number: number };

/** Which of the asked needs it is for, at least one, and how that is known. */
export function judgeNeeds(facts: NeedFacts, asked: readonly AskedNeed[]): Judgement {
  const met = asked.filter(({ number }) => facts[number] !== undefined);
  return {
    factor: needFactorOf(facts, asked),
    for: met.map(({ code }) => `need:${code}`),
    against: [
      ...met.filter(({ number }) => facts[number] !== 1).map(({ code }) => `need:${code}-inferred`),
      ...asked.filter((need) => !met.includes(need)).map(({ code }) => `need:not-${code}`),
    ],
  };
}

/** The same, its factor alone: asked of nearly every listing that is met. */
export function needFactorOf(facts: NeedFacts, asked: readonly AskedNeed[]): number {
  let met = 0;
  let isStated = false;
  for (const { number } of asked) {
    const known = facts[number];
    if (known === undefined) continue;
    met += 1;
    if (known === 1) isStated = true;
  }
  const { stated, inferred, share } = WEIGHTS.need;
  return (isStated ? stated : inferred) * (1 - share * (1 - met / asked.length));
}
