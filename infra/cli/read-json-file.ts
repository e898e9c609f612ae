import { readFileSync } from 'node:fs';
import { BadContent, UsageError } from './endings.ts';

/**
 * The JSON in a file. The parser's own message is not repeated, because it quotes the file.
 * @throws UsageError when there is no such file, BadContent when it is not JSON
 */
export function readJsonFile(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = /line \d+ column \d+/.exec(String(error))?.[0];
    throw new BadContent(`${file} is not valid JSON${place === undefined ? '' : ` (${place})`}`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder' }[code] ?? code;
    throw new UsageError(`cannot read ${file}: ${why}`);
  }
}
