import * as z from 'zod';
import { AgencyEvent } from './session-closed.ts';

export type EventProblem = { path: string; problem: string };

export type EventReading =
  { kind: 'event'; event: AgencyEvent } | { kind: 'invalid'; problems: readonly EventProblem[] };

/** An event may be this far ahead of our clock, in milliseconds; more is a wrong date, and its plan would wait until then. */
const AHEAD_AT_MOST = 24 * 60 * 60_000;

/**
 * Reads what an agency sent, by `now`, epoch milliseconds. Lists every problem at once (the first hundred), by field path, and never quotes
 * a value: the answer and the parked event's problems may be read by people who must not see it.
 */
export function readAgencyEvent(
  raw: string,
  isKnownWording: (version: string) => boolean,
  now: number,
): EventReading {
  const json = parse(raw);
  if (json === undefined) return invalid([{ path: '', problem: 'the body is not JSON' }]);
  const read = AgencyEvent.safeParse(json);
  const other = [...unknownWordings(json, isKnownWording), ...aheadOfTime(json, now)];
  if (!read.success) return invalid([...read.error.issues.flatMap(problemsOf), ...other]);
  return other.length > 0 ? invalid(other) : { kind: 'event', event: read.data };
}

/** More than anybody reads, and few enough to be stored beside the event. */
const MOST_PROBLEMS = 100;

const invalid = (problems: readonly EventProblem[]): EventReading => ({
  kind: 'invalid',
  problems: problems.slice(0, MOST_PROBLEMS),
});

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

function problemsOf(issue: z.core.$ZodIssue): EventProblem[] {
  const path = issue.path.map(String).join('.');
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ path, problem: explain(issue) }];
  return issue.errors.flat().map((inner) => ({
    path: [path, ...inner.path.map(String)].filter((part) => part !== '').join('.'),
    problem: explain(inner),
  }));
}

function explain(issue: z.core.$ZodIssue): string {
  if (issue.message.endsWith('received undefined')) return 'is missing';
  if (issue.code === 'invalid_union') return 'is not one of the known kinds';
  // The library's own message would name the field, and anything may have got there.
  if (issue.code === 'unrecognized_keys') return 'holds a field that is not known here';
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small' || issue.code === 'too_big')
    return issue.message.replace(/^Too (small|big): /, '');
  return issue.message.replace(/^Invalid input: |, received .*$/g, '');
}

const Wordings = z.object({ consents: z.array(z.unknown()) });
const Wording = z.object({ wordingVersion: z.string() });

/** Looked for in the raw event, so that it is listed beside what else is wrong. */
function unknownWordings(json: unknown, isKnownWording: (version: string) => boolean): EventProblem[] {
  const consents = Wordings.safeParse(json).data?.consents ?? [];
  return consents.flatMap((consent, index) => {
    const version = Wording.safeParse(consent).data?.wordingVersion;
    if (version === undefined || isKnownWording(version)) return [];
    const path = `consents.${index}.wordingVersion`;
    return [{ path, problem: 'names no version of the sentence read aloud at closing' }];
  });
}

const Moments = z.object({ closedAt: z.string().default(''), at: z.string().default('') });

function aheadOfTime(json: unknown, now: number): EventProblem[] {
  return Object.entries(Moments.safeParse(json).data ?? {})
    .filter(([, moment]) => Date.parse(moment) > now + AHEAD_AT_MOST)
    .map(([path]) => ({ path, problem: 'lies more than a day ahead of our clock' }));
}
