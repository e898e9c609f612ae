import type { CheckIn } from '#shared/domain/follow-up/check-in.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { HOUR } from '#shared/domain/record.ts';

/** A Tuesday morning in New York, inside every window. */
export const NOW = Date.parse('2026-11-24T15:00:00Z');

export function aScheduledCheckIn(different: Partial<CheckIn> = {}): CheckIn {
  return {
    id: 'd1',
    kind: 'check-in',
    state: 'scheduled',
    sendAt: NOW,
    tooLateAt: NOW + 4 * HOUR,
    silentBy: NOW + 36 * HOUR,
    attempt: 1,
    channel: 'sms',
    attempts: [],
    ...different,
  };
}

/** An open follow-up at moderate tier with one check-in due now; say what differs. */
export function aFollowUp(different: Partial<FollowUp> = {}): FollowUp {
  return {
    id: 'fu#a-follow-up',
    schema: 1,
    version: 1,
    record: { seq: 0, hash: '' },
    session: {
      agencyId: 'riverbend',
      sessionId: 'S-1042',
      clientRef: 'C-77',
      closedAt: NOW - 20 * HOUR,
      eventIds: ['evt-0001'],
    },
    status: 'open',
    tier: 'moderate',
    protocol: { name: 'post-crisis', version: 1 },
    language: 'en',
    name: 'Maya',
    owner: { staffId: 'st-12' },
    zones: ['America/New_York'],
    zoneConfidence: 'stated',
    reach: { sms: { contactId: 'a-contact', discreet: false } },
    callIfQuiet: false,
    raisedPriority: false,
    checkIns: [aScheduledCheckIn()],
    ended: [],
    outbox: [],
    repliesSeen: [],
    casesToRaise: [],
    casesToTell: [],
    ...different,
  };
}
