import { readFileSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { cwd, env } from 'node:process';
import { pathToFileURL } from 'node:url';

/** The folder whose node_modules holds what we compare with; nothing of it is a dependency of the project. */
const folder = env['HANDRAIL_BENCH_PEERS'] ?? cwd();

/**
 * A package to compare with, or undefined where it is not installed.
 * `T` is the part of it that the caller uses, written down from its documentation.
 */
export async function loadPeer<T>(name: string): Promise<T | undefined> {
  const file = placeOf(name);
  if (!file) return undefined;
  const loaded: T & { default?: T } = await import(pathToFileURL(file).href);
  return loaded.default ?? loaded;
}

/** The same where it is known to be installed. */
export async function needPeer<T>(name: string): Promise<T> {
  const peer = await loadPeer<T>(name);
  if (!peer) throw new Error(`${name} is not in the folder of peers`);
  return peer;
}

/** `pg-boss 12.38.0`, or undefined where it is not installed. */
export function peerVersion(name: string): string | undefined {
  // Not by resolving its package.json, which some packages do not export.
  const manifest = placeOf(name) && findPackageJSON(name, pathToFileURL(join(folder, 'package.json')));
  if (!manifest) return undefined;
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'));
  return `${name} ${version}`;
}

function placeOf(name: string): string | undefined {
  try {
    return createRequire(join(folder, 'package.json')).resolve(name);
  } catch {
    return undefined;
  }
}
