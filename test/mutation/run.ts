import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { readOptions, wrongUsage } from '#test/tools/read-options.ts';
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

const USAGE = `npm run mutation -- [PART-OF-A-PATH...]
npm run mutation:changed

Changes the rules in shared/domain one by one and says which changes no test notices. All files, or those with a part of
their path named; the scores are kept in test/mutation/scores.json. Ends with 1 under a floor.
  --changed  (mutation:changed) only files that differ from what was scored, or whose tests do; keeps no score
MUTATION_PROCESSES=1 leaves the other cores alone
`;

const { values, positionals } = readOptions(USAGE, {
  options: { changed: { type: 'boolean', default: false } },
  allowPositionals: true,
});
if (values.changed && positionals.length > 0)
  wrongUsage('A run over changes chooses its files itself', USAGE);

const kept = readScores();
const files = mutatedFiles();
const nowhere = positionals.filter((part) => !files.some((file) => file.includes(part)));
if (nowhere.length > 0) wrongUsage(`No file of shared/domain has in its path: ${nowhere.join(', ')}`, USAGE);
const { chosen, left, unproven } = values.changed
  ? changedFiles(files, kept, { hashOf, testsHashOf, linesOf })
  : { chosen: files.filter(isNamed), left: [], unproven: [] };

if (chosen.length === 0) {
  console.log('Mutation tests: shared/domain and its tests are those that the scores were taken of.');
  process.exit(0);
}

// Hashes first: a file that is edited during a run keeps the hash of what was mutated.
const hashes = new Map(chosen.map((file) => [file, hashOf(file)]));
const strykerOptions = [
  `--mutate=${chosen.join(',')}`,
  `--concurrency=${concurrency()}`,
  `--allowConsoleColors=${process.stdout.isTTY ? 'true' : 'false'}`,
];
const stryker = spawnSync('stryker', ['run', ...strykerOptions], { stdio: 'inherit' });
if (stryker.status !== 0) process.exit(stryker.status ?? 1);

const results = readReport('.handrail/mutation/report.json');
const fresh = [...hashes].map(([file, hash]) => [file, scoreOf(hash, results.get(file))] as const);
// Read again: another run, of other files, may have ended meanwhile.
const known: Scores = Object.fromEntries(
  [...Object.entries(readScores()), ...fresh].filter(([file]) => files.includes(file)),
);
if (!values.changed) writeScores(known);

printSurvivors([...results.values()].flatMap(({ survivors }) => survivors));
printOutdated([...results.values()].flatMap(({ outdated }) => outdated));
const endless = [...results.values()].reduce((sum, result) => sum + result.endless, 0);
if (endless > 0) console.log(`\n${endless} of these were noticed because they made a test run endlessly.`);
const holds = printReport(known, chosen);
sayWhatIsLeft({ left, unproven });
process.exitCode = holds && unproven.length === 0 ? 0 : 1;

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
