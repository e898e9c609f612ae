import { DOMAIN } from './groups.ts';
import { groupOf, mutantsOf, type Scores } from './scores.ts';

/**
 * How many mutants a run over changes tries at most: one to three minutes of two cores. Counted and not timed, so that every
 * machine tries the same ones.
 */
export const MOST_MUTANTS = 1200;

/** How files stand now. */
export type Now = {
  hashOf: (file: string) => string;
  testsHashOf: (tests: readonly string[]) => string;
  linesOf: (file: string) => number;
};

export type Changed = {
  /** To be tried again. */
  chosen: readonly string[];
  /** Only their tests differ, and they are more than a run over changes tries: for `npm run mutation`. */
  left: readonly string[];
  /** They differ themselves and are more than it tries: nothing says yet that a test would notice. */
  unproven: readonly string[];
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
  const over: string[] = [];
  let mutants = 0;
  for (const file of [...themselves, ...byTests]) {
    const score = scores[file];
    const size = score ? mutantsOf(score) : now.linesOf(file);
    const fits = chosen.length === 0 || mutants + size <= MOST_MUTANTS;
    (fits ? chosen : over).push(file);
    if (fits) mutants += size;
  }
  return { chosen, left: over.filter((file) => !differs(file)), unproven: over.filter(differs) };
}

const guardedFirst = (files: readonly string[]): string[] => [
  ...files.filter((file) => groupOf(file)),
  ...files.filter((file) => !groupOf(file)),
];

/** What a run over changes says of the files that it leaves. A rule that changed and was not tried is a failure. */
export function sayWhatIsLeft({ left, unproven }: Pick<Changed, 'left' | 'unproven'>): void {
  list(`Not tried again: ${left.length} files of which only tests changed`, left);
  list(`FAILED: ${unproven.length} rules that changed were not tried`, unproven);
}

function list(what: string, files: readonly string[]): void {
  if (files.length === 0) return;
  console.log(`\n${what}, because a run over changes tries ${MOST_MUTANTS} mutants.`);
  console.log('`npm run mutation` with their names tries them and keeps their scores:');
  for (const file of files) console.log(`  ${file.replace(`${DOMAIN}/`, '')}`);
}
