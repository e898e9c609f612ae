import { describe, expect, it } from 'vitest';
import type { EndedCheckIn } from '#shared/domain/follow-up/check-in.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import type { ReplyReading } from '#shared/domain/replies/read-reply.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { after, anAskedCheckIn, anAttempt, casesOf } from './follow-up-steps.ts';

type Reply = Extract<FollowUpInput, { kind: 'reply' }>;

/** What was read in the client's words: all is well, unless told otherwise. */
const reading = (different: Partial<ReplyReading> = {}): ReplyReading => ({
  consent: 'none',
  safety: 'none',
  meaning: 'ok',
  about: 'other',
  queue: 'none',
  language: 'en',
  because: [],
  ...different,
});
const wrote = (read: Partial<ReplyReading> = {}, different: Partial<Reply> = {}): Reply => ({
  kind: 'reply',
  inboundId: 'SM1',
  at: NOW,
  channel: 'sms',
  reading: reading(read),
  ...different,
});
const words = { meaning: 'unclear', queue: 'routine' } as const;
const asked = (different: Partial<FollowUp> = {}) =>
  aFollowUp({ checkIns: [anAskedCheckIn()], ...different });
const missed = (different: Partial<EndedCheckIn> = {}): EndedCheckIn => ({
  id: 'd1',
  kind: 'check-in',
  state: 'missed',
  at: NOW - DAY,
  caseId: 'case#a-follow-up.missed-check-in.d1',
  ...different,
});
const over = (...ended: EndedCheckIn[]) =>
  aFollowUp({ status: 'completed', linkedUntil: NOW + DAY, checkIns: [], ended });
const answersOf = ({ outbox }: FollowUp) => outbox.map(({ template }) => template);
const FIVE_NEXT_DAY = Date.parse('2026-11-25T22:00:00Z');

