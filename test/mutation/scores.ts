import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import * as z from 'zod';
import { equivalentMutants } from './equivalent/equivalent-mutants.ts';
import { DOMAIN, FLOOR, GUARDED, GUARDED_FLOOR, SEARCH, TABLES } from './groups.ts';
import type { FileResult } from './read-report.ts';

const Score = z.object({
  /** Of the file, and of what was named as equivalent in it, when it was mutated. */
  hash: z.string(),
  /** Of the contents of `tests` then. */
  testsHash: z.string(),
  /** Mutants that a test noticed; by failing or by running endlessly, since which of the two depends on the machine. */
  killed: z.number(),
  survived: z.number(),
  equivalent: z.number(),
  /** The test files that noticed them. */
  tests: z.array(z.string()),
});
export type Score = z.infer<typeof Score>;
export type Counts = Pick<Score, 'killed' | 'survived' | 'equivalent'>;

/** By file. A file without mutants stands here too, so that it is known to have been looked at. */
export type Scores = Readonly<Record<string, Score>>;

const KEPT_IN = 'test/mutation/scores.json';

export const readScores = (): Scores =>
  existsSync(KEPT_IN) ? z.record(z.string(), Score).parse(JSON.parse(readFileSync(KEPT_IN, 'utf8'))) : {};

/** One file a line, so that a change of one is a change of one line. */
export function writeScores(scores: Scores): void {
  const lines = Object.entries(scores)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, score]) => `  ${JSON.stringify(file)}: ${JSON.stringify(score)}`);
  writeFileSync(KEPT_IN, `{\n${lines.join(',\n')}\n}\n`);
}

/** Every file of shared/domain that is mutated. */
export const mutatedFiles = (): string[] =>
  globSync(`${DOMAIN}/**/*.ts`, { exclude: [...TABLES, ...SEARCH].map((left) => `${DOMAIN}/${left}`) })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

/** Of a file as it stands, and of what is named as equivalent in it. */
export const hashOf = (file: string): string => hashed([readFileSync(file), JSON.stringify(namedAs(file))]);

const namedAs = (file: string) => equivalentMutants[file.replace(`${DOMAIN}/`, '')] ?? [];

function hashed(contents: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 16);
}

/** Of test files as they stand; one that is gone counts as empty. */
export const testsHashOf = (tests: readonly string[]): string =>
  hashed(tests.filter((test) => existsSync(test)).map((test) => readFileSync(test)));

export const scoreOf = (hash: string, result: FileResult | undefined): Score => ({
  hash,
  testsHash: testsHashOf(result?.tests ?? []),
  killed: result?.killed ?? 0,
  survived: result?.survivors.length ?? 0,
  equivalent: result?.equivalent ?? 0,
  tests: [...(result?.tests ?? [])],
});

export const mutantsOf = ({ killed, survived, equivalent }: Counts): number => killed + survived + equivalent;

/** Which guarded group a file stands in, if any. */
export const groupOf = (file: string): string | undefined =>
  Object.entries(GUARDED).find(([, globs]) =>
    globs.some((glob) => matchesGlob(file, `${DOMAIN}/${glob}`)),
  )?.[0];

export const floorOf = (file: string): number => (groupOf(file) ? GUARDED_FLOOR : FLOOR);

/** Sums of several files. */
export const sumOf = (scores: readonly Counts[]): Counts => ({
  killed: sum(scores.map(({ killed }) => killed)),
  survived: sum(scores.map(({ survived }) => survived)),
  equivalent: sum(scores.map(({ equivalent }) => equivalent)),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Noticed mutants of all that could be, in percent; 100 where there were none. */
export function percentOf({ killed, survived }: Counts): number {
  const all = killed + survived;
  return all === 0 ? 100 : (killed / all) * 100;
}
