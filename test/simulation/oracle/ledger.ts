import { PROMISES, type PromiseName, type Violation } from '../what-was-seen.ts';

export type Verdict = {
  readonly violations: readonly Violation[];
  readonly counts: Readonly<Record<PromiseName, number>>;
  /** What the promises themselves allow to happen at a stated rate. */
  readonly tolerated: { readonly duplicatesAfterDenial: number };
  /** On how many things each promise was checked: a check that never fires proves nothing. */
  readonly checked: Readonly<Record<PromiseName, number>>;
};

/** Where the checks write down what they looked at and what they found. */
export type Ledger = {
  checked(promise: PromiseName, times?: number): void;
  broken(promise: PromiseName, at: number, person: string | undefined, because: string): void;
  tolerateDuplicate(): void;
  verdict(): Verdict;
};

export function ledger(): Ledger {
  const violations: Violation[] = [];
  const counts = noneOfEach();
  const looked = noneOfEach();
  let duplicatesAfterDenial = 0;
  return {
    checked(promise, times = 1) {
      looked[promise] += times;
    },
    broken(promise, at, person, because) {
      counts[promise] += 1;
      violations.push({ promise, at, ...(person !== undefined && { person }), because });
    },
    tolerateDuplicate() {
      duplicatesAfterDenial += 1;
    },
    verdict: () => ({
      violations: violations.toSorted((one, other) => one.at - other.at),
      counts,
      tolerated: { duplicatesAfterDenial },
      checked: looked,
    }),
  };
}

// One number for each promise.
const noneOfEach = () => Object.fromEntries(PROMISES.map((name) => [name, 0])) as Record<PromiseName, number>;
