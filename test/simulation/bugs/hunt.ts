import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PlayOptions } from '../play.ts';
import { printReport, printStory, reportWithStory } from '../print-report.ts';
import { rewrittenLine } from '../rewritten-line.ts';
import { findBug, MOST_PLAYS, type Hunted } from './find-bug.ts';
import { plant } from './plant.ts';
import type { PlantedBug } from './planted-bug.ts';

const SIMULATION = fileURLToPath(new URL('../main.ts', import.meta.url));

type Hunt = Pick<PlayOptions, 'clients' | 'days' | 'faults'> & {
  /** The first; others follow. */
  readonly seed: number;
  readonly json: boolean;
};

/** What `--bug NAME --json` says of the bug, beside the figures of the last play. */
export type BugReport = {
  readonly name: string;
  readonly promise: string;
  readonly found: boolean;
  readonly plays: number;
  readonly seconds: number;
};

/** Plants a bug into this process and plays until it is found. Returns the exit code: 1 when it was. */
export async function hunt(bug: PlantedBug, { seed: firstSeed, json, ...options }: Hunt): Promise<number> {
  const started = performance.now();
  const line = rewrittenLine();
  plant(bug);
  const { simulate } = await import('../simulate.ts');
  const hunted = await findBug(bug, {
    firstSeed,
    playWithBug(seed) {
      const play = `seed ${seed}, play ${seed - firstSeed + 1} of at most ${MOST_PLAYS}`;
      const onProgress = (part: number) => line.show(`${play} … ${Math.round(part * 100)} %`);
      return simulate({ ...options, seed, onProgress }, bug.promise);
    },
    isCleanWithout(seed) {
      line.show(`seed ${seed} breaks ${bug.promise}; played again without the bug`);
      return isCleanWithout({ ...options, seed });
    },
    onUnclean(seed) {
      line.clear();
      say(`seed ${seed} breaks a promise without the bug, too: another one is played`);
    },
  });
  line.clear();
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  process.exitCode = hunted.found ? 1 : 0;
  tell(bug, hunted, { seconds, json });
  return process.exitCode;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function tell(
  { name, promise, what }: PlantedBug,
  { found, plays, last }: Hunted,
  { seconds, json }: { seconds: number; json: boolean },
): void {
  if (json) {
    const bug: BugReport = { name, promise, found, plays, seconds };
    process.stdout.write(`${JSON.stringify({ ...reportWithStory(last), bug })}\n`);
    return printStory(last, { json });
  }
  printReport(last, { json });
  const { seed, clients } = last.report;
  process.stdout.write(`\n${name}: ${what}\n`);
  process.stdout.write(
    found
      ? `found after ${plays} ${plays === 1 ? 'play' : 'plays'} and ${seconds} s; without it seed ${seed} keeps every promise\n`
      : `not found in ${plays} plays of ${clients} clients\n`,
  );
}

/** In a process of its own, because this one has the bug. */
async function isCleanWithout({ seed, clients, days, faults }: Omit<PlayOptions, 'only'>): Promise<boolean> {
  const args = [`--seed=${seed}`, `--clients=${clients}`, `--days=${days}`, `--faults=${faults}`, '--json'];
  const child = spawn(process.execPath, [SIMULATION, ...args], { stdio: 'ignore' });
  await once(child, 'close');
  return child.exitCode === 0;
}
