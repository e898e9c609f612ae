import type { SessionClosed } from '#shared/contracts/session-closed.ts';

type Event = Record<string, unknown> & Pick<SessionClosed, 'sessionId'>;

/** The wire form of a closed session: Maya, moderate tier, textable and consenting. Say what differs. */
export function aClosedSession(different: Record<string, unknown> = {}): Event {
  return {
    type: 'handrail.session-closed',
    version: 1,
    id: 'evt-0001',
    agencyId: 'riverbend',
    sessionId: 'S-1042',
    closedAt: '2026-11-23T18:40:00Z',
    client: { ref: 'C-77', preferredName: 'Maya', language: 'en', timeZone: 'America/New_York' },
    contacts: [aPhone(), anAddress()],
    consents: [aConsent('sms'), aConsent('email')],
    risk: { tier: 'moderate', source: 'cssrs', meansSafetyDiscussed: true, safetyPlan: 'complete' },
    distress: { before: 8, after: 5 },
    needs: ['housing'],
    flags: [],
    owner: { staffId: 'st-12' },
    protocol: 'post-crisis',
    ...different,
  };
}

export const aPhone = (different: Record<string, unknown> = {}) => ({
  channel: 'sms',
  value: '+14105550134',
  safety: 'safe',
  confirmedAt: '2026-11-23T18:30:00Z',
  ...different,
});

export const anAddress = (different: Record<string, unknown> = {}) => ({
  channel: 'email',
  value: 'maya@example.org',
  safety: 'safe',
  confirmedAt: '2026-11-23T18:30:00Z',
  ...different,
});

export const aConsent = (channel: 'sms' | 'email' | 'voice', different: Record<string, unknown> = {}) => ({
  channel,
  purpose: 'follow-up',
  givenAt: '2026-11-23T18:35:00Z',
  method: 'verbal',
  wordingVersion: '2026-01',
  ...different,
});
