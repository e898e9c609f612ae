import type { Judgement } from './judgement.ts';
import { WEIGHTS } from './weights.ts';

/** Which of the asked needs it is for, and how that is known. @param met whether stated, by need; at least one */
export function judgeNeeds(met: ReadonlyMap<string, boolean>, asked: readonly string[]): Judgement {
  const codes = asked.filter((code) => met.has(code));
  const isStated = codes.some((code) => met.get(code) === true);
  return {
    factor: needFactor(isStated, codes.length, asked.length),
    for: codes.map((code) => `need:${code}`),
    against: [
      ...codes.filter((code) => met.get(code) !== true).map((code) => `need:${code}-inferred`),
      ...asked.filter((code) => !met.has(code)).map((code) => `need:not-${code}`),
    ],
  };
}

/** @param isStated whether one of the needs that it meets is stated */
export function needFactor(isStated: boolean, met: number, asked: number): number {
  const { stated, inferred, share } = WEIGHTS.need;
  return (isStated ? stated : inferred) * (1 - share * (1 - met / asked));
}
