import type { Settings } from '#shared/contracts/settings.ts';
import type { TimelineLine } from '#shared/contracts/timeline.ts';
import { localIso } from '#shared/domain/time/local-time.ts';
import { STAFF_KINDS } from '../timeline/fact-line.ts';
import { detailsOf } from './line-details.ts';

/** A line of the timeline as a person reads it. */
export type ReadableLine = {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** `Tue 24 Nov, 09:26 (client’s time)`. */
  readonly when: string;
  readonly kind: string;
  /** The client's number. */
  readonly client?: string;
  /** The kind in words: `text sent`. */
  readonly title: string;
  /** What else the line says, as parts. */
  readonly details: readonly string[];
  /** The words of a text, or an e-mail's subject. */
  readonly words?: string;
};

const titles: Readonly<Record<string, string>> = {
  'email-sent': 'e-mail sent',
  'email-received': 'answer by link',
  'check-in-answered': 'check-in answered',
  'check-in-missed': 'check-in missed',
  'follow-up-started': 'follow-up started',
  'follow-up-declined': 'follow-up declined',
  'follow-up-completed': 'follow-up completed',
  'follow-up-held': 'follow-up held',
  'operators-paged': 'operators alerted',
};
const staffKinds: ReadonlySet<string> = STAFF_KINDS;

export function describeLine(line: TimelineLine, settings: Settings): ReadableLine {
  const { at, local, kind, client } = line;
  const words = line['subject'] ?? line['text'];
  const isOnAgencysClock = client === undefined || staffKinds.has(kind);
  return {
    at,
    when: `${clockTime(local)} (${isOnAgencysClock ? 'agency’s' : 'client’s'} time)`,
    kind,
    ...(client !== undefined && { client }),
    title: titles[kind] ?? kind.replaceAll('-', ' '),
    details: detailsOf(line, {
      nameOf: (staffId) => settings.staff.members.find(({ id }) => id === staffId)?.name ?? staffId,
      onAgencysClock: (iso) => clockTime(localIso(Date.parse(iso), settings.timeZone)),
    }),
    ...(typeof words === 'string' && words !== '' && { words }),
  };
}

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** The wall clock that an ISO text with its offset shows, whatever zone this machine is in. */
function clockTime(iso: string): string {
  const wall = Date.parse(`${iso.slice(0, 19)}Z`);
  return Number.isNaN(wall) ? iso : format.format(wall);
}
