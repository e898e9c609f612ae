import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, arch, platform } from 'node:process';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/** The package holds a browser for Linux on x64; elsewhere CHROMIUM_PATH may name one that is installed. */
export const hasBrowser = env['CHROMIUM_PATH'] !== undefined || (platform === 'linux' && arch === 'x64');

/** A headless Chromium out of an npm package: nothing is downloaded and nothing needs to be installed. */
export async function aBrowser(): Promise<Browser> {
  const home = env['CHROMIUM_PATH'] === undefined ? await unpacked() : '';
  const options = {
    executablePath: env['CHROMIUM_PATH'] ?? join(home, 'chromium'),
    // In a container there is neither a sandbox nor much shared memory.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    headless: true,
  };
  try {
    return await playwright.launch(options);
  } catch {
    // A bare system lacks NSS; the package brings that, too.
    return playwright.launch({ ...options, env: { ...env, LD_LIBRARY_PATH: join(home, 'al2023', 'lib') } });
  }
}

/**
 * The package unpacks into the system's temporary folder and takes what it finds there for whole, which it is not while
 * another process unpacks. So each unpacks into a folder of its own, and the first to finish gives its folder the name.
 */
async function unpacked(): Promise<string> {
  const home = join(tmpdir(), 'handrail-chromium');
  if (existsSync(home)) return home;
  const mine = mkdtempSync(`${home}-`);
  const before = { TMPDIR: env['TMPDIR'], AWS_EXECUTION_ENV: env['AWS_EXECUTION_ENV'] };
  Object.assign(env, { TMPDIR: mine, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' });
  try {
    chromium.setGraphicsMode = false;
    await chromium.executablePath();
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete env[name];
      else env[name] = value;
    }
  }
  try {
    renameSync(mine, home);
  } catch {
    rmSync(mine, { recursive: true, force: true });
  }
  return home;
}
