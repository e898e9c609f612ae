import type { DirectoryProblem } from '#shared/domain/directory/problem.ts';

type Seen = { readonly row: number; readonly text: string; count: number };

/** Spaces around cells: one line for a column, with its first row, for there may be thousands. */
export function untrimmedCells(table: string): {
  readonly see: (row: number, column: string, text: string) => void;
  readonly problems: () => readonly DirectoryProblem[];
} {
  const columns = new Map<string, Seen>();
  return {
    see(row, column, text) {
      const seen = columns.get(column);
      if (seen === undefined) columns.set(column, { row, text, count: 1 });
      else seen.count += 1;
    },
    problems: () =>
      [...columns].map(([field, { row, text, count }]) => ({
        severity: 'warning',
        table,
        row,
        field,
        value: text.slice(0, 200),
        problem: `spaces around ${count === 1 ? 'this cell' : `${count.toLocaleString('en-US')} cells of this column, first here`}: taken away`,
        kept: true,
        mended: text.trim().slice(0, 200),
      })),
  };
}
