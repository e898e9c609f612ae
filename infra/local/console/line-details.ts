import type { TimelineLine } from '#shared/contracts/timeline.ts';

export type Naming = {
  /** A member of staff, by id. */
  readonly nameOf: (staffId: string) => string;
  /** An instant, ISO 8601, as the agency's clocks show it. */
  readonly onAgencysClock: (iso: string) => string;
};

type Value = string | number | boolean;

/** Already said by the line's time, title, name or words; a case's id leads nowhere on this page. */
const saidElsewhere = new Set(['at', 'local', 'kind', 'client', 'text', 'subject', 'case']);

const inWords: Readonly<Record<string, (value: Value, naming: Naming) => string>> = {
  checkIn: (id) => stepName(String(id)),
  reason: plain,
  because: plain,
  outcome: plain,
  priority: (priority) => `${priority} priority`,
  tier: (tier) => `${tier} tier`,
  protocol: plain,
  staff: (id, { nameOf }) => nameOf(String(id)),
  step: (step) => `step ${step} of the ladder`,
  steps: (count) => `${count} steps`,
  attempts: (count) => `after ${count} ${count === 1 ? 'attempt' : 'attempts'}`,
  afterMinutes: (minutes) => `after ${minutes} min`,
  withinHours: (hours) => `within ${hours} h`,
  meaning: (meaning) => `read as “${plain(meaning)}”`,
  channel: (channel) => (channel === 'sms' ? '' : `by ${channel === 'email' ? 'e-mail' : String(channel)}`),
  segments: (count) => (count === 1 ? '' : `${count} segments`),
  by: (by) => (by === 'handrail' || by === 'client' ? '' : `by the ${by}`),
  late: (late) => (late === true ? 'late' : ''),
  due: (due, { onAgencysClock }) => `due ${onAgencysClock(String(due))}`,
};

/** What a line says beside its title and words, each part short and plain. */
export function detailsOf(line: TimelineLine, naming: Naming): string[] {
  return Object.entries(line)
    .flatMap(([name, value]) => {
      if (saidElsewhere.has(name) || !isPlain(value)) return [];
      const write = inWords[name];
      return [write ? write(value, naming) : `${spaced(name)} ${plain(value)}`];
    })
    .filter((part) => part !== '');
}

const isPlain = (value: unknown): value is Value =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function plain(value: Value): string {
  return String(value)
    .replaceAll(/[-,:]+/g, (sign) => (sign === '-' ? ' ' : ', '))
    .replaceAll('check in', 'check-in');
}

/** `d7` → `day 7`, `cc2` → `contact 2`. */
function stepName(id: string): string {
  const [, kind, number] = /(d|cc)(\d+)$/.exec(id) ?? [];
  if (number === undefined) return plain(id);
  return `${kind === 'd' ? 'day' : 'contact'} ${number}`;
}

const spaced = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
