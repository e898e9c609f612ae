import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { TimelineLine } from '#shared/contracts/timeline.ts';

const BIN = fileURLToPath(new URL('../../infra/cli/bin.js', import.meta.url));

export type Ran = {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

type Options = {
  /** Kills the process -9, so long (ms) after it was started, was ready, or had shown some lines. */
  readonly kill?: {
    readonly afterMs: number;
    readonly since: 'start' | 'ready' | { readonly lines: number };
  };
};

/** The command as a person runs it, in a process of its own. */
export async function runHandrail(args: readonly string[], { kill }: Options = {}): Promise<Ran> {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  let timer: NodeJS.Timeout | undefined;
  const arm = () => {
    if (kill && timer === undefined) timer = setTimeout(() => child.kill('SIGKILL'), kill.afterMs);
  };
  if (kill?.since === 'start') arm();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (typeof kill?.since === 'object' && stdout.split('\n').length > kill.since.lines) arm();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    if (kill?.since === 'ready' && stderr.includes('ready at')) arm();
  });
  await once(child, 'close');
  clearTimeout(timer);
  return { code: child.exitCode, stdout, stderr };
}

/** The lines of `demo --json`, each held against the contract. A last line cut short by a kill is left out. */
export function linesIn(stdout: string): TimelineLine[] {
  const whole = stdout.slice(0, stdout.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => TimelineLine.parse(JSON.parse(line)));
}