describe('a client who answers', () => {
  it('has answered: the step says what and within which of the limits', () => {
    const step = after(asked(), wrote({}, { at: NOW - MINUTE }));

    expect(step.followUp.ended).toEqual([
      { id: 'd1', kind: 'check-in', state: 'answered', at: NOW - MINUTE, meaning: 'ok' },
    ]);
    expect(step.facts.slice(0, 2)).toEqual([
      {
        kind: 'text-received',
        by: 'client',
        at: NOW - MINUTE,
        detail: { inbound: 'SM1', consent: 'none', safety: 'none', meaning: 'ok', queue: 'none' },
      },
      {
        kind: 'check-in-answered',
        by: 'client',
        at: NOW,
        detail: { checkIn: 'd1', meaning: 'ok', withinHours: 24 },
      },
    ]);
    expect(step.effects).toEqual([]);
    expect(step.followUp.repliesSeen).toEqual(['SM1']);
  });

  it.each([
    [24, 24],
    [24.1, 48],
    [48, 48],
    [72, 72],
    [72.1, undefined],
  ])('%d h after closing did so within %s h', (hours, limit) => {
    const closedAt = NOW - hours * HOUR;
    const plan = asked();
    const { facts } = after({ ...plan, session: { ...plan.session, closedAt } }, wrote());

    expect(facts[1]?.detail?.['withinHours']).toBe(limit);
  });

  it('once is heard once', () => {
    const once = after(asked(), wrote()).followUp;

    expect(after(once, wrote()).facts).toEqual([]);
    expect(after(once, wrote({}, { inboundId: 'SM2' })).facts).toHaveLength(1);
  });

  it('is remembered for the last twenty texts', () => {
    const many = Array.from({ length: 20 }, (_, nth) => `SM${nth + 100}`);

    expect(after(asked({ repliesSeen: many }), wrote()).followUp.repliesSeen).toEqual([
      ...many.slice(1),
      'SM1',
    ]);
  });

  it('to a text that is still on its way out has answered it, too', () => {
    const sending = aFollowUp({ checkIns: [aScheduledCheckIn({ state: 'sending' })] });

    expect(after(sending, wrote()).followUp.ended).toMatchObject([{ state: 'answered' }]);
  });

  it('before anything was asked has answered nothing', () => {
    expect(after(aFollowUp(), wrote()).followUp.checkIns).toHaveLength(1);
    const caring = asked({ checkIns: [anAskedCheckIn({ kind: 'caring-contact' })] });
    expect(after(caring, wrote()).followUp.checkIns).toHaveLength(1);
    const later = asked({
      checkIns: [anAskedCheckIn({ attempts: [anAttempt({ at: NOW + 10 * MINUTE + 1 })] })],
    });
    expect(after(later, wrote()).followUp.checkIns).toHaveLength(1);
    const now = asked({ checkIns: [anAskedCheckIn({ attempts: [anAttempt({ at: NOW })] })] });
    expect(after(now, wrote()).followUp.checkIns).toEqual([]);
  });

  it('has answered what another server’s clock says was sent minutes later', () => {
    const ahead = asked({ checkIns: [anAskedCheckIn({ attempts: [anAttempt({ at: NOW + 10 * MINUTE })] })] });

    expect(after(ahead, wrote()).followUp.ended).toMatchObject([{ id: 'd1', state: 'answered' }]);
  });

  it('answers the newest question, or the one whose page they opened', () => {
    const two = asked({ checkIns: [anAskedCheckIn(), anAskedCheckIn({ id: 'd7' })] });
    const left = (reply: Reply) => after(two, reply).followUp.checkIns.map(({ id }) => id);

    expect(left(wrote())).toEqual(['d1']);
    expect(left(wrote({}, { channel: 'link', checkIn: 'd1' }))).toEqual(['d7']);
    expect(left(wrote({}, { channel: 'link', checkIn: 'd9' }))).toEqual(['d1', 'd7']);
  });

  it.each([
    ['ambiguous-opt-out', 'ambiguous-opt-out'],
    ['opt-in', 'opt-in'],
    ['help', 'unclear'],
  ] as const)('with words on consent (%s) is told as %s', (consent, meaning) => {
    expect(after(asked(), wrote({ ...words, consent })).followUp.ended).toMatchObject([{ meaning }]);
  });

  it('with a stop, or whose number is somebody else’s, has answered nothing', () => {
    expect(after(asked(), wrote({ consent: 'opt-out' })).followUp.ended).toMatchObject([
      { state: 'cancelled' },
    ]);
    expect(after(asked(), wrote({ meaning: 'wrong-number' })).followUp.ended).toMatchObject([
      { state: 'cancelled', why: 'wrong-number' },
    ]);
  });
});

describe('an answer after the deadline', () => {
  it('is added to the step, and the case hears of it', () => {
    const step = after(over(missed()), wrote({ meaning: 'so-so' }));

    expect(step.followUp.ended).toEqual([missed({ answeredLateAt: NOW })]);
    expect(step.facts).toMatchObject([
      {},
      {
        kind: 'check-in-answered-late',
        by: 'client',
        at: NOW,
        detail: { checkIn: 'd1', meaning: 'so-so', after: 'missed' },
      },
    ]);
    expect(step.effects).toEqual([
      {
        kind: 'tell-case',
        caseId: 'case#a-follow-up.missed-check-in.d1',
        note: { at: NOW, kind: 'client-answered', code: 'so-so' },
      },
    ]);
  });

  it('to a text that was thought undelivered is added, and no case is told', () => {
    const { caseId: _none, ...undelivered } = missed({ state: 'not-delivered' });
    const step = after(over(undelivered), wrote());

    expect(step.followUp.ended).toMatchObject([{ answeredLateAt: NOW }]);
    expect(step.effects).toEqual([]);
  });

  it('is added once, and for two weeks', () => {
    expect(after(over(missed({ answeredLateAt: NOW - HOUR })), wrote()).effects).toEqual([]);
    expect(after(over(missed({ at: NOW - 14 * DAY })), wrote()).effects).toEqual([]);
    expect(after(over(missed({ at: NOW - 14 * DAY + 1 })), wrote()).effects).toHaveLength(1);
  });

  it('belongs to the last step, or to the one whose page they opened', () => {
    const two = over(missed(), missed({ id: 'd7', caseId: 'case#d7' }));
    const told = (reply: Reply) =>
      after(two, reply).effects.flatMap((effect) => (effect.kind === 'tell-case' ? [effect.caseId] : []));

    expect(told(wrote())).toEqual(['case#d7']);
    expect(told(wrote({}, { checkIn: 'd1' }))).toEqual(['case#a-follow-up.missed-check-in.d1']);
    expect(after(two, wrote()).followUp.ended[0]).toEqual(missed());
  });

  it.each(['answered', 'cancelled', 'not-sent'] as const)('is none where the step was %s', (state) => {
    expect(after(over(missed({ state })), wrote()).facts).toHaveLength(1);
  });
});

