type Where = {
  /** The file or address, or the table. */
  readonly source: string;
  /** From 1, the heading being row 1. */
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  readonly cause?: unknown;
};

/** A directory cannot be read at all, or only by reading wrongly. Says where and what to do. */
export class DirectoryUnreadable extends Error {
  override readonly name = 'DirectoryUnreadable';
  readonly source: string;
  readonly row: number | undefined;
  readonly column: string | undefined;
  readonly problem: string;

  constructor(problem: string, { source, row, column, cause }: Where) {
    const place = [
      source,
      ...(row === undefined ? [] : [`row ${row}`]),
      ...(column === undefined ? [] : [`column ${column}`]),
    ].join(', ');
    super(`${place}: ${problem}`, { cause });
    this.source = source;
    this.row = row;
    this.column = column;
    this.problem = problem;
  }
}
