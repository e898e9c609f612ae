import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import type { PlantedBug } from './planted-bug.ts';

const ROOT = new URL('../../../', import.meta.url);

/**
 * Puts the bug into its file as this process loads it; the file itself stays as it is. To be called before anything of
 * `#shared` or `#functions` is imported. Throws BugDoesNotFit when the file no longer holds the text to be replaced.
 */
export function plant(bug: PlantedBug): void {
  const url = new URL(bug.file, ROOT).href;
  const source = withBug(bug);
  registerHooks({
    load: (asked, context, nextLoad) =>
      asked === url ? { format: 'module-typescript', source, shortCircuit: true } : nextLoad(asked, context),
  });
}

/** The source of the bug's file with the bug in it. Throws BugDoesNotFit. */
export function withBug({ name, file, find, replace }: PlantedBug): string {
  const parts = readFileSync(new URL(file, ROOT), 'utf8').split(find);
  if (parts.length !== 2) throw new BugDoesNotFit(name, file, parts.length - 1);
  return parts.join(replace);
}

/** Thrown where the text that a bug replaces does not stand in its file exactly once. */
export class BugDoesNotFit extends Error {
  readonly bug: string;
  readonly times: number;
  constructor(bug: string, file: string, times: number) {
    super(`planted bug ${bug}: the text to replace stands ${times} times in ${file}, not once`);
    this.name = 'BugDoesNotFit';
    this.bug = bug;
    this.times = times;
  }
}