const quietBefore = (different: Partial<EndedCheckIn> = {}) =>
  asked({ checkIns: [anAskedCheckIn({ id: 'd7' })], ended: [missed(different)] });

const heard = (followUp: FollowUp) => after(followUp, wrote()).followUp.casesToTell.length;

describe('a client who answers a later check-in', () => {
  it('is heard of in the case that their earlier silence opened', () => {
    const step = after(quietBefore(), wrote());

    expect(step.followUp.ended[0]).toEqual(missed({ heardAt: NOW }));
    expect(step.effects).toEqual([
      {
        kind: 'tell-case',
        caseId: 'case#a-follow-up.missed-check-in.d1',
        note: { at: NOW, kind: 'client-answered', code: 'ok' },
      },
    ]);
  });

  it('is heard of once, for two weeks, and only where silence opened a case', () => {
    expect(heard(quietBefore())).toBe(1);
    expect(heard(quietBefore({ heardAt: NOW - 1 }))).toBe(0);
    expect(heard(quietBefore({ answeredLateAt: NOW - 1 }))).toBe(0);
    expect(heard(quietBefore({ at: NOW - 14 * DAY }))).toBe(0);
    expect(heard(quietBefore({ at: NOW - 14 * DAY + 1 }))).toBe(1);
    expect(heard(quietBefore({ state: 'not-delivered' }))).toBe(0);
    const { caseId: _none, ...caseless } = missed();
    expect(heard({ ...quietBefore(), ended: [caseless] })).toBe(0);
  });
});

const caseFor = (read: Partial<ReplyReading>, reply: Partial<Reply> = {}, plan = aFollowUp(), now = NOW) =>
  casesOf(after(plan, wrote(read, reply), now));

const reasons = (read: Partial<ReplyReading>, plan?: FollowUp) =>
  caseFor(read, {}, plan).map(({ reason }) => reason);

