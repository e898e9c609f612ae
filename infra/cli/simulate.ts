import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { UsageError } from './endings.ts';
import { LAST_SEED } from './options.ts';

/** Started by path, not imported: what proves the product stays outside of it, and a planted bug needs a process of its own. */
const SIMULATION = fileURLToPath(new URL('../../test/simulation/main.ts', import.meta.url));
const MANY_SEEDS = fileURLToPath(new URL('../../test/simulation/many/main.ts', import.meta.url));

export type SimulateFlags = {
  readonly clients: number;
  readonly days: number;
  readonly seed: number;
  /** Plays this many seeds from `seed` on, `jobs` at once. */
  readonly seeds?: number;
  readonly jobs?: number;
  readonly faults: 'none' | 'all';
  readonly bug?: string;
  readonly listBugs?: boolean;
  readonly json?: boolean;
};

/** @returns the exit code: 1 when a promise was broken */
export async function simulate({
  clients,
  days,
  seed,
  seeds,
  jobs,
  faults,
  bug,
  listBugs,
  json,
}: SimulateFlags): Promise<number> {
  if (seeds !== undefined && seed + seeds - 1 > LAST_SEED)
    throw new UsageError(
      `${seeds} seeds from ${seed} on go beyond the last one, ${LAST_SEED}: choose fewer --seeds or a smaller --seed.`,
    );
  const args = [`--clients=${clients}`, `--days=${days}`, `--seed=${seed}`, `--faults=${faults}`];
  if (seeds !== undefined) args.push(`--seeds=${seeds}`);
  if (seeds !== undefined && jobs !== undefined) args.push(`--jobs=${jobs}`);
  if (bug !== undefined) args.push(`--bug=${bug}`);
  if (listBugs) args.push('--list-bugs');
  if (json) args.push('--json');
  const child = spawn(process.execPath, [seeds === undefined ? SIMULATION : MANY_SEEDS, ...args], {
    stdio: 'inherit',
  });
  await once(child, 'close');
  return child.exitCode ?? 1;
}
