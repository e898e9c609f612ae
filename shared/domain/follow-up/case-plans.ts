import type { CaseReason, NewCase } from '../case/case.ts';
import type { Channel } from '../contact/contact.ts';
import { checkInPlanOf } from '../protocols/protocol-of.ts';
import { HOUR, type Instant } from '../record.ts';
import { endOfNextStaffedDay } from '../time/staffed-hours.ts';
import type { FollowUp } from './follow-up.ts';
import type { Context } from './turn.ts';

/** A stored text: by which channel it came, and the contact that it is stored under, if that is known. */
export type Inbound = { id: string; channel: Channel; contactId?: string };

type CaseDetails = Pick<NewCase, 'priority' | 'dueAt'> & {
  kind?: NewCase['kind'];
  checkIn?: string;
  /** The client's words that a person must read. */
  inbound?: Inbound;
  because?: readonly string[];
  pageAtAnyHour?: boolean;
};

/** A case about this follow-up. The id is made of what it is about, so that a repeat opens no second one. */
export function caseAbout(
  followUp: FollowUp,
  reason: CaseReason,
  about: string,
  details: CaseDetails,
): NewCase {
  const { session } = followUp;
  return {
    id: `case#${followUp.id.replace(/^fu#/, '')}.${reason}.${about}`,
    kind: details.kind ?? 'task',
    reason,
    priority: details.priority,
    agencyId: session.agencyId,
    dueAt: details.dueAt,
    subject: {
      followUpId: followUp.id,
      sessionId: session.sessionId,
      clientRef: session.clientRef,
      ...(details.checkIn && { checkIn: details.checkIn }),
      ...(details.inbound && inboundOf(followUp, details.inbound)),
    },
    ...(followUp.owner && { ownerId: followUp.owner.staffId }),
    pageAtAnyHour: details.pageAtAnyHour ?? false,
    ...(details.because && { because: details.because }),
  };
}

function inboundOf({ reach }: FollowUp, { id, channel, contactId = reach[channel]?.contactId }: Inbound) {
  return { inboundId: id, ...(contactId && { contactId }) };
}

/** How soon staff act on what stood in a message's way: by tier, in hours from now. */
export function repairBy(followUp: FollowUp, now: Instant): Instant {
  return now + (checkInPlanOf(followUp)?.repairWithinHours ?? 72) * HOUR;
}

/** High tier, or distress that did not fall, goes first in the queue. */
export function queuePriority(followUp: FollowUp): 'high' | 'routine' {
  return followUp.tier === 'high' || followUp.raisedPriority ? 'high' : 'routine';
}

/** By when a reply that is not urgent is read: the end of the next staffed day. */
export function readBy({ now, programme }: Context): Instant {
  return endOfNextStaffedDay(now, programme);
}
