import { programmeOf } from '#shared/adapters/programme-file.ts';
import { hoursIn, isWritten, offeredInEvent, sessionInEvent } from '#shared/apply/session-in-event.ts';
import { readAgencyEvent, type EventProblem } from '#shared/contracts/agency-event.ts';
import type { SessionClosed } from '#shared/contracts/session-closed.ts';
import type { Settings } from '#shared/contracts/settings.ts';
import { enrol, type Enrolled } from '#shared/domain/enrolment/enrol.ts';
import { isKnownWording } from '#shared/domain/messages/closing-wordings.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { previewSteps, type PreviewStep } from './preview-steps.ts';

export type { PreviewStep } from './preview-steps.ts';

/** What staff would be asked to do. */
export type PreviewTask = {
  readonly reason: string;
  readonly priority: string;
  /** ISO 8601, UTC. */
  readonly due: string;
  /** It pages at once, and does not wait until it is overdue. */
  readonly escalation: boolean;
};

export type EventPreview =
  | { readonly problems: readonly EventProblem[] }
  | {
      readonly decision: 'start' | 'decline';
      /** Why not. */
      readonly reason?: string;
      readonly because?: readonly string[];
      /** Why the plan waits although it started. */
      readonly held?: string;
      readonly steps: readonly PreviewStep[];
      readonly tasks: readonly PreviewTask[];
    };

/**
 * What would happen if this event came in at `now` (epoch ms; its closing when not given), and nothing were on record
 * of its client. Decided by the pure core; nothing is sent or kept.
 */
export async function previewEvent(event: unknown, settings: Settings, now?: number): Promise<EventPreview> {
  const reading = readAgencyEvent(JSON.stringify(event) ?? 'null', isKnownWording, now ?? Infinity);
  if (reading.kind === 'invalid') return { problems: reading.problems };
  const closed = reading.event;
  if (closed.type !== 'handrail.session-closed')
    return { problems: [{ path: 'type', problem: 'only a closed session can be previewed' }] };
  const programme = await programmeOf(settings, (_channel, value) => Promise.resolve(value))();
  const at = Math.max(now ?? 0, Date.parse(closed.closedAt));
  return shown(enrol(sessionOf(closed, programme), { now: at, programme }), programme);
}

function sessionOf(event: SessionClosed, programme: Programme) {
  const contacts = event.contacts.filter(isWritten).map((contact) =>
    offeredInEvent(contact, {
      contactId: contact.value,
      suppressed: false,
      usedByAnother: false,
      safeHours: hoursIn(contact).safeHours,
    }),
  );
  return sessionInEvent(event, { eventId: event.id, contacts, agencyZone: programme.timeZone });
}

function shown({ decision, followUp }: Enrolled, programme: Programme): EventPreview {
  const tasks = followUp.casesToRaise.map(({ newCase }) => ({
    reason: newCase.reason,
    priority: newCase.priority,
    due: new Date(newCase.dueAt).toISOString(),
    escalation: newCase.kind === 'escalation',
  }));
  if (decision.kind === 'decline')
    return { decision: 'decline', reason: decision.reason, because: decision.because, steps: [], tasks };
  const held = followUp.hold?.why;
  const steps = previewSteps(followUp, programme);
  return { decision: 'start', ...(held !== undefined && { held }), steps, tasks };
}
