import { describe, expect, it } from 'vitest';
import { caseAbout, queuePriority, readBy, repairBy } from '#shared/domain/follow-up/case-plans.ts';
import type { CheckIn } from '#shared/domain/follow-up/check-in.ts';
import type { FollowUp, Tier } from '#shared/domain/follow-up/follow-up.ts';
import { DAY, HOUR } from '#shared/domain/record.ts';
import { aFollowUp, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { after, anAskedCheckIn, anAttempt, casesOf, SECOND_TEXT } from './follow-up-steps.ts';

const wake = { kind: 'wake' } as const;
const bothWays = {
  sms: { contactId: 'a-contact', discreet: false },
  email: { contactId: 'a-mailbox', discreet: false },
};
const quiet = (checkIn: Partial<CheckIn> = {}, different: Partial<FollowUp> = {}): FollowUp =>
  aFollowUp({ checkIns: [anAskedCheckIn(checkIn)], ...different });
const twice = (different: Partial<CheckIn> = {}): Partial<CheckIn> => ({
  attempt: 2,
  attempts: [
    anAttempt({ at: NOW - 20 * HOUR }),
    anAttempt({ attempt: 2, messageId: SECOND_TEXT, at: NOW - 12 * HOUR }),
  ],
  ...different,
});
const NOON = Date.parse('2026-11-24T17:00:00Z');
const EVENING = Date.parse('2026-11-25T02:00:00Z');
const NEXT_MORNING = Date.parse('2026-11-25T14:00:00Z');

describe('a client whose session was closed again before they answered', () => {
  const anew = (id: string, different: Partial<CheckIn> = {}) =>
    anAskedCheckIn({ id, answerBy: NOW + DAY, ...different });
  const both = (...others: CheckIn[]) => aFollowUp({ checkIns: [anAskedCheckIn(), ...others] });
  const first = (followUp: FollowUp) => after(followUp, wake).followUp;

  it('is not asked a second time by the plan before, once the newer one has asked', () => {
    expect(first(both(anew('g2d1')))).toMatchObject({
      checkIns: [{ id: 'g2d1', state: 'awaiting-answer' }],
      ended: [{ id: 'd1', state: 'cancelled', why: 'superseded' }],
      casesToRaise: [],
    });
    for (const state of ['answered', 'missed'] as const) {
      const over = { id: 'g10d1', kind: 'check-in', state, at: NOW } as const;
      expect(first(aFollowUp({ checkIns: [anAskedCheckIn()], ended: [over] })).checkIns).toEqual([]);
    }
  });

  it.each([
    ['it has not asked yet', anew('g2d1', { state: 'scheduled', attempts: [], sendAt: NOW + DAY })],
    ['that is another question', anew('g2d7')],
  ])('is asked a second time while %s', (_why, other) => {
    expect(first(both(other)).checkIns).toMatchObject([{ id: 'd1', attempt: 2 }, { id: other.id }]);
  });

  it('is not asked a second time either where that was planned before the newer one asked', () => {
    const planned = anAskedCheckIn({ state: 'scheduled', attempt: 2, sendAt: NOW });
    const alone = first(aFollowUp({ checkIns: [planned] }));

    expect(first(aFollowUp({ checkIns: [planned, anew('g2d1')] }))).toMatchObject({
      checkIns: [{ id: 'g2d1', state: 'awaiting-answer' }],
      ended: [{ id: 'd1', state: 'cancelled', why: 'superseded' }],
      outbox: [],
    });
    expect(alone.checkIns).toMatchObject([{ state: 'sending', attempt: 2 }]);
    const unasked = anAskedCheckIn({ id: 'd1', state: 'scheduled', attempts: [], sendAt: NOW });
    expect(first(aFollowUp({ checkIns: [unasked, anew('g2d1')] })).checkIns).toMatchObject([
      { id: 'd1', state: 'sending' },
      { id: 'g2d1' },
    ]);
  });

  it('is asked a second time by the newer plan, whatever the one before', () => {
    const older = anew('d1');
    const newer = anAskedCheckIn({ id: 'g2d1' });
    expect(first(aFollowUp({ checkIns: [older, newer] })).checkIns).toMatchObject([
      { id: 'd1', state: 'awaiting-answer' },
      { id: 'g2d1', state: 'scheduled', attempt: 2 },
    ]);
    const cancelled = { id: 'g2d1', kind: 'check-in', state: 'cancelled', at: NOW } as const;
    expect(first(aFollowUp({ checkIns: [anAskedCheckIn()], ended: [cancelled] })).checkIns).toMatchObject([
      { attempt: 2 },
    ]);
  });

  it('is called where both attempts were silent', () => {
    const silent = anAskedCheckIn(twice());
    expect(casesOf(after(aFollowUp({ checkIns: [silent, anew('g2d1')] }), wake))).toMatchObject([
      { reason: 'missed-check-in' },
    ]);
  });
});

describe('a client who did not answer the first text', () => {
  it('is left alone until the answer time is over', () => {
    expect(after(quiet(), wake, NOW - 1).followUp.checkIns).toMatchObject([{ state: 'awaiting-answer' }]);
  });

  it('gets a second text at once, which may go until silence counts', () => {
    const { checkIns } = after(quiet(), wake).followUp;

    expect(checkIns).toMatchObject([
      {
        state: 'scheduled',
        channel: 'sms',
        attempt: 2,
        sendAt: NOW,
        tooLateAt: NOW + 36 * HOUR,
        attempts: [{ attempt: 1 }],
      },
    ]);
  });

  it('gets it by e-mail where they agreed to that, and by text where the first was an e-mail', () => {
    expect(after(quiet({}, { reach: bothWays }), wake).followUp.checkIns).toMatchObject([
      { channel: 'email' },
    ]);
    expect(after(quiet({ channel: 'email' }, { reach: bothWays }), wake).followUp.checkIns).toMatchObject([
      { channel: 'sms' },
    ]);
  });

  it('gets it by text where the agency has no mailbox', () => {
    const noMail = aProgramme({ email: false });

    expect(after(quiet({}, { reach: bothWays }), wake, NOW, noMail).followUp.checkIns).toMatchObject([
      { channel: 'sms' },
    ]);
  });

  it('gets it in the morning when it is evening', () => {
    const late = quiet({ answerBy: EVENING });

    expect(after(late, wake, EVENING).followUp.checkIns).toMatchObject([{ sendAt: NEXT_MORNING }]);
  });

  it('is asked again and then called, also when a later closing brought a plan that asks for nothing', () => {
    const caring = { protocol: { name: 'caring-contacts', version: 1 } } as const;

    expect(after(quiet({}, caring), wake).followUp.checkIns).toMatchObject([
      { state: 'scheduled', attempt: 2, sendAt: NOW },
    ]);
    expect(casesOf(after(quiet(twice(), caring), wake))).toMatchObject([
      { reason: 'missed-check-in', kind: 'escalation', priority: 'high' },
    ]);
  });

  it('is called instead when the morning is less than an hour before silence counts', () => {
    const inTime = quiet({ answerBy: EVENING, silentBy: NEXT_MORNING + HOUR });
    const tooLate = quiet({ answerBy: EVENING, silentBy: NEXT_MORNING + HOUR - 1 });

    expect(casesOf(after(inTime, wake, EVENING))).toEqual([]);
    expect(casesOf(after(tooLate, wake, EVENING))).toMatchObject([{ reason: 'missed-check-in' }]);
  });

  it('is called instead when nothing reaches them any more', () => {
    const stopped = { sms: { contactId: 'a-contact', discreet: false, stopped: 'undeliverable' as const } };

    expect(casesOf(after(quiet({}, { reach: stopped }), wake))).toMatchObject([
      { reason: 'missed-check-in' },
    ]);
  });

  it('is called instead when there is no hour at which they may be texted', () => {
    const never = aProgramme({ contactWindow: [] });

    expect(casesOf(after(quiet(), wake, NOW, never))).toMatchObject([{ reason: 'missed-check-in' }]);
  });

  it('is asked by machine twice, not counting texts that never reached them', () => {
    const oneReached = twice({
      attempts: [anAttempt({ reached: 'failed' }), anAttempt({ attempt: 2, messageId: SECOND_TEXT })],
    });

    expect(casesOf(after(quiet(twice()), wake))).toHaveLength(1);
    expect(after(quiet(oneReached), wake).followUp.checkIns).toMatchObject([{ attempt: 3 }]);
  });

  it('is not tried more than five times, whatever became of the tries', () => {
    const failed = Array.from({ length: 4 }, (_, nth) =>
      anAttempt({ attempt: nth + 1, messageId: `m${nth}`, reached: 'failed' }),
    );
    const last = anAttempt({ attempt: 5, messageId: 'm5' });

    expect(casesOf(after(quiet({ attempt: 5, attempts: [...failed, last] }), wake))).toHaveLength(1);
    expect(casesOf(after(quiet({ attempt: 4, attempts: [...failed.slice(1), last] }), wake))).toEqual([]);
  });
});

const silent = (tier: Tier, different: Partial<FollowUp> = {}) => quiet(twice(), { tier, ...different });

describe('a client who did not answer at all', () => {
  it('has a person who notices: the check-in is missed, and the case says which', () => {
    const step = after(silent('moderate'), wake);

    expect(step.followUp.ended).toEqual([
      {
        id: 'd1',
        kind: 'check-in',
        state: 'missed',
        at: NOW,
        caseId: 'case#a-follow-up.missed-check-in.d1',
      },
    ]);
    expect(casesOf(step)).toEqual([
      {
        id: 'case#a-follow-up.missed-check-in.d1',
        kind: 'escalation',
        reason: 'missed-check-in',
        priority: 'high',
        agencyId: 'riverbend',
        dueAt: NOW - 20 * HOUR + 12 * HOUR + 24 * HOUR,
        subject: { followUpId: 'fu#a-follow-up', sessionId: 'S-1042', clientRef: 'C-77', checkIn: 'd1' },
        ownerId: 'st-12',
        pageAtAnyHour: false,
      },
    ]);
    expect(step.effects).toMatchObject([{ kind: 'raise-case' }]);
    expect(step.facts.map(({ kind }) => kind)).toEqual([
      'check-in-missed',
      'handed-to-staff',
      'follow-up-completed',
    ]);
    expect(step.facts).toMatchObject([
      { by: 'machine', detail: { checkIn: 'd1', attempts: 2, reached: false } },
      { why: 'missed', detail: { checkIn: 'd1' } },
      {},
    ]);
  });

  it('is on the record as reached when one of the texts was delivered', () => {
    const delivered = twice({
      attempts: [anAttempt({ reached: 'delivered' }), anAttempt({ attempt: 2, messageId: SECOND_TEXT })],
    });

    expect(after(quiet(delivered), wake).facts[0]?.detail).toMatchObject({ reached: true });
  });

  it.each([
    ['high', 'escalation', 'urgent', 4 + 8],
    ['moderate', 'escalation', 'high', 12 + 24],
    ['low', 'task', 'routine', 24 + 72],
  ] as const)(
    'at %s tier opens an %s of %s priority, due %d h after the first text',
    (tier, kind, priority, hours) => {
      const dueAt = Math.max(NOW - 20 * HOUR + hours * HOUR, NOW + HOUR);

      expect(casesOf(after(silent(tier), wake))).toMatchObject([{ kind, priority, dueAt }]);
    },
  );

  it('is due from the first text that may have reached them', () => {
    const second = twice({
      attempts: [
        anAttempt({ at: NOW - 30 * HOUR, reached: 'failed' }),
        anAttempt({ attempt: 2, messageId: SECOND_TEXT, at: NOW - 20 * HOUR }),
      ],
      attempt: 5,
    });

    expect(casesOf(after(quiet(second), wake))).toMatchObject([{ dueAt: NOW + 16 * HOUR }]);
  });

  it('is due from when the step was planned where none of its texts reached them', () => {
    const none = { attempt: 5, sendAt: NOW - 30 * HOUR, attempts: [anAttempt({ reached: 'failed' })] };

    expect(casesOf(after(quiet(none), wake))).toMatchObject([{ dueAt: NOW + 6 * HOUR }]);
  });

  it('leaves staff an hour at least', () => {
    const long = twice({ attempts: [anAttempt({ at: NOW - 9 * DAY }), anAttempt({ attempt: 2 })] });

    expect(casesOf(after(quiet(long), wake))).toMatchObject([{ dueAt: NOW + HOUR }]);
  });

  it('goes first in the weekly list where distress did not fall', () => {
    expect(casesOf(after(silent('low', { raisedPriority: true }), wake))).toMatchObject([
      { priority: 'high' },
    ]);
    expect(casesOf(after(silent('high', { raisedPriority: true }), wake))).toMatchObject([
      { priority: 'urgent' },
    ]);
  });
});

const details = { priority: 'routine', dueAt: NOW } as const;
const about = (channel: 'sms' | 'email') =>
  caseAbout(aFollowUp(), 'reply-to-read', 'SM1', { ...details, inbound: { id: 'SM1', channel } }).subject;

describe('a case about a follow-up', () => {
  it('names no owner where there is none, and is a task for office hours unless told otherwise', () => {
    const { owner: _nobody, ...ownerless } = aFollowUp();

    expect(caseAbout(ownerless, 'not-sent', 'd1', details)).toEqual({
      id: 'case#a-follow-up.not-sent.d1',
      kind: 'task',
      reason: 'not-sent',
      priority: 'routine',
      agencyId: 'riverbend',
      dueAt: NOW,
      subject: { followUpId: 'fu#a-follow-up', sessionId: 'S-1042', clientRef: 'C-77' },
      pageAtAnyHour: false,
    });
  });

  it('leads to the client’s words, and to whose number they came from', () => {
    expect(about('sms')).toMatchObject({ inboundId: 'SM1', contactId: 'a-contact' });
    expect(about('email')).toMatchObject({ inboundId: 'SM1' });
    expect(about('email')).not.toHaveProperty('contactId');
  });

  it('may page at any hour and say why', () => {
    const opened = caseAbout(aFollowUp(), 'held', 'd1', {
      ...details,
      pageAtAnyHour: true,
      because: ['death'],
    });

    expect(opened).toMatchObject({ pageAtAnyHour: true, because: ['death'] });
  });

  it.each([
    ['high', 8],
    ['moderate', 24],
    ['low', 72],
  ] as const)('about what stood in the way is due at %s tier in %d h', (tier, hours) => {
    expect(repairBy(aFollowUp({ tier }), NOW)).toBe(NOW + hours * HOUR);
  });

  it('about a caring contact is due in three days', () => {
    const caring = aFollowUp({ protocol: { name: 'caring-contacts', version: 1 } });

    expect(repairBy(caring, NOW)).toBe(NOW + 72 * HOUR);
  });

  it('goes first at high tier and where distress did not fall', () => {
    expect(queuePriority(aFollowUp({ tier: 'high' }))).toBe('high');
    expect(queuePriority(aFollowUp({ tier: 'low', raisedPriority: true }))).toBe('high');
    expect(queuePriority(aFollowUp({ tier: 'moderate' }))).toBe('routine');
  });

  it('about a reply is due by the end of the next staffed day', () => {
    expect(readBy({ now: NOON, programme: aProgramme() })).toBe(Date.parse('2026-11-25T22:00:00Z'));
  });
});
