import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REQUIREMENTS = fileURLToPath(new URL('./requirements.txt', import.meta.url));

/** No step may hang: a machine without Python’s package index often does not refuse, it never answers. */
const VENV_MS = 60_000;
const INSTALL_MS = 120_000;

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, or kills it after `timeout` ms; a program that is not there ends with 127. */
export function run(program: string, args: readonly string[], timeout: number): Ran {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 2 ** 20,
  });
  if (error && 'code' in error && error.code === 'ENOENT')
    return { status: 127, stdout: '', stderr: 'not found' };
  return { status: status ?? 124, stdout: stdout ?? '', stderr: stderr ?? '' };
}

export type Installed = { readonly program: string } | { readonly missing: string };

/** cfn-lint in a Python environment of its own in `folder`, or in a few words why there is none. */
export function installCfnLint(folder: string, python = 'python3'): Installed {
  const made = run(python, ['-m', 'venv', folder], VENV_MS);
  if (made.status === 127) return { missing: 'there is no Python here' };
  if (made.status !== 0)
    return { missing: 'Python cannot make an environment here (its venv module is missing)' };
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-input'];
  const careful = ['--no-deps', '--only-binary', ':all:', '--retries', '1', '--timeout', '15'];
  const pip = ['-m', 'pip', 'install', ...quiet, ...careful, '-r', REQUIREMENTS];
  const installed = run(join(folder, 'bin', 'python'), pip, INSTALL_MS);
  if (installed.status === 0) return { program: join(folder, 'bin', 'cfn-lint') };
  const within = installed.status === 124 ? ` within ${INSTALL_MS / 1000} seconds` : '';
  return { missing: `it could not be installed from Python’s package index${within}` };
}
