import { describeLine } from '#infra/local/console/describe-line.ts';
import type { Settings } from '#shared/contracts/settings.ts';
import type { TimelineLine } from '#shared/contracts/timeline.ts';
import { localIso } from '#shared/domain/time/local-time.ts';
import { colours, type Colour } from './colours.ts';
import { wrapped } from './wrapped.ts';

export type LinePrinter = {
  readonly print: (line: TimelineLine) => void;
  /** The closing words, after the last line. */
  readonly end: (summary: readonly string[]) => void;
};

type Options = { readonly json: boolean; readonly settings: Settings; readonly out?: NodeJS.WriteStream };

/** Where what a line says begins, after its time, client and kind. */
const INDENT = 48;

/** Prints a timeline: NDJSON, or by day with each line's own wall clock. */
export function linePrinter({ json, settings, out = process.stdout }: Options): LinePrinter {
  const paint = colours(out);
  const width = Math.max(72, Math.min(out.columns ?? 110, 130));
  let day = '';
  return {
    print(line) {
      if (json) return void out.write(`${JSON.stringify(line)}\n`);
      const today = localIso(Date.parse(line.at), settings.timeZone).slice(0, 10);
      if (today !== day) out.write(`\n${paint('bold', dayTitle(today))}\n`);
      day = today;
      out.write(`${readable(line, { today, settings, width, paint })}\n`);
    },
    end: (summary) => void out.write(`\n${summary.join('\n')}\n`),
  };
}

const KIND_COLOURS: Readonly<Partial<Record<TimelineLine['kind'], Colour>>> = {
  'text-sent': 'cyan',
  'email-sent': 'cyan',
  'text-received': 'green',
  'email-received': 'green',
  'check-in-answered': 'green',
  'check-in-missed': 'yellow',
  'escalation-raised': 'red',
  'escalation-unanswered': 'red',
  'operators-paged': 'red',
  'staff-alerted': 'magenta',
  'escalation-acknowledged': 'magenta',
  'escalation-climbed': 'magenta',
  'task-opened': 'magenta',
  'task-closed': 'magenta',
  delivery: 'dim',
};

type Look = {
  readonly today: string;
  readonly settings: Settings;
  readonly width: number;
  readonly paint: (colour: Colour, text: string) => string;
};

function readable(line: TimelineLine, { today, settings, width, paint }: Look): string {
  const { title, details, words } = describeLine(shortened(line), settings);
  const said = words === undefined ? '' : `“${words}”`;
  const rest = wrapped([details.join(' · '), said].filter((part) => part !== '').join('  '), width - INDENT);
  const head = [
    clock(line.local, today).padEnd(14),
    (line.client ?? '').padEnd(7),
    paint(KIND_COLOURS[line.kind] ?? 'plain', title.padEnd(23)),
  ].join(' ');
  return [
    `${head} ${rest[0] ?? ''}`.trimEnd(),
    ...rest.slice(1).map((part) => `${' '.repeat(INDENT)}${part}`),
  ].join('\n');
}

/** `09:26 -05:00`, and how many days off where the client's day is another. */
function clock(local: string, today: string): string {
  const days = (Date.parse(local.slice(0, 10)) - Date.parse(today)) / 86_400_000;
  return `${local.slice(11, 16)} ${local.slice(19)}${days === 0 ? '' : days > 0 ? '+' : '-'}`;
}

/** Of an e-mail its subject is enough. */
function shortened(line: TimelineLine): TimelineLine {
  const { text: _text, ...rest } = line;
  return line.subject === undefined ? line : rest;
}

function dayTitle(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(Date.parse(day));
}
