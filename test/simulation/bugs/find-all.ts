import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { leaveOnClosedPipe } from '#infra/cli/leave-on-closed-pipe.ts';
import { readOptions, wrongUsage } from '#test/tools/read-options.ts';
import type { Report } from '../simulate.ts';
import type { BugReport } from './hunt.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';
import { tableOf, writeTable, type Row } from './table.ts';

const USAGE = `npm run bugs -- [--write | NAME...]

Plants each bug, or those named, in a process of its own, and plays as "handrail simulate --bug" does by default, until
it is found. Prints a table; ends with 1 when one was not found. "handrail simulate --list-bugs" has the names.
  --write  puts the table into docs/simulation.md; only a whole run may
`;

leaveOnClosedPipe();
const { values, positionals } = readOptions(USAGE, {
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((asked) => !PLANTED_BUGS.some(({ name }) => name === asked));
if (unknown.length > 0) wrongUsage(`No planted bug is named ${unknown.join(', ')}`, USAGE);
if (values.write && positionals.length > 0)
  wrongUsage('The table is written from a run over all of them, not from some', USAGE);
const SIMULATION = fileURLToPath(new URL('../main.ts', import.meta.url));

const wanted = PLANTED_BUGS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const rows: Row[] = [];
for (const { name } of wanted) {
  const row = await lookFor(name);
  rows.push(row);
  const { bug, seed } = row;
  process.stderr.write(
    `${bug.found ? 'found' : 'NOT FOUND'}  ${name}  seed ${seed}, ${bug.plays} plays, ${bug.seconds} s\n`,
  );
}
if (values.write) await writeTable(rows);
else process.stdout.write(`${tableOf(rows)}\n`);
process.exitCode = rows.every(({ bug }) => bug.found) ? 0 : 1;

async function lookFor(name: string): Promise<Row> {
  const child = spawn(process.execPath, [SIMULATION, `--bug=${name}`, '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(await text(child.stdout)) as Report & { bug: BugReport }; // as hunt.ts prints it
}
