import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Report } from '../simulate.ts';
import type { BugReport } from './hunt.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';
import { tableOf, writeTable, type Row } from './table.ts';

/**
 * Looks for every planted bug, each in a process of its own and with what `handrail simulate --bug` plays by default.
 * `--write` puts the table into docs/simulation.md; with names of some bugs only those are looked for, and nothing is
 * written. Ends with 1 when one was not found.
 */
const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
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
if (values.write && positionals.length === 0) await writeTable(rows);
else process.stdout.write(`${tableOf(rows)}\n`);
process.exitCode = rows.every(({ bug }) => bug.found) ? 0 : 1;

async function lookFor(name: string): Promise<Row> {
  const child = spawn(process.execPath, [SIMULATION, `--bug=${name}`, '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(await text(child.stdout)) as Report & { bug: BugReport }; // as hunt.ts prints it
}
