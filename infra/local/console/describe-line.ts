import type { ConsoleLine } from './console-options.ts';

/** A line of the timeline as a person reads it. */
export type ReadableLine = {
  /** `Tue 24 Nov, 09:26`, in the client's zone, or the agency's where no client is meant. */
  readonly when: string;
  readonly at: string;
  readonly kind: string;
  readonly client?: string;
  /** The kind in words: `text sent`. */
  readonly title: string;
  /** What else the line says. */
  readonly details: string;
  /** The words of a text or an e-mail's subject. */
  readonly words?: string;
};

const titles: Readonly<Record<string, string>> = {
  'email-sent': 'e-mail sent',
  'email-received': 'e-mail received',
  delivery: 'receipt',
  'follow-up-started': 'follow-up started',
  'operators-paged': 'operators alerted',
};

const shown = new Set(['at', 'local', 'kind', 'client', 'text', 'subject', 'by', 'segments', 'due']);

export function describeLine(line: ConsoleLine): ReadableLine {
  const { at, local, kind, client } = line;
  const words = line['text'] ?? line['subject'];
  return {
    at,
    when: clockTime(local),
    kind,
    ...(client !== undefined && { client }),
    title: titles[kind] ?? kind.replaceAll('-', ' '),
    details: detailsOf(line),
    ...(typeof words === 'string' && words !== '' && { words }),
  };
}

function detailsOf(line: ConsoleLine): string {
  const { by, segments, due } = line;
  const rest = Object.entries(line).flatMap(([name, value]) =>
    shown.has(name) || !isPlain(value) || value === '' ? [] : [`${spaced(name)} ${readable(value)}`],
  );
  return [
    ...(typeof by === 'string' && by !== 'handrail' ? [`by ${by}`] : []),
    ...(typeof segments === 'number' && segments > 1 ? [`${segments} segments`] : []),
    ...rest,
    ...(typeof due === 'string' ? [`due ${clockTime(due)}${due.endsWith('Z') ? ' UTC' : ''}`] : []),
  ].join(' · ');
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const readable = (value: string | number | boolean) =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

const spaced = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** The wall clock that an ISO text with its offset shows, whatever zone this machine is in. */
export function clockTime(iso: string): string {
  const wall = Date.parse(`${iso.slice(0, 19)}Z`);
  return Number.isNaN(wall) ? iso : format.format(wall);
}
