import { FLOOR, GUARDED, GUARDED_FLOOR } from './groups.ts';
import type { Survivor } from './read-report.ts';
import { floorOf, groupOf, mutantsOf, percentOf, sumOf, type Score, type Scores } from './scores.ts';

const COLUMNS = ['mutants', 'noticed', 'not noticed', 'equivalent', 'score', 'floor'];
const NAME = 40;
const CELL = 13;

/** Prints what no test noticed, in the words that test/mutation/equivalent takes. */
export function printSurvivors(survivors: readonly Survivor[]): void {
  if (survivors.length > 0) console.log('\nNoticed by no test:');
  for (const { file, at, line, was, becomes } of survivors)
    console.log(`\n${file}:${at}\n  ${line}\n  ${was}  →  ${becomes || '(nothing)'}`);
}

/** Prints what is named as equivalent in vain: a test notices it by now, or the line has changed. */
export function printOutdated(outdated: readonly string[]): void {
  if (outdated.length > 0) console.log('\nNamed in test/mutation/equivalent in vain:');
  for (const named of outdated) console.log(`\n${named}`);
}

/**
 * Prints the scores by folder and by guarded group, after those of the files that were chosen, where not all were.
 * @returns false where a score is under its floor
 */
export function printReport(scores: Scores, chosen: readonly string[]): boolean {
  const all = Object.entries(scores);
  const of = (is: (file: string) => boolean) => all.filter(([file]) => is(file)).map(([, score]) => score);
  const folders = [...new Set(all.map(([file]) => folderOf(file)))].sort();
  console.log(`\n${'shared/domain'.padEnd(NAME)}${COLUMNS.map((column) => column.padStart(CELL)).join('')}`);
  if (chosen.length < all.length) {
    for (const file of chosen) printFile(file, scores);
    console.log();
  }
  for (const folder of folders)
    printRow(
      `  ${folder}`,
      of((file) => folderOf(file) === folder),
    );
  console.log();
  const passed = [
    printRow(
      'all of it',
      of(() => true),
      FLOOR,
    ),
    ...Object.keys(GUARDED).map((group) =>
      printRow(
        group,
        of((file) => groupOf(file) === group),
        GUARDED_FLOOR,
      ),
    ),
  ];
  const low = chosen.filter((file) => isLow(file, scores[file]));
  if (low.length > 0) console.log('\nUnder the floor of their own:');
  for (const file of low) printFile(file, scores);
  return passed.every(Boolean) && low.length === 0;
}

function printFile(file: string, scores: Scores): void {
  const score = scores[file];
  if (score) printRow(`  ${file.replace('shared/domain/', '')}`, [score], floorOf(file));
}

const isLow = (file: string, score: Score | undefined): boolean =>
  score !== undefined && percentOf(score) < floorOf(file);

const folderOf = (file: string): string => file.split('/').slice(2, -1)[0] ?? '(top)';

function printRow(name: string, scores: readonly Score[], floor?: number): boolean {
  const sum = sumOf(scores);
  const percent = percentOf(sum);
  const passed = floor === undefined || percent >= floor;
  const cells = [
    mutantsOf(sum),
    sum.killed,
    sum.survived,
    sum.equivalent,
    `${percent.toFixed(1)} %`,
    floor === undefined ? '' : `${floor} % ${passed ? 'ok' : 'NO'}`,
  ];
  console.log(`${name.padEnd(NAME)}${cells.map((cell) => String(cell).padStart(CELL)).join('')}`);
  return passed;
}
