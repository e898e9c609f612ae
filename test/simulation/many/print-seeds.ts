import { printStory, reportWithStory } from '../print-report.ts';
import type { Simulated } from '../simulate.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const inThousands = new Intl.NumberFormat('en-US');

export type Totals = { seeds: number; touches: number; texts: number; faults: number; broken: number };

export const noTotals = (): Totals => ({ seeds: 0, touches: 0, texts: 0, faults: 0, broken: 0 });

/** One line a seed as it is played, and the story of what it broke. With `--json` one report a line. */
export function printSeed(simulated: Simulated, totals: Totals, { json }: { json: boolean }): void {
  const { report, all } = simulated;
  const faults = Object.values(report.faultsInjected).reduce((sum, count) => sum + count, 0);
  totals.seeds += 1;
  totals.touches += report.touches;
  totals.texts += report.texts;
  totals.faults += faults;
  totals.broken += all.length;
  if (json) say(JSON.stringify(reportWithStory(simulated)));
  else {
    const verdict = all.length === 0 ? 'kept every promise' : `BROKE ${all.length}`;
    say(
      `seed ${String(report.seed).padEnd(6)} ${verdict.padEnd(20)} ${inThousands.format(report.touches).padStart(8)} touches  ${inThousands.format(faults).padStart(8)} faults  trace ${report.traceHash}`,
    );
  }
  printStory(simulated, { json });
}

/** Below so many, starting the threads is most of what the pace would count. */
const ENOUGH_FOR_A_PACE = 10_000;

/** What was played in all. The pace counts every core that worked on it. */
export function printTotals(
  totals: Totals,
  { seconds, cpuSeconds }: { seconds: number; cpuSeconds: number },
): void {
  const pace = Math.round(totals.touches / (cpuSeconds / 60));
  say(
    `${totals.seeds} seeds, ${inThousands.format(totals.touches)} touches, ${inThousands.format(totals.texts)} texts taken, ${inThousands.format(totals.faults)} faults: ${totals.broken === 0 ? 'every promise kept' : `${totals.broken} promises broken`}`,
  );
  if (totals.touches > ENOUGH_FOR_A_PACE)
    say(`${Math.round(seconds)} s, ${inThousands.format(pace)} touches a CPU-minute`);
}
