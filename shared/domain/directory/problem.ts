/** One row of the report on a directory: nothing is left out, mended or doubted without one. */
export type DirectoryProblem = {
  /** An error leaves its row out of the directory; a warning keeps it, without what is doubted. */
  readonly severity: 'error' | 'warning';
  readonly table: string;
  /** From 1, as a spreadsheet counts, the heading being row 1. */
  readonly row: number;
  readonly field: string;
  /** What stood there, cut at 200 characters. Directories are public; this is shown to operators alone. */
  readonly value: string;
  readonly problem: string;
  /** Whether the row is kept. */
  readonly kept: boolean;
  /** What it was mended to. */
  readonly mended?: string;
};
