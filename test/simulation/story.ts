import { createHash } from 'node:crypto';
import type { Seen, Violation } from './what-was-seen.ts';

/** Everything that outsiders saw of one client up to a moment, one readable line each. */
export function storyOf(person: string, seen: readonly Seen[], until: number): string[] {
  const mine = new Set<string>([person]);
  const lines: string[] = [];
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

function lineOf(seen: Seen): string {
  const { at, kind, ...rest } = seen;
  const told = Object.entries(rest)
    .filter(([field]) => !['previous', 'hash', 'zones', 'seq', 'request'].includes(field))
    .map(([field, value]) => `${field} ${typeof value === 'string' ? value : short(value)}`);
  return `${when(at)}  ${kind.padEnd(20)} ${told.join(' · ')}`;
}

/** Facts by their kinds, events by their type; everything else as JSON. */
function short(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map((one) =>
        typeof one === 'object' && one !== null && 'kind' in one ? String(one.kind) : String(one),
      )
      .join(', ');
  if (typeof value === 'object' && value !== null && 'type' in value) return String(value.type);
  return JSON.stringify(value);
}

/** The violation as one readable line. */
export const violationLine = ({ promise, at, person, because }: Violation): string =>
  `${when(at)}  ${promise}${person ? ` · ${person}` : ''}: ${because}`;