describe('what a client writes is read by a person', () => {
  it('unless it is a bare doing-ok', () => {
    expect(caseFor({})).toEqual([]);
    expect(caseFor(words)).toMatchObject([
      {
        id: 'case#a-follow-up.reply-to-read.SM1',
        kind: 'task',
        reason: 'reply-to-read',
        priority: 'routine',
        dueAt: FIVE_NEXT_DAY,
        because: [],
        subject: { inboundId: 'SM1', contactId: 'a-contact' },
      },
    ]);
  });

  it('first at high tier', () => {
    expect(caseFor(words, {}, aFollowUp({ tier: 'high' }))).toMatchObject([{ priority: 'high' }]);
  });

  it('within half a day when there is distress in it', () => {
    expect(caseFor({ ...words, safety: 'distress', because: ['distress:tears'] })).toMatchObject([
      { reason: 'distress-words', priority: 'high', dueAt: NOW + 12 * HOUR, because: ['distress:tears'] },
    ]);
  });

  it('by the end of the next staffed day where that is sooner', () => {
    const mornings = aProgramme({ staffedHours: [{ from: '06:00', to: '09:00' }] });
    const late = Date.parse('2026-11-25T04:00:00Z');

    expect(
      casesOf(after(aFollowUp(), wrote({ ...words, safety: 'distress' }), late, mornings)),
    ).toMatchObject([{ dueAt: Date.parse('2026-11-25T14:00:00Z') }]);
  });

  it('as a call where they ask for one, by when the answer promises it', () => {
    const call = caseFor({ ...words, meaning: 'call-me' });

    expect(call).toMatchObject([{ reason: 'asked-for-call', priority: 'high' }]);
    expect(call[0]?.dueAt).toBeGreaterThanOrEqual(NOW + HOUR / 2);
    expect(call[0]?.dueAt).toBeLessThanOrEqual(FIVE_NEXT_DAY);
  });

  it('half an hour after the request where the office is about to close', () => {
    const lateInTheDay = Date.parse('2026-11-24T21:50:00Z');
    const [call] = caseFor({ ...words, meaning: 'call-me' }, { at: lateInTheDay }, aFollowUp(), lateInTheDay);

    expect(call?.dueAt).toBeGreaterThanOrEqual(lateInTheDay + HOUR / 2);
  });

  it('as something that the computer could not read', () => {
    expect(caseFor({ ...words, because: ['reader:failed'] })).toMatchObject([{ reason: 'reading-failed' }]);
  });

  it('in the case that was opened for it already', () => {
    expect(caseFor({ ...words, safety: 'urgent' })).toEqual([]);
    expect(caseFor(words, { caseOpened: 'case#in.SM1' })).toEqual([]);
  });

  it('in the one case of a stop, unless there is distress in it', () => {
    const stop = { ...words, consent: 'opt-out', because: ['consent:asks-to-stop'] } as const;

    expect(reasons(stop)).toEqual(['opted-out']);
    expect(reasons({ ...stop, safety: 'distress' })).toEqual(['opted-out', 'distress-words']);
    // At low tier the stop itself opens nothing, so its words have their own.
    expect(reasons(stop, aFollowUp({ tier: 'low' }))).toEqual(['reply-to-read']);
    expect(reasons({ ...stop, because: ['consent:keyword'] }, aFollowUp({ tier: 'low' }))).toEqual([]);
  });
});

const answered = (read: Partial<ReplyReading>, reply: Partial<Reply> = {}, plan = aFollowUp(), now = NOW) =>
  after(plan, wrote(read, reply), now).followUp;

describe('the machine’s one short answer', () => {
  it('goes out at once, urgently, and for a quarter of an hour', () => {
    const step = after(aFollowUp(), wrote(words, { at: NOW - MINUTE }));

    expect(step.followUp.outbox).toEqual([
      {
        id: 'fu#a-follow-up~re-SM1~1~sms',
        state: 'queued',
        channel: 'sms',
        contactId: 'a-contact',
        template: 'other-words',
        lane: 'urgent',
        answer: 'acknowledgement',
        attempt: 1,
        notAfter: NOW + 14 * MINUTE,
        lookAt: NOW + MINUTE,
        tries: 1,
      },
    ]);
    expect(step.effects).toContainEqual({
      kind: 'send',
      messageId: 'fu#a-follow-up~re-SM1~1~sms',
      lane: 'urgent',
    });
  });

  it.each([
    ['so-so', { ...words, meaning: 'so-so' }],
    ['call-me', { ...words, meaning: 'call-me' }],
    ['other-words', words],
  ] as const)('is %s', (template, read) => {
    expect(answersOf(answered(read))).toEqual([template]);
  });

  it('is none to words on consent that ask for something else', () => {
    expect(answersOf(answered({ ...words, consent: 'help' }))).toEqual([]);
    expect(answersOf(answered({}))).toEqual([]);
  });

  it('says nothing where others may read', () => {
    const discreet = aFollowUp({ reach: { sms: { contactId: 'a-contact', discreet: true } } });

    expect(answersOf(answered(words, {}, discreet))).toEqual(['discreet-ack']);
    expect(answersOf(answered({ consent: 'opt-out' }, {}, discreet))).toEqual(['stop-discreet']);
  });

  it('is not sent late, nor to a page, nor to a number that is closed', () => {
    expect(answersOf(answered(words, { at: NOW - 15 * MINUTE }))).toHaveLength(1);
    expect(answersOf(answered(words, { at: NOW - 15 * MINUTE - 1 }))).toEqual([]);
    const mail = aFollowUp({ reach: { email: { contactId: 'a-mailbox', discreet: false } } });
    expect(answersOf(answered(words, { channel: 'link' }, mail))).toEqual([]);
    expect(answersOf(answered(words, { channel: 'email' }, mail))).toEqual([]);
    expect(answersOf(answered(words, {}, mail))).toEqual([]);
    const closed = aFollowUp({
      reach: { sms: { contactId: 'a-contact', discreet: false, stopped: 'opted-out' } },
    });
    expect(answersOf(answered(words, {}, closed))).toEqual([]);
  });

  it('confirms a stop within five minutes, also though the number is closed by it', () => {
    const { outbox } = answered({ consent: 'opt-out' }, { at: NOW - MINUTE });

    expect(outbox).toMatchObject([
      { template: 'stop', answer: 'stop-confirmation', notAfter: NOW + 4 * MINUTE },
    ]);
  });

  it('leaves the confirmation to the carrier where it gave one', () => {
    const self = aProgramme({ optOut: 'self' });
    const stop = wrote({ consent: 'opt-out' }, { carrierAnswered: true });

    expect(answersOf(after(aFollowUp(), stop).followUp)).toEqual([]);
    expect(answersOf(after(aFollowUp(), stop, NOW, self).followUp)).toEqual(['stop']);
    expect(answersOf(answered({ consent: 'opt-out' }))).toEqual(['stop']);
  });
});

