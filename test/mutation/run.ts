import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { changedFiles, sayWhatIsLeft } from './changed.ts';
import { printOutdated, printReport, printSurvivors } from './print-report.ts';
import { readReport } from './read-report.ts';
import {
  hashOf,
  mutatedFiles,
  readScores,
  scoreOf,
  testsHashOf,
  writeScores,
  type Scores,
} from './scores.ts';

/**
 * Mutates shared/domain and says which changes no test noticed.
 * `npm run mutation` all files, `npm run mutation -- <part of a path>…` some; both keep the scores in scores.json.
 * `npm run mutation:changed` the files that differ from what scores.json speaks of, or whose tests do, and keeps nothing.
 */
const { values, positionals } = parseArgs({
  options: { changed: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const kept = readScores();
const files = mutatedFiles();
const { chosen, left } = values.changed
  ? changedFiles(files, kept, { hashOf, testsHashOf, linesOf })
  : { chosen: files.filter(isNamed), left: [] };

if (chosen.length === 0) {
  console.log(
    values.changed
      ? 'Mutation tests: shared/domain and its tests are those that the scores were taken of.'
      : `No file of shared/domain is named like ${positionals.join(' or ')}.`,
  );
  process.exit(values.changed ? 0 : 1);
}

// Hashes first: a file that is edited during a run keeps the hash of what was mutated.
const hashes = new Map(chosen.map((file) => [file, hashOf(file)]));
const stryker = spawnSync('stryker', ['run', '--mutate', chosen.join(','), '--concurrency', concurrency()], {
  stdio: 'inherit',
});
if (stryker.status !== 0) process.exit(stryker.status ?? 1);

const results = readReport('.handrail/mutation/report.json');
const fresh = [...hashes].map(([file, hash]) => [file, scoreOf(hash, results.get(file))] as const);
const known: Scores = Object.fromEntries(
  [...Object.entries(kept), ...fresh].filter(([file]) => files.includes(file)),
);
if (!values.changed) writeScores(known);

printSurvivors([...results.values()].flatMap(({ survivors }) => survivors));
printOutdated([...results.values()].flatMap(({ outdated }) => outdated));
const endless = [...results.values()].reduce((sum, result) => sum + result.endless, 0);
if (endless > 0) console.log(`\n${endless} of these were noticed because they made a test run endlessly.`);
process.exitCode = printReport(known, chosen) ? 0 : 1;
sayWhatIsLeft(left);

function isNamed(file: string): boolean {
  return positionals.length === 0 || positionals.some((part) => file.includes(part));
}

/** A file that was never scored has about a mutant a line. */
function linesOf(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length;
}

/** One process a core, and at most as many as somebody who shares the machine allows. */
function concurrency(): string {
  return process.env['MUTATION_PROCESSES'] ?? String(availableParallelism());
}
