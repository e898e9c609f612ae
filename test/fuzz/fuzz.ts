import { countFrom, readOptions } from '#test/tools/read-options.ts';
import { runFuzz, type FuzzReport } from './run-fuzz.ts';
import type { Tally } from './tally.ts';

const USAGE = `npm run fuzz -- [--requests N] [--seed S]

Sends made-up requests to every open route; prints what was sent and what came of it. Ends with 1 when one of them
broke, changed or told anything that it must not.
  --requests N  how many (100000)
  --seed S      decides what is sent (1)
`;

const { values } = readOptions(USAGE, {
  options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const requests = countFrom('--requests', values.requests, USAGE);
const seed = countFrom('--seed', values.seed, USAGE);
const onTerminal = process.stderr.isTTY;
const started = performance.now();
const report = await runFuzz({
  requests,
  seed,
  largest: 4_000_000,
  onProgress(done) {
    if (onTerminal) process.stderr.write(`\r${done} of ${requests} requests`);
  },
});
if (onTerminal) process.stderr.write('\n');
print(report);

function print({ byRoute, byWay, violations }: FuzzReport): void {
  const lines = [
    `seed ${seed}, ${Math.round((performance.now() - started) / 1000)} s`,
    '',
    row(['route', 'requests', 'signed', 'changed something', 'slowest', 'statuses']),
    ...[...byRoute].map(([route, tally]) => rowOf(route, tally)),
    '',
    row(['way', 'requests', 'signed', 'changed something', 'slowest', 'statuses']),
    ...[...byWay].map(([way, tally]) => rowOf(way, tally)).sort((one, other) => one.localeCompare(other)),
    '',
    `${violations.length} violations`,
    ...violations
      .slice(0, 50)
      .map(({ number, route, how, what }) => `  #${number} ${route}, ${how}: ${what}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = violations.length > 0 ? 1 : 0;
}

function rowOf(name: string, { requests, signed, changes, slowestMs, statuses }: Tally): string {
  const counts = [...statuses]
    .sort(([one], [other]) => one - other)
    .map(([status, count]) => `${status}: ${count}`);
  return row([
    name,
    String(requests),
    String(signed),
    String(changes),
    `${Math.round(slowestMs)} ms`,
    counts.join(', '),
  ]);
}

function row([name = '', ...cells]: readonly string[]): string {
  return [
    name.padEnd(42),
    ...cells.map((cell, index) => (index < 4 ? cell.padStart(index === 2 ? 18 : 9) : ` ${cell}`)),
  ].join(' ');
}
