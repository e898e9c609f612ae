import { describe, expect, it } from 'vitest';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { readReply } from '#shared/domain/replies/read-reply.ts';
import { DAY, HOUR } from '#shared/domain/record.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { after, anAskedCheckIn, casesOf } from './follow-up-steps.ts';

type Reply = Extract<FollowUpInput, { kind: 'reply' }>;
const wrote = (words: string, different: Partial<Reply> = {}): Reply => ({
  kind: 'reply',
  inboundId: 'IN-1',
  at: NOW,
  channel: 'sms',
  carrierAnswered: true,
  reading: readReply(words, { asked: 'check-in' }),
  ...different,
});
/** Nothing of the plan itself is due before tomorrow. */
const quiet = (different: Partial<FollowUp> = {}) =>
  aFollowUp({ checkIns: [aScheduledCheckIn({ sendAt: NOW + DAY, tooLateAt: NOW + 2 * DAY })], ...different });

describe('a client who asks for a call', () => {
  it('is called by an hour before people go home, or within half an hour where that is near', () => {
    expect(casesOf(after(quiet(), wrote('please call me')))).toMatchObject([
      { reason: 'asked-for-call', priority: 'high', dueAt: Date.parse('2026-11-24T21:00:00Z') },
    ]);
    const four = Date.parse('2026-11-24T21:00:00Z');
    expect(casesOf(after(quiet(), wrote('please call me', { at: four }), four))).toMatchObject([
      { dueAt: four + HOUR / 2 },
    ]);
  });

  it('is told so in a text that may go outside the hours', () => {
    const { followUp, effects } = after(quiet(), wrote('please call me'));

    expect(followUp.outbox).toMatchObject([
      { template: 'call-me', answer: 'acknowledgement', lane: 'urgent' },
    ]);
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'send', lane: 'urgent' }));
  });
});

describe('words that came by e-mail', () => {
  it.each(['please call me', 'it is a long story', 'stop'])('are answered by people alone: %s', (words) => {
    const both = quiet({ reach: { ...quiet().reach, email: { contactId: 'a-mailbox', discreet: false } } });

    expect(after(both, wrote(words, { channel: 'email' })).followUp.outbox).toEqual([]);
  });

  it('by a page that say START turn on no texts', () => {
    const stopped = quiet({
      reach: {
        sms: { contactId: 'a-contact', discreet: false, stopped: 'opted-out', stoppedAt: NOW - HOUR },
        email: { contactId: 'a-mailbox', discreet: false, stopped: 'opted-out', stoppedAt: NOW - HOUR },
      },
    });
    const { followUp } = after(stopped, wrote('start', { channel: 'link' }));

    expect(followUp.reach).toEqual(stopped.reach);
  });
});

describe('an answer to a check-in that a page named', () => {
  const missed = (id: string, caseId: string) =>
    ({ id, kind: 'check-in', state: 'missed', at: NOW - DAY, caseId }) as const;

  it('is told to the case of that one, not of another', () => {
    const two = quiet({ ended: [missed('d1', 'case#1'), missed('d7', 'case#7')] });
    const named = wrote('1', { channel: 'link', checkIn: 'd7' });

    expect(after(two, named).followUp.casesToTell).toMatchObject([{ caseId: 'case#7' }]);
  });

  it('changes nothing of steps that were never silent', () => {
    const answered = { id: 'd0', kind: 'check-in', state: 'answered', at: NOW - DAY } as const;
    const { followUp } = after(aFollowUp({ checkIns: [anAskedCheckIn()], ended: [answered] }), wrote('1'));

    expect(followUp.ended[0]).toBe(answered);
  });
});

it('a stranger who writes to a plan that has no contact any more leaves it without one', () => {
  const { followUp } = after(quiet({ reach: {} }), wrote('wrong number'));

  expect(followUp.reach).toEqual({});
  expect(followUp.casesToRaise).toMatchObject([{ newCase: { reason: 'wrong-number' } }]);
});

it('words from a telephone that the plan no longer has are read by people alone', () => {
  const { followUp } = after(
    quiet({ reach: {} }),
    wrote('it is a long story', { contactId: 'a-former-one' }),
  );

  expect(followUp.outbox).toEqual([]);
  expect(followUp.casesToRaise).toMatchObject([{ newCase: { reason: 'reply-to-read' } }]);
});

it('words that may be a stop have two tasks: one to judge the stop, one to read them', () => {
  expect(casesOf(after(quiet(), wrote('ok im good now. stop')))).toMatchObject([
    { reason: 'opted-out', because: ['opt-out-ambiguous'] },
    { reason: 'reply-to-read', subject: { inboundId: 'IN-1' } },
  ]);
});

it('a client who stops the texts again, in other words, has those words read too', () => {
  const stopped = quiet({
    status: 'completed',
    checkIns: [],
    reach: { sms: { contactId: 'a-contact', discreet: false, stopped: 'opted-out', stoppedAt: NOW } },
  });

  expect(casesOf(after(stopped, wrote('stop texting me, i moved to my sister')))).toMatchObject([
    { reason: 'reply-to-read', subject: { inboundId: 'IN-1' } },
  ]);
});
