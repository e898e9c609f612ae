import type { TimelineKind } from '#shared/contracts/timeline.ts';
import type { Actor, Fact, FactKind } from '#shared/domain/record.ts';
import { isoSeconds } from './iso-seconds.ts';

/** What a fact says on a timeline, before it is known whom it is about. */
export type FactLine = {
  readonly kind: TimelineKind;
  readonly client?: string;
  readonly [field: string]: unknown;
};

/** The facts that a timeline shows; all others are the record's alone. */
const SHOWN: Readonly<Partial<Record<FactKind, TimelineKind>>> = {
  'session-closed': 'session-closed',
  'follow-up-started': 'follow-up-started',
  'follow-up-declined': 'follow-up-declined',
  'follow-up-completed': 'follow-up-completed',
  'follow-up-held': 'follow-up-held',
  'hold-lifted': 'hold-off',
  'check-in-answered': 'check-in-answered',
  'check-in-answered-late': 'check-in-answered',
  'check-in-missed': 'check-in-missed',
  'contact-undeliverable': 'contact-undeliverable',
  'consent-revoked': 'consent-revoked',
  'handed-to-staff': 'handed-to-staff',
  'escalation-raised': 'escalation-raised',
  'escalation-acknowledged': 'escalation-acknowledged',
  'escalation-climbed': 'escalation-climbed',
  'escalation-unanswered': 'escalation-unanswered',
  'task-opened': 'task-opened',
  'task-closed': 'task-closed',
};

/** What staff do, or are asked to do: shown on the agency's clock. */
export const STAFF_KINDS: ReadonlySet<TimelineKind> = new Set([
  'escalation-raised',
  'staff-alerted',
  'escalation-acknowledged',
  'escalation-climbed',
  'escalation-unanswered',
  'task-opened',
  'task-closed',
  'operators-paged',
]);

/** Undefined for a fact that a timeline does not show. */
export function factLine(fact: Fact): FactLine | undefined {
  if (isWebAnswer(fact)) return { kind: 'email-received', channel: 'link', by: 'client', ...detailsOf(fact) };
  const kind = SHOWN[fact.kind];
  if (!kind) return undefined;
  return {
    kind,
    ...(fact.why !== undefined && { reason: fact.why }),
    ...byOf(fact.by),
    ...detailsOf(fact),
    ...(fact.kind === 'check-in-answered-late' && { late: true }),
  };
}

/** An answer through an e-mail's link has no line of the carrier's. */
function isWebAnswer({ kind, detail }: Fact): boolean {
  return kind === 'text-received' && String(detail?.['inbound'] ?? '').startsWith('web-');
}

function byOf(by: Actor): { by?: string; staff?: string } {
  if (by === 'machine') return {};
  return by.startsWith('staff:') ? { staff: by.slice('staff:'.length) } : { by };
}

const PLAIN = new Set([
  'checkIn', 'channel', 'case', 'priority', 'staff', 'outcome', 'code', 'meaning', 'because', 'tier', 'protocol',
  'steps', 'attempts', 'afterMinutes', 'withinHours', 'safety', 'consent',
]); // prettier-ignore

/** The fields that a reader can use, under the timeline's names: instants as ISO, ladder steps from 1. */
function detailsOf({ detail = {} }: Fact): Record<string, string | number | boolean> {
  const shown = Object.entries(detail).flatMap(([name, value]) => {
    if (name === 'dueAt') return [['due', isoSeconds(Number(value))]];
    if (name === 'step') return [['step', Number(value) + 1]];
    // 0 hours stand for "later than any limit that is reported".
    if (name === 'withinHours' && value === 0) return [];
    return PLAIN.has(name) && value !== '' && value !== 'none' ? [[name, value]] : [];
  });
  return Object.fromEntries(shown);
}
