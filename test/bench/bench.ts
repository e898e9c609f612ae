import { stderr, stdout } from 'node:process';
import { readOptions, wrongUsage } from '#test/tools/read-options.ts';
import { targetText, type Benchmark } from './benchmark.ts';
import { BENCHMARKS } from './benchmarks.ts';
import { machine } from './machine.ts';
import { markdown, plainTable, rowsOf, type Report, type Result } from './report.ts';
import { writeDocs } from './write-docs.ts';

const USAGE = `npm run bench -- [--list] [--only NAME]... [--json] [--write]

Measures, and prints one table; everything takes 10 to 15 minutes on two cores. Progress goes to stderr.
  --list       the benchmarks and their targets; measures nothing
  --only NAME  that benchmark alone; may be given again
  --json       one JSON object on stdout
  --write      puts the table into docs/benchmarks.md; only a whole run may
HANDRAIL_BENCH_PEERS  folder whose node_modules has what we compare with (pg-boss, graphile-worker, bullmq with ioredis,
                      @aws-lambda-powertools/idempotency, kdbush, geokdbush, flatbush, h3-js, pg); PostgreSQL and Redis are started where they are installed,
                      or taken from DATABASE_URL and REDIS_URL
`;

const say = (line: string): void => void stderr.write(`${line}\n`);

async function measure(benchmark: Benchmark): Promise<Result> {
  const started = performance.now();
  say(`${benchmark.name}: ${benchmark.title}`);
  const readings = await benchmark.run({ say: (line) => say(`  ${line}`) });
  say(`  ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return { benchmark, readings };
}

async function run(chosen: readonly Benchmark[]): Promise<Report> {
  const where = machine();
  const started = performance.now();
  const results: Result[] = [];
  for (const benchmark of chosen) results.push(await measure(benchmark));
  return { machine: where, seconds: (performance.now() - started) / 1000, results };
}

const asJson = ({ results, ...report }: Report): string =>
  JSON.stringify({
    ...report,
    rows: results.flatMap(rowsOf),
    readings: results.map(({ benchmark, readings }) => ({ benchmark: benchmark.name, readings })),
  });

function listed({ name, title, measures }: Benchmark): string {
  const targets = measures.flatMap(({ name, unit, target }) =>
    target ? [`            ${name} ${targetText(target)} ${unit}`] : [],
  );
  return [`${name.padEnd(12)}${title}`, ...targets].join('\n');
}

async function main(): Promise<number> {
  const { values } = readOptions(USAGE, {
    options: {
      list: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const { only, list, json, write } = values;
  const unknown = only.filter((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
  if (unknown.length > 0) wrongUsage(`No benchmark is named ${unknown.join(', ')}`, USAGE);
  if (write && only.length > 0)
    wrongUsage('The table is written from a run over all of them, not from some', USAGE);
  if (list) {
    stdout.write(`${BENCHMARKS.map(listed).join('\n')}\n`);
    return 0;
  }
  const report = await run(BENCHMARKS.filter(({ name }) => only.length === 0 || only.includes(name)));
  stdout.write(`${json ? asJson(report) : plainTable(report)}\n`);
  if (write) await writeDocs(markdown(report));
  return 0;
}

process.exit(await main());
