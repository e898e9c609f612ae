import { parseArgs } from 'node:util';
import { leaveOnClosedPipe } from '#infra/cli/leave-on-closed-pipe.ts';
import { hunt } from './bugs/hunt.ts';
import { PLANTED_BUGS } from './bugs/planted-bugs.ts';
import { printReport } from './print-report.ts';
import { rewrittenLine } from './rewritten-line.ts';

/** The simulation as a process of its own: a planted bug has to be in place before any of the product is loaded. */
const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '100' },
    days: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    faults: { type: 'string', default: 'all' },
    bug: { type: 'string' },
    'list-bugs': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

leaveOnClosedPipe();
if (values['list-bugs']) listBugs();
else process.exitCode = await run().catch(broke);

async function run(): Promise<number> {
  const bug = PLANTED_BUGS.find(({ name }) => name === values.bug);
  if (values.bug !== undefined && !bug) {
    process.stderr.write(`There is no planted bug named ${values.bug}. See handrail simulate --list-bugs.\n`);
    return 2;
  }
  const { json } = values;
  const options = {
    seed: Number(values.seed),
    clients: Number(values.clients),
    days: Number(values.days),
    faults: values.faults === 'none' ? ('none' as const) : ('all' as const),
  };
  if (bug) return hunt(bug, { ...options, json });
  const { simulate } = await import('./simulate.ts');
  const line = rewrittenLine();
  const simulated = await simulate({
    ...options,
    onProgress: (part) => line.show(`${Math.round(part * 100)} % played`),
  });
  line.clear();
  // Known before it is told: whoever reads only the first line gets the answer, too.
  process.exitCode = simulated.all.length === 0 ? 0 : 1;
  printReport(simulated, { json });
  return process.exitCode;
}

/** The simulation itself broke: that is neither a promise kept nor a promise broken. */
function broke(error: unknown): number {
  process.stderr.write(`${error instanceof Error ? error.stack : 'not an error'}\n`);
  return 3;
}

function listBugs(): void {
  for (const { name, promise, what } of PLANTED_BUGS)
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ name, promise, what })}\n`
        : `${name.padEnd(34)} ${promise.padEnd(14)} ${what}\n`,
    );
}
