import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { leaveOnClosedPipe } from '#infra/cli/leave-on-closed-pipe.ts';
import { rewrittenLine } from '../rewritten-line.ts';
import { playSeeds } from './play-seeds.ts';
import { noTotals, printSeed, printTotals } from './print-seeds.ts';

/** Many seeds in one run, as before a release. Ends with 1 when any of them broke a promise. */
const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '100' },
    days: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '50' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    faults: { type: 'string', default: 'all' },
    json: { type: 'boolean', default: false },
  },
});

leaveOnClosedPipe();
const started = performance.now();
const totals = noTotals();
const line = rewrittenLine();
const seeds = Number(values.seeds);
line.show(`0 of ${seeds} seeds`);
await playSeeds(
  {
    first: Number(values.seed),
    seeds,
    jobs: Number(values.jobs),
    clients: Number(values.clients),
    days: Number(values.days),
    faults: values.faults === 'none' ? 'none' : 'all',
  },
  {
    onPlayed(simulated) {
      if (simulated.all.length > 0) process.exitCode = 1;
      line.clear();
      printSeed(simulated, totals, { json: values.json });
    },
    onProgress: (played) => line.show(`${played} of ${seeds} seeds`),
  },
);
line.clear();
const { user, system } = process.cpuUsage();
if (!values.json)
  printTotals(totals, {
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
  });
