import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { LocalStackError } from '../local-stack-error.ts';

/** Reads JSON, or undefined when the file is not there. Throws LocalStackError `bad-file` when it is not JSON. */
export function readJson(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // The parser's own message quotes the content; it stays in the cause.
    throw new LocalStackError('bad-file', file, `${file} is not valid JSON`, error);
  }
}

/** Writes through a temporary file, so that a kill leaves the old or the new content, never half of one. */
export function writeJson(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(value), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
