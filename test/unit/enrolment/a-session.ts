import type { ClosedSession, OfferedContact } from '#shared/domain/enrolment/closed-session.ts';
import { decideEnrolment } from '#shared/domain/enrolment/decide-enrolment.ts';
import { enrol, type Enrolled } from '#shared/domain/enrolment/enrol.ts';
import { HOUR } from '#shared/domain/record.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';

/** A Monday, 13:40 in New York. */
export const CLOSED = Date.parse('2026-11-23T18:40:00Z');

export const aPhone = (different: Partial<OfferedContact> = {}): OfferedContact => ({
  channel: 'sms',
  contactId: 'a-contact',
  safety: 'safe',
  shared: false,
  hasAgreedWords: false,
  confirmedAt: CLOSED - HOUR,
  suppressed: false,
  usedByAnother: false,
  ...different,
});

export const aMailbox = (different: Partial<OfferedContact> = {}): OfferedContact =>
  aPhone({ channel: 'email', contactId: 'a-mailbox', ...different });

const consent = (channel: 'sms' | 'email') => ({
  channel,
  purpose: 'follow-up',
  wordingVersion: '2026-01',
  givenAt: CLOSED - HOUR,
});

/** Maya's session at moderate tier, closed on a Monday afternoon, with a phone and consent. Say what differs. */
export const aSession = (different: Partial<ClosedSession> = {}): ClosedSession => ({
  followUpId: 'fu#a-follow-up',
  eventId: 'evt-0001',
  agencyId: 'riverbend',
  sessionId: 'S-1042',
  clientRef: 'C-77',
  closedAt: CLOSED,
  language: 'en',
  zones: ['America/New_York'],
  zoneConfidence: 'stated',
  contacts: [aPhone()],
  consents: [consent('sms'), consent('email')],
  tier: 'moderate',
  flags: [],
  callIfQuiet: false,
  permissionGiven: false,
  ...different,
});

export const decided = (different: Partial<ClosedSession> = {}, programme = aProgramme()) =>
  decideEnrolment(aSession(different), programme);

export const enrolled = (
  different: Partial<ClosedSession> = {},
  now = CLOSED,
  programme = aProgramme(),
): Enrolled => enrol(aSession(different), { now, programme });