describe('words on consent', () => {
  const reach = {
    sms: { contactId: 'a-contact', discreet: false },
    email: { contactId: 'a-mailbox', discreet: false },
  };

  it('on a page are about the e-mails', () => {
    const stop = wrote({ consent: 'opt-out' }, { channel: 'link' });

    expect(after(aFollowUp({ reach }), stop).followUp.reach).toMatchObject({
      sms: reach.sms,
      email: { stopped: 'opted-out' },
    });
  });

  it('are on the record as the client’s own', () => {
    expect(after(aFollowUp(), wrote({ consent: 'opt-out' })).facts).toContainEqual(
      expect.objectContaining({ kind: 'consent-revoked', by: 'client', why: 'opt-out-words' }),
    );
  });

  it('bring texts back by text, and not from a page', () => {
    const stopped = aFollowUp({ reach: { sms: { ...reach.sms, stopped: 'opted-out' } } });
    expect(after(stopped, wrote({ consent: 'opt-in' })).followUp.reach.sms).not.toHaveProperty('stopped');
    const mail = aFollowUp({ reach: { email: { ...reach.email, stopped: 'opted-out' } } });
    expect(after(mail, wrote({ consent: 'opt-in' }, { channel: 'link' })).followUp.reach).toEqual(mail.reach);
  });
});

describe('whoever has the number now', () => {
  const stranger = wrote({ meaning: 'wrong-number', queue: 'routine' }, { at: NOW - MINUTE });

  it('hears nothing more, and the client’s name is forgotten', () => {
    const step = after(asked(), stranger);

    expect(step.followUp).not.toHaveProperty('name');
    expect(step.followUp.reach.sms).toMatchObject({ stopped: 'wrong-number' });
    expect(step.effects).toContainEqual({
      kind: 'suppress-contact',
      contactId: 'a-contact',
      reason: 'wrong-number',
      at: NOW - MINUTE,
    });
    expect(step.followUp.outbox).toEqual([]);
    expect(step.facts).toContainEqual(
      expect.objectContaining({ kind: 'check-in-cancelled', by: 'machine', why: 'wrong-number' }),
    );
  });

  it('is a case for staff: find out how to reach the client', () => {
    expect(casesOf(after(asked(), stranger))).toMatchObject([
      {
        id: 'case#a-follow-up.wrong-number.SM1',
        reason: 'wrong-number',
        priority: 'routine',
        dueAt: NOW + DAY,
        subject: { inboundId: 'SM1', contactId: 'a-contact' },
      },
    ]);
  });
});
