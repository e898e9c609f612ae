import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { version } from 'node:process';

/** What a figure was measured on, without which it means little. */
export type Machine = {
  /** The day, UTC. */
  readonly date: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGiB: number;
  readonly node: string;
  readonly commit: string;
  /** How many processes waited for a core, on the average of the minute before. */
  readonly loadBefore: number;
};

export function machine(): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: version,
    commit: commit(),
    loadBefore: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
