import { createHash } from 'node:crypto';
import type { Seen, Violation } from './what-was-seen.ts';

/** One thing that was seen, readable by a person. */
export type StoryLine = { readonly at: number; readonly kind: string; readonly told: string };

/** Everything that outsiders saw of one client up to a moment, in the order of time. */
export function storyOf(person: string, seen: readonly Seen[], until: number): StoryLine[] {
  const mine = new Set<string>([person]);
  const lines: StoryLine[] = [];
  for (const one of seen) {
    if (one.at > until) break;
    if (one.kind === 'event-accepted' && one.person === person) learn(mine, one);
    if (one.kind === 'client-texted' && one.person === person) mine.add(one.sid).add(`case#in.${one.sid}`);
    if (isAbout(one, mine)) lines.push(lineOf(one));
  }
  return lines;
}

type Accepted = Extract<Seen, { kind: 'event-accepted' }>;

function learn(mine: Set<string>, { event }: Accepted): void {
  const hash = createHash('sha256').update(`${event.agencyId}\n${event.sessionId}`).digest('base64url');
  mine.add(`fu#${hash.slice(0, 22)}`).add(`case#${hash.slice(0, 22)}`);
  const contacts = Array.isArray(event['contacts']) ? (event['contacts'] as { value: string }[]) : []; // the generator's own
  for (const { value } of contacts) mine.add(value);
}

const ABOUT = ['person', 'to', 'from', 'sid', 'messageId', 'caseId', 'document', 'subject'] as const;

function isAbout(seen: Seen, mine: ReadonlySet<string>): boolean {
  const fields: Readonly<Record<string, unknown>> = seen;
  return ABOUT.some((field) => {
    const value = fields[field];
    return typeof value === 'string' && (mine.has(value) || mine.has(value.split(/[~.]/)[0] ?? ''));
  });
}

const when = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

function lineOf(seen: Seen): StoryLine {
  const { at, kind, ...rest } = seen;
  const told = Object.entries(rest)
    .filter(([field]) => !['previous', 'hash', 'zones', 'seq', 'request'].includes(field))
    .map(([field, value]) => `${field} ${inWords(value)}`);
  return { at, kind, told: told.join(' · ') };
}

/** Later than any count, sooner than any instant of a play. */
const FIRST_INSTANT = Date.parse('2001-09-09T01:46:40Z');

/** Facts by their kinds, events by their type, instants as times; everything else as JSON. */
function inWords(value: unknown): string {
  if (typeof value === 'string') return shortened(value);
  if (isInstant(value)) return when(value);
  if (Array.isArray(value))
    return value
      .map((one) =>
        typeof one === 'object' && one !== null && 'kind' in one ? String(one.kind) : String(one),
      )
      .join(', ');
  if (typeof value === 'object' && value !== null && 'type' in value) return String(value.type);
  return shortened(
    JSON.stringify(value, (_field, one: unknown) => (isInstant(one) ? new Date(one).toISOString() : one)),
  );
}

const isInstant = (value: unknown): value is number => typeof value === 'number' && value >= FIRST_INSTANT;

/** A signed link is longer than all that is told around it, and tells nothing; a text of several lines is told as one. */
const shortened = (text: string): string =>
  text.replaceAll(/(https?:\/\/[^\s/"]+\/)[^\s"]{16,}/g, '$1…').replaceAll(/\s*\n\s*/g, ' / ');

/** A line of a story as one line of text. */
export const storyLine = ({ at, kind, told }: StoryLine): string => `${when(at)}  ${kind.padEnd(20)} ${told}`;

/** The violation as one readable line. */
export const violationLine = ({ promise, at, person, because }: Violation): string =>
  `${when(at)}  ${promise}${person ? ` · ${person}` : ''}: ${because}`;
