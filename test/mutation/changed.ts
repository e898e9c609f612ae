import { DOMAIN } from './groups.ts';
import { groupOf, mutantsOf, type Scores } from './scores.ts';

/**
 * How many mutants a run over changes tries at most: about two minutes of two cores. Counted and not timed, so that every
 * machine tries the same ones.
 */
export const MOST_MUTANTS = 600;

/** How files stand now. */
export type Now = {
  hashOf: (file: string) => string;
  testsHashOf: (tests: readonly string[]) => string;
  linesOf: (file: string) => number;
};

export type Changed = {
  /** To be tried again. */
  chosen: readonly string[];
  /** More than a run over changes tries: for `npm run mutation`. */
  left: readonly string[];
};

/**
 * The files whose score speaks of something else than what stands there now: first those that differ themselves, then
 * those of which a test that noticed their mutants differs or is gone; among equals the guarded ones first.
 */
export function changedFiles(files: readonly string[], scores: Scores, now: Now): Changed {
  const differs = (file: string) => scores[file]?.hash !== now.hashOf(file);
  const testsDiffer = (file: string) => {
    const score = scores[file];
    return score !== undefined && score.testsHash !== now.testsHashOf(score.tests);
  };
  const themselves = guardedFirst(files.filter(differs));
  const byTests = guardedFirst(files.filter((file) => !differs(file) && testsDiffer(file)));
  const chosen: string[] = [];
  const left: string[] = [];
  let mutants = 0;
  for (const file of [...themselves, ...byTests]) {
    const score = scores[file];
    const size = score ? mutantsOf(score) : now.linesOf(file);
    const fits = chosen.length === 0 || mutants + size <= MOST_MUTANTS;
    (fits ? chosen : left).push(file);
    if (fits) mutants += size;
  }
  return { chosen, left };
}

const guardedFirst = (files: readonly string[]): string[] => [
  ...files.filter((file) => groupOf(file)),
  ...files.filter((file) => !groupOf(file)),
];

/** What a run over changes says of the files that it leaves; nothing of them is a failure. */
export function sayWhatIsLeft(left: readonly string[]): void {
  if (left.length === 0) return;
  console.log(
    `\nNot tried again, because a run over changes tries ${MOST_MUTANTS} mutants: ${left.length} files that changed, or whose tests did.`,
  );
  console.log('`npm run mutation` tries all and writes test/mutation/scores.json anew:');
  for (const file of left) console.log(`  ${file.replace(`${DOMAIN}/`, '')}`);
}
