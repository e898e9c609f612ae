import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { equivalentMutants } from './equivalent-mutants.ts';
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
          location: z.object({ start: Place, end: Place }),
        }),
      ),
    }),
  ),
});

type FileReport = z.infer<typeof Report>['files'][string];
type MutantReport = FileReport['mutants'][number];

/** A mutant that no test noticed, with where it stands. */
export type Survivor = { file: string; at: number; line: string; was: string; becomes: string };

export type FileResult = {
  killed: number;
  timedOut: number;
  /** Named in equivalent-mutants.ts, and so left out of the score. */
  equivalent: number;
  survivors: readonly Survivor[];
};

/** What became of each file's mutants. Throws where Stryker could not try one: that is a fault of the run. */
export function readReport(path: string): Map<string, FileResult> {
  const { files } = Report.parse(JSON.parse(readFileSync(path, 'utf8')));
  return new Map(Object.entries(files).map(([file, report]) => [file, resultOf(file, report)]));
}

function resultOf(file: string, report: FileReport): FileResult {
  const count = (status: string) => report.mutants.filter((mutant) => mutant.status === status).length;
  const untried = report.mutants.filter(
    ({ status }) => !['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status),
  );
  if (untried.length > 0) throw new Error(`${file}: ${untried.length} mutants could not be tried`);
  const unnoticed = report.mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map((mutant) => survivorOf(file, report.source, mutant));
  const survivors = unnoticed.filter((survivor) => !isEquivalent(survivor));
  return {
    killed: count('Killed'),
    timedOut: count('Timeout'),
    equivalent: unnoticed.length - survivors.length,
    survivors,
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
  equivalentMutants.some(
    (known) =>
      `${DOMAIN}/${known.file}` === file &&
      known.line === line &&
      known.mutants.some((mutant) => mutant.was === was && mutant.becomes === becomes),
  );
