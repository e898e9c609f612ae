import { describe, expect, it } from 'vitest';
import type { ClosedSession } from '#shared/domain/enrolment/closed-session.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import { aSession, CLOSED, enrolled } from './a-session.ts';

const owner = { staffId: 'st-12', name: 'Sam' };
const caseOf = (different: Partial<ClosedSession>, now = CLOSED) =>
  enrolled(different, now).followUp.casesToRaise[0]?.newCase;

describe('a session of which nothing follows', () => {
  it('is kept as it came, with nothing planned', () => {
    expect(enrolled({ offer: 'declined' }).followUp).toStrictEqual({
      id: 'fu#a-follow-up',
      schema: 1,
      version: 0,
      record: { seq: 0, hash: '' },
      session: {
        agencyId: 'riverbend',
        sessionId: 'S-1042',
        clientRef: 'C-77',
        closedAt: CLOSED,
        eventIds: ['evt-0001'],
      },
      status: 'declined',
      declined: 'client-declined',
      tier: 'moderate',
      protocol: { name: 'post-crisis', version: 1 },
      language: 'en',
      zones: ['America/New_York'],
      zoneConfidence: 'stated',
      reach: {},
      callIfQuiet: false,
      raisedPriority: false,
      checkIns: [],
      ended: [],
      outbox: [],
      repliesSeen: [],
      casesToRaise: [expect.objectContaining({ lookAt: CLOSED + 2 * MINUTE })],
      casesToTell: [],
    });
  });

  it('keeps the owner and the protocol that it named, and counts imminent risk as high', () => {
    const { followUp } = enrolled({ tier: 'imminent', owner, protocol: 'caring-contacts' });

    expect(followUp).toMatchObject({ tier: 'high', owner, protocol: { name: 'caring-contacts' } });
  });

  it('stands on the record with why, and with each thing that was in the way', () => {
    const { facts } = enrolled({ flags: ['ipv', 'discreet'] });

    expect(facts).toEqual([
      { kind: 'session-closed', by: 'agency', at: CLOSED, detail: { tier: 'moderate' } },
      {
        kind: 'follow-up-declined',
        by: 'machine',
        at: CLOSED,
        why: 'needs-contact-profile',
        detail: { tier: 'moderate', because: 'ipv discreet' },
      },
    ]);
    expect(enrolled({ offer: 'declined' }).facts[1]?.detail).toEqual({ tier: 'moderate' });
  });
});

describe('the person who takes over where nothing follows', () => {
  it.each([
    ['imminent', 'escalation', 'urgent', CLOSED + 15 * MINUTE, true],
    ['high', 'task', 'high', CLOSED + 24 * HOUR, false],
    ['moderate', 'task', 'routine', CLOSED + 36 * HOUR, false],
  ] as const)('has until then at %s tier: %s, %s', (tier, kind, priority, dueAt, pageAtAnyHour) => {
    expect(caseOf({ tier, flags: ['ipv'] })).toMatchObject({
      id: `case#a-follow-up.declined.${CLOSED}`,
      kind,
      priority,
      dueAt,
      pageAtAnyHour,
    });
  });

  it('has the end of the next working day at low tier', () => {
    expect(caseOf({ tier: 'low', flags: ['ipv'] })).toMatchObject({
      priority: 'routine',
      dueAt: Date.parse('2026-11-24T22:00:00Z'),
    });
  });

  it('is asked at low tier, too, where somebody said that the client has died', () => {
    expect(caseOf({ tier: 'low', saidToHaveDied: true })).toMatchObject({ because: ['said-to-have-died'] });
    expect(caseOf({ tier: 'low', offer: 'declined' })).toBeUndefined();
  });

  it('has a quarter of an hour where the event came late', () => {
    const now = CLOSED + 3 * DAY;

    expect(caseOf({ flags: ['ipv'] }, now)?.dueAt).toBe(now + 15 * MINUTE);
  });

  it('is told why, and what was in the way', () => {
    expect(caseOf({ flags: ['ipv'] })?.because).toEqual(['needs-contact-profile', 'ipv']);
    expect(caseOf({ tier: 'imminent' })?.because).toEqual(['imminent']);
  });
});

