import { figure, isReached, targetText, type Benchmark, type Measure, type Reading } from './benchmark.ts';
import type { Machine } from './machine.ts';

/** One line of the table, as text. */
export type Row = {
  readonly benchmark: string;
  readonly measure: string;
  readonly figure: string;
  readonly spread: string;
  readonly samples: string;
  readonly target: string;
  readonly reached: string;
  readonly note: string;
};

export type Result = { readonly benchmark: Benchmark; readonly readings: readonly Reading[] };
export type Report = {
  readonly machine: Machine;
  readonly seconds: number;
  readonly results: readonly Result[];
};

/** The lines of one benchmark, one for each of its measures in their order. */
export function rowsOf({ benchmark, readings }: Result): Row[] {
  return benchmark.measures.map((measure) => {
    const reading = readings.find((one) => one.measure === measure.name);
    if (!reading) throw new Error(`${benchmark.name} did not measure ${measure.name}`);
    return rowOf(benchmark.name, measure, reading);
  });
}

function rowOf(benchmark: string, { name, unit, target }: Measure, reading: Reading): Row {
  const known = { benchmark, measure: name, target: targetText(target) };
  if ('missing' in reading) {
    const nothing = { figure: 'not measured', spread: '', samples: '', reached: '' };
    return { ...known, ...nothing, note: reading.missing };
  }
  const { p50, spread, samples, note = '' } = reading;
  const reached = isReached(target ?? { atLeast: -Infinity }, p50) ? 'reached' : 'NOT reached';
  return {
    ...known,
    figure: `${figure(p50)} ${unit}`,
    spread: spread ? `${figure(spread[0])} to ${figure(spread[1])}` : '',
    samples: samples.toLocaleString('en-US'),
    reached: target ? reached : '',
    note,
  };
}

const HEADS = ['benchmark', 'measure', 'p50', 'p10 to p90', 'samples', 'target', '', 'note'] as const;

const cellsOf = (row: Row): readonly string[] => [
  row.benchmark,
  row.measure,
  row.figure,
  row.spread,
  row.samples,
  row.target,
  row.reached,
  row.note,
];

function whereText({ machine, seconds }: Report): string {
  const { date, cores, processor, memoryGiB, node, commit, loadBefore } = machine;
  return `${date}, commit ${commit}: ${cores} cores of ${processor}, ${memoryGiB} GiB, Node ${node}, load ${loadBefore} before, ${Math.round(seconds)} s in all.`;
}

/** For a terminal: columns by blanks. */
export function plainTable(report: Report): string {
  const lines = [HEADS, ...report.results.flatMap(rowsOf).map(cellsOf)];
  const widths = HEADS.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const table = lines.map((cells) =>
    cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '),
  );
  return [whereText(report), '', ...table.map((line) => line.trimEnd())].join('\n');
}

/** For docs/benchmarks.md: a table under a heading for each benchmark. */
export function markdown(report: Report): string {
  const sections = report.results.map((result) => {
    const lines = rowsOf(result).map((row) => `| ${cellsOf(row).slice(1).join(' | ')} |`);
    const heads = HEADS.slice(1);
    return [
      `### ${result.benchmark.name}: ${result.benchmark.title}`,
      '',
      `| ${heads.join(' | ')} |`,
      `|${heads.map(() => ' --- ').join('|')}|`,
      ...lines,
    ].join('\n');
  });
  return [whereText(report), ...sections].join('\n\n');
}
