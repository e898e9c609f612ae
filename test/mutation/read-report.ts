import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { equivalentMutants } from './equivalent/equivalent-mutants.ts';
import { DOMAIN } from './groups.ts';

const Place = z.object({ line: z.number(), column: z.number() });

/** The part of Stryker's report that we read (mutation-testing-report-schema). */
const Report = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          status: z.string(),
          replacement: z.string().optional(),
          killedBy: z.array(z.string()).optional(),
          location: z.object({ start: Place, end: Place }),
        }),
      ),
    }),
  ),
  testFiles: z.record(z.string(), z.object({ tests: z.array(z.object({ id: z.string() })) })).optional(),
});

type FileReport = z.infer<typeof Report>['files'][string];
type MutantReport = FileReport['mutants'][number];

/** A mutant that no test noticed, with where it stands. */
export type Survivor = { file: string; at: number; line: string; was: string; becomes: string };

export type FileResult = {
  /** Noticed, also by running endlessly. */
  killed: number;
  /** Of these, by running endlessly. */
  endless: number;
  /** The test files that noticed one. */
  tests: readonly string[];
  /** Named in test/mutation/equivalent, and so left out of the score. */
  equivalent: number;
  survivors: readonly Survivor[];
  /** Named as equivalent, and noticed or not there any more. */
  outdated: readonly string[];
};

/** What became of each file's mutants. Throws where Stryker could not try one: that is a fault of the run. */
export function readReport(path: string): Map<string, FileResult> {
  const { files, testFiles = {} } = Report.parse(JSON.parse(readFileSync(path, 'utf8')));
  const fileOfTest = new Map(
    Object.entries(testFiles).flatMap(([file, { tests }]) => tests.map(({ id }) => [id, file] as const)),
  );
  return new Map(Object.entries(files).map(([file, report]) => [file, resultOf(file, report, fileOfTest)]));
}

function resultOf(file: string, report: FileReport, fileOfTest: ReadonlyMap<string, string>): FileResult {
  const count = (status: string) => report.mutants.filter((mutant) => mutant.status === status).length;
  const untried = report.mutants.filter(
    ({ status }) => !['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status),
  );
  if (untried.length > 0) throw new Error(`${file}: ${untried.length} mutants could not be tried`);
  const unnoticed = report.mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map((mutant) => survivorOf(file, report.source, mutant));
  const survivors = unnoticed.filter((survivor) => !isEquivalent(survivor));
  const outdated = namedIn(file).filter(
    (named) =>
      !unnoticed.some(
        ({ line, was, becomes }) => named.line === line && named.was === was && named.becomes === becomes,
      ),
  );
  const killers = report.mutants.flatMap(({ killedBy = [] }) =>
    killedBy.map((id) => fileOfTest.get(id) ?? ''),
  );
  return {
    killed: count('Killed') + count('Timeout'),
    endless: count('Timeout'),
    tests: [...new Set(killers)].filter((test) => test !== '').sort(),
    equivalent: unnoticed.length - survivors.length,
    survivors,
    outdated: outdated.map(({ line, was, becomes }) => `${file}\n  ${line}\n  ${was}  →  ${becomes}`),
  };
}

function survivorOf(file: string, source: string, { location, replacement }: MutantReport): Survivor {
  const lines = source.split('\n');
  const { start, end } = location;
  const cut = lines.slice(start.line - 1, end.line);
  const last = cut.length - 1;
  const was = cut.map((line, index) =>
    line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined),
  );
  return {
    file,
    at: start.line,
    line: (lines[start.line - 1] ?? '').trim(),
    was: oneLine(was.join('\n')),
    becomes: oneLine(replacement ?? ''),
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isEquivalent = ({ file, line, was, becomes }: Survivor): boolean =>
  namedIn(file).some((known) => known.line === line && known.was === was && known.becomes === becomes);

/** The mutants of a file that are named as equivalent. */
const namedIn = (file: string): Pick<Survivor, 'line' | 'was' | 'becomes'>[] =>
  (equivalentMutants[file.replace(`${DOMAIN}/`, '')] ?? []).flatMap(({ line, mutants }) =>
    mutants.map(([was, becomes]) => ({ line, was, becomes })),
  );
