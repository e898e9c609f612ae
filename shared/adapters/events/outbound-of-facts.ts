import {
  cloudEventType,
  type OutboundEvent,
  type OutboundEventName,
} from '#shared/contracts/outbound-events.ts';
import type { FactKind } from '#shared/domain/record.ts';
import type { Recorded } from '#shared/ports.ts';

/** The facts that are told outside; all others stay inside. A task is a case too, but only an escalation is told. */
const EVENTS: Readonly<Partial<Record<FactKind, OutboundEventName>>> = {
  'follow-up-started': 'FollowUpStarted',
  'follow-up-declined': 'FollowUpDeclined',
  'follow-up-completed': 'FollowUpCompleted',
  'follow-up-held': 'FollowUpHeld',
  'check-in-sent': 'CheckInSent',
  'check-in-answered': 'CheckInAnswered',
  'check-in-answered-late': 'CheckInAnsweredLate',
  'check-in-missed': 'CheckInMissed',
  'contact-undeliverable': 'ContactUndeliverable',
  'consent-revoked': 'ConsentRevoked',
  'escalation-raised': 'EscalationRaised',
  'escalation-acknowledged': 'EscalationAcknowledged',
  'escalation-climbed': 'EscalationClimbed',
  'escalation-unanswered': 'EscalationUnanswered',
};

export type NamedEvent = { name: OutboundEventName; event: OutboundEvent };

/** The events that facts stand for, in their order. The same facts always give the same events with the same ids. */
export function outboundOf({ agencyId, documentId, followUpId, seq, facts }: Recorded): NamedEvent[] {
  return facts.flatMap(({ kind, at, by, why, detail }, index) => {
    const name = EVENTS[kind];
    if (!name) return [];
    const event: OutboundEvent = {
      specversion: '1.0',
      id: `${documentId}#${seq}#${index}`,
      source: `handrail/${agencyId}`,
      type: cloudEventType(name),
      subject: followUpId ?? documentId,
      time: new Date(at).toISOString(),
      datacontenttype: 'application/json',
      data: { ...detail, by, ...(why !== undefined && { reason: why }) },
    };
    return [{ name, event }];
  });
}
