import type { DirectoryProblem } from './problem.ts';
import { cell, type SourceRow } from './source-row.ts';

const LONGEST_VALUE = 200;

type Outcome = {
  /** What it was made of it. */
  readonly mended?: string;
  /** Left out for a reason that is nobody's mistake, such as a fax. */
  readonly leftOut?: true;
  /** What stood there, where it is not the cell of that field. */
  readonly value?: string;
};

/** Collects what is wrong with a directory while it is assembled. */
export type Report = {
  readonly problems: readonly DirectoryProblem[];
  /** The row stays, without what is doubted. */
  readonly warn: (row: SourceRow, field: string, problem: string, outcome?: Outcome) => void;
  /** The row is left out. */
  readonly refuse: (row: SourceRow, field: string, problem: string, outcome?: Outcome) => void;
  /** Something of this row stands in a listing, or tells what another row means. */
  readonly use: (row: SourceRow) => void;
  /** Neither in a listing nor named as left out so far. */
  readonly isUnaccounted: (row: SourceRow) => boolean;
};

export function startReport(): Report {
  const problems: DirectoryProblem[] = [];
  const accounted = new Set<SourceRow>();
  const seen = new Set<string>();
  const add = (
    severity: 'error' | 'warning',
    row: SourceRow,
    field: string,
    problem: string,
    { mended, leftOut, value = cell(row, field) }: Outcome = {},
  ) => {
    const kept = severity === 'warning' && leftOut !== true;
    if (!kept) accounted.add(row);
    // One row may serve several listings: it is told once.
    const key = JSON.stringify([row.table, row.row, field, problem, value]);
    if (seen.has(key)) return;
    seen.add(key);
    problems.push({
      severity,
      table: row.table,
      row: row.row,
      field,
      value: value.slice(0, LONGEST_VALUE),
      problem,
      kept,
      ...(mended !== undefined && { mended: mended.slice(0, LONGEST_VALUE) }),
    });
  };
  return {
    problems,
    warn: (row, field, problem, outcome) => add('warning', row, field, problem, outcome),
    refuse: (row, field, problem, outcome) => add('error', row, field, problem, outcome),
    use: (row) => void accounted.add(row),
    isUnaccounted: (row) => !accounted.has(row),
  };
}
