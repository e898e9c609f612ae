import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type * as z from 'zod';
import { Settings } from '#shared/contracts/settings.ts';
import { ReadableError } from './readable-error.ts';

const FOLDER = new URL('settings/', import.meta.url);

/**
 * Reads and validates infra/settings/<stage>.json; `override` replaces whole top-level keys of the file.
 * @throws ReadableError that lists every problem at once as `path: what to do`
 */
export function loadSettings(stage: string, override: Partial<z.input<typeof Settings>> = {}): Settings {
  const parsed = Settings.safeParse({ ...readStage(stage), ...override }, { reportInput: true });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap(describe).map((line) => `  ${line}`);
  throw new ReadableError(
    [`infra/settings/${stage}.json cannot be used. Nothing was synthesised or deployed.`, ...problems].join(
      '\n',
    ),
  );
}

function readStage(stage: string): object {
  if (!/^[a-z0-9-]+$/.test(stage)) {
    throw new ReadableError(
      `stage "${stage}": use lower-case letters, digits and - only, as in -c stage=sample`,
    );
  }
  const file = new URL(`${stage}.json`, FOLDER);
  if (!existsSync(file)) {
    const known = readdirSync(FOLDER)
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -5));
    throw new ReadableError(
      `infra/settings/${stage}.json does not exist. Copy sample.json to it, or choose one of: ${known.sort().join(', ')}`,
    );
  }
  return parseObject(readFileSync(file, 'utf8'), `infra/settings/${stage}.json`);
}

/** Node’s own message quotes the file, and the file holds people’s phone numbers: only the token and the place are repeated. */
function parseObject(text: string, name: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const [what] = (error instanceof Error ? error.message : '').split(/, \.*"| in JSON| is not valid/);
    const place = /line \d+ column \d+/.exec(String(error))?.[0];
    throw new ReadableError(`${name} is not valid JSON: ${[what, place].filter(Boolean).join(' at ')}`, {
      cause: error,
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ReadableError(`${name} must hold one JSON object`);
  }
  return value;
}

function describe(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (key) => `${[...path, key].join('.')}: is not a setting; remove it or correct its spelling`,
    );
  }
  return [`${path.join('.') || 'settings'}: ${whatToDo(issue)}`];
}

function whatToDo(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return `is missing; expected ${issue.expected}`;
  if (issue.code === 'too_small' && issue.origin === 'array') return `needs at least ${issue.minimum}`;
  return issue.message.replace(/^Invalid (input|discriminator value)[:.] /, '');
}
