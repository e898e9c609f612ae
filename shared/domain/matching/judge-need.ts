import type { Judgement } from './judgement.ts';
import type { NeedFacts } from './snapshot/listing-facts.ts';
import { WEIGHTS } from './weights.ts';

/** Which of the asked needs it is for, at least one, and how that is known. */
export function judgeNeeds(facts: NeedFacts, asked: readonly string[]): Judgement {
  const codes = asked.filter((code) => Object.hasOwn(facts, code));
  const isStated = codes.some((code) => facts[code] === true);
  return {
    factor: needFactor(isStated, codes.length, asked.length),
    for: codes.map((code) => `need:${code}`),
    against: [
      ...codes.filter((code) => facts[code] !== true).map((code) => `need:${code}-inferred`),
      ...asked.filter((code) => !codes.includes(code)).map((code) => `need:not-${code}`),
    ],
  };
}

/** @param isStated whether one of the needs that it meets is stated */
/** The same, its factor alone: asked of nearly every listing that is met. */
export function needFactorOf(facts: NeedFacts, asked: readonly string[]): number {
  let met = 0;
  let isStated = false;
  for (const code of asked) {
    const known = facts[code];
    if (known === undefined) continue;
    met += 1;
    isStated ||= known;
  }
  return needFactor(isStated, met, asked.length);
}

function needFactor(isStated: boolean, met: number, asked: number): number {
  const { stated, inferred, share } = WEIGHTS.need;
  return (isStated ? stated : inferred) * (1 - share * (1 - met / asked));
}