describe('a follow-up that starts', () => {
  it('stands on the record with its plan', () => {
    const { followUp, facts } = enrolled();
    const planned = followUp.checkIns.map(({ id, sendAt }) => ({
      kind: 'check-in-planned',
      by: 'machine',
      at: CLOSED,
      detail: { checkIn: id, sendAt },
    }));

    expect(followUp.checkIns.map(({ id }) => id)).toEqual(['d1', 'd7', 'd30']);
    expect(facts).toEqual([
      { kind: 'session-closed', by: 'agency', at: CLOSED, detail: { tier: 'moderate' } },
      {
        kind: 'follow-up-started',
        by: 'machine',
        at: CLOSED,
        detail: { tier: 'moderate', protocol: 'post-crisis', steps: 3, zone: 'stated' },
      },
      ...planned,
    ]);
    expect(followUp).not.toHaveProperty('declined');
  });

  it.each([
    ['inpatient', 'admission'],
    ['custody', 'custody'],
  ] as const)(
    'is on hold from closing on for a client in %s, and the record says why',
    (disposition, why) => {
      const { followUp, facts } = enrolled({ disposition });

      expect(followUp).toMatchObject({ status: 'held', hold: { why, since: CLOSED } });
      expect(facts.at(-1)).toEqual({ kind: 'follow-up-held', by: 'agency', at: CLOSED, why: disposition });
    },
  );

  it.each(['home', 'shelter', 'emergency-department', 'other'] as const)(
    'is open for a client who went %s',
    (disposition) => {
      const { followUp } = enrolled({ disposition });

      expect(followUp.status).toBe('open');
      expect(followUp).not.toHaveProperty('hold');
    },
  );

  it('goes first in the queue where distress did not fall at all', () => {
    const raised = (distress?: ClosedSession['distress']) =>
      enrolled(distress ? { distress } : {}).followUp.raisedPriority;

    expect(raised({ before: 5, after: 5 })).toBe(true);
    expect(raised({ before: 5, after: 4 })).toBe(false);
    expect(raised({ after: 8 })).toBe(true);
    expect(raised({ after: 7 })).toBe(false);
    expect(raised()).toBe(false);
  });
});

describe('what the session left for its owner', () => {
  const left = { safetyPlan: 'none', meansSafetyDiscussed: false } as const;
  const casesOf = (different: Partial<ClosedSession>, now = CLOSED) =>
    enrolled(different, now).followUp.casesToRaise.map(({ newCase }) => newCase);

  it('is a plan for safety that is missing or not whole, and means that nobody spoke of', () => {
    expect(casesOf(left)).toMatchObject([
      { id: 'case#a-follow-up.safety-plan-incomplete.closing', because: ['none'] },
      { id: 'case#a-follow-up.means-safety-not-discussed.closing' },
    ]);
    expect(casesOf({ safetyPlan: 'partial' })).toMatchObject([{ because: ['partial'] }]);
    expect(casesOf({ safetyPlan: 'complete', meansSafetyDiscussed: true })).toEqual([]);
    expect(casesOf({})).toEqual([]);
  });

  it('is due at the end of the next working day, or sooner where risk asks for it', () => {
    const dueAt = (different: Partial<ClosedSession>) =>
      casesOf({ ...left, ...different }).map((one) => new Date(one.dueAt).toISOString());

    expect(dueAt({})).toEqual(['2026-11-24T22:00:00.000Z', '2026-11-24T22:00:00.000Z']);
    // Closed on a Friday evening: the next working day ends after 72 hours, on Monday at five.
    const friday = Date.parse('2026-11-27T20:00:00Z');
    const [first] = casesOf({ ...left, closedAt: friday }, friday);
    expect(first?.dueAt).toBe(friday + 72 * HOUR);
  });

  it('leaves an hour where the event came late', () => {
    const now = CLOSED + 5 * DAY;

    expect(casesOf({ ...left, tier: 'high' }, now).map(({ dueAt }) => dueAt)).toEqual([
      now + HOUR,
      now + HOUR,
      now + HOUR,
    ]);
  });

  it('is a call within two days at high tier, whatever the client answers', () => {
    expect(casesOf({ tier: 'high' })).toMatchObject([
      { id: 'case#a-follow-up.high-tier-call.closing', priority: 'high', dueAt: CLOSED + 48 * HOUR },
    ]);
  });
});

it('a session knows nothing of an owner or a name that it does not give', () => {
  const { followUp } = enrolled();

  expect(followUp).not.toHaveProperty('owner');
  expect(followUp).not.toHaveProperty('name');
  expect(enrolled({ owner, name: 'Maya' }).followUp).toMatchObject({ owner, name: 'Maya' });
  expect(aSession().followUpId).toBe(followUp.id);
});
