import { describe, expect, it } from 'vitest';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { begin, endCheckIn } from '#shared/domain/follow-up/turn.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import type { CarrierStatus } from '#shared/domain/sending/statuses.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { after, anAskedCheckIn, anAttempt, aText, SECOND_TEXT, TEXT } from './follow-up-steps.ts';

const OTHER = 'fu#a-follow-up~d7~1~sms';
const anOther = (different = {}) => aText({ id: OTHER, checkIn: 'd7', ...different });
const anAnswer = (different = {}) => {
  const { checkIn: _none, ...answer } = aText({
    id: 'fu#a-follow-up~re-IN~1~sms',
    answer: 'acknowledgement',
    ...different,
  });
  return answer;
};
const receipt = (status: CarrierStatus, messageId = TEXT): FollowUpInput => ({
  kind: 'receipt',
  messageId,
  status,
  at: NOW,
});
const result = (
  messageId: string,
  result: Extract<FollowUpInput, { kind: 'hand-over-result' }>['result'],
): FollowUpInput => ({ kind: 'hand-over-result', messageId, result });

describe('where two texts are on their way', () => {
  it('a receipt says something of its own text alone', () => {
    const both = aFollowUp({ checkIns: [anAskedCheckIn()], outbox: [aText(), anOther()] });

    expect(after(both, receipt('sent')).followUp.outbox).toEqual([{ ...aText(), status: 'sent' }, anOther()]);
    expect(after(both, receipt('delivered')).followUp.outbox).toEqual([anOther()]);
  });

  it('the first of two attempts that is delivered says nothing of the second', () => {
    const second = anAttempt({ attempt: 2, messageId: SECOND_TEXT });
    const asked = anAskedCheckIn({ attempt: 2, attempts: [anAttempt(), second] });
    const { followUp } = after(aFollowUp({ checkIns: [asked], outbox: [aText()] }), receipt('delivered'));

    expect(followUp.checkIns[0]?.attempts).toEqual([anAttempt({ reached: 'delivered' }), second]);
  });

  it('a text of a step that is over is taken back while it waits, others are not', () => {
    const waiting = [
      aText({ state: 'queued' }),
      anOther({ state: 'queued' }),
      aText({ id: SECOND_TEXT, state: 'handed-over' }),
    ];
    const steps = [anAskedCheckIn(), aScheduledCheckIn({ id: 'd7', sendAt: NOW + 7 * DAY })];
    const spoke: FollowUpInput = {
      kind: 'human-contact',
      outcome: 'reached',
      channel: 'voice',
      at: NOW,
      by: 'agency',
    };
    const { followUp } = after(aFollowUp({ checkIns: steps, outbox: waiting }), spoke);

    expect(followUp.outbox.map(({ id }) => id)).toEqual([OTHER, SECOND_TEXT]);
  });
});

describe('a receipt for a text of which nobody knew whether it was handed over', () => {
  const claimed = aFollowUp({
    checkIns: [aScheduledCheckIn({ state: 'sending' })],
    outbox: [aText({ state: 'unknown', claimedAt: NOW - MINUTE })],
  });

  it('says that it was, and how far it is', () => {
    expect(after(claimed, receipt('sent')).followUp).toMatchObject({
      checkIns: [{ state: 'awaiting-answer' }],
      outbox: [{ state: 'handed-over', status: 'sent', handedOverAt: NOW - MINUTE, providerId: '' }],
    });
  });

  it('that failed plans another attempt: the same text never goes twice', () => {
    const sending = aFollowUp({
      checkIns: [aScheduledCheckIn({ state: 'sending' })],
      outbox: [aText({ state: 'claimed', claimedAt: NOW })],
    });
    const { followUp, effects } = after(sending, receipt('undelivered'));

    expect(followUp.checkIns).toMatchObject([{ state: 'scheduled', attempt: 2 }]);
    expect(followUp.outbox).toEqual([]);
    expect(effects).toEqual([]);
  });

  it.each(['undelivered', 'failed'] as const)(
    'says that it was %s, and another text is planned',
    (status) => {
      const { followUp, facts } = after(claimed, receipt(status));

      expect(followUp.checkIns).toMatchObject([
        { state: 'scheduled', attempt: 2, attempts: [{ reached: 'failed' }] },
      ]);
      expect(facts).toContainEqual(
        expect.objectContaining({
          kind: 'message-refused',
          why: 'transient',
          detail: { message: TEXT, code: '30008' },
        }),
      );
    },
  );
});

describe('a text whose outcome nobody knows', () => {
  const unknown = { state: 'unknown', claimedAt: NOW - MINUTE, asked: 0, lookAt: NOW } as const;

  it('is found at the carrier also by an answer that comes sooner than it was asked for', () => {
    const found: FollowUpInput = {
      kind: 'carrier-answer',
      messageId: TEXT,
      answer: { kind: 'found', providerId: 'SM1', status: 'sent' },
    };
    const sending = aScheduledCheckIn({ state: 'sending' });
    const { followUp } = after(aFollowUp({ checkIns: [sending], outbox: [aText(unknown)] }), found);

    expect(followUp.outbox).toMatchObject([{ state: 'handed-over', providerId: 'SM1', status: 'sent' }]);
  });

  it('is settled by what its sender says late', () => {
    const sending = aFollowUp({
      checkIns: [aScheduledCheckIn({ state: 'sending' })],
      outbox: [aText(unknown)],
    });
    const accepted = { kind: 'accepted', providerId: 'SM1', status: 'queued' } as const;

    expect(after(sending, result(TEXT, accepted)).followUp).toMatchObject({
      checkIns: [{ state: 'awaiting-answer' }],
      outbox: [{ state: 'handed-over', providerId: 'SM1', status: 'queued' }],
    });
  });

  it('is not put on its way again where it is denied twice and its step is over', () => {
    const denied = aText({ ...unknown, asked: 1, askedAt: NOW - HOUR, claimedAt: NOW - 2 * HOUR });
    const { followUp, effects } = after(aFollowUp({ checkIns: [], outbox: [denied] }), {
      kind: 'carrier-answer',
      messageId: TEXT,
      answer: { kind: 'none' },
    });

    expect(followUp.outbox).toEqual([]);
    expect(effects).toEqual([]);
  });

  it('is asked about for a day where it was only an answer', () => {
    const answer = anAnswer({ ...unknown, claimedAt: NOW - DAY + 1 });
    const plan = aFollowUp({ checkIns: [], outbox: [answer], status: 'completed' });
    const { followUp, effects } = after(plan, { kind: 'wake' });

    expect(effects).toEqual([{ kind: 'ask-carrier', messageId: answer.id }]);
    expect(followUp.outbox).toMatchObject([{ lookAt: NOW + 5 * MINUTE }]);
    const day = after({ ...plan, outbox: [{ ...answer, claimedAt: NOW - DAY }] }, { kind: 'wake' });
    expect(day.effects).toMatchObject([{ kind: 'raise-case', newCase: { reason: 'outcome-unknown' } }]);
  });
});

describe('a text whose step is not waiting for it', () => {
  const claimed = aText({ state: 'claimed', claimedAt: NOW });
  const accepted = { kind: 'accepted', providerId: 'SM1', status: 'queued' } as const;

  it('leaves the next attempt as planned when it was handed over after all', () => {
    const planned = aScheduledCheckIn({ sendAt: NOW + HOUR, attempt: 2 });
    const { followUp } = after(aFollowUp({ checkIns: [planned], outbox: [claimed] }), result(TEXT, accepted));

    expect(followUp.checkIns).toEqual([planned]);
    expect(followUp.outbox).toMatchObject([{ state: 'handed-over' }]);
  });

  it('is not sent where its contact was stopped, and nobody waits for its answer though the stop was taken back', () => {
    const back = { sms: { contactId: 'a-contact', discreet: false, startedAt: NOW } };
    const plan = aFollowUp({
      reach: back,
      checkIns: [aScheduledCheckIn({ state: 'sending' })],
      outbox: [claimed],
    });
    const { followUp } = after(
      plan,
      result(TEXT, { kind: 'not-allowed', reason: 'suppressed', suppressedAs: 'opt-out-words' }),
    );

    expect(followUp.ended).toMatchObject([{ id: 'd1', state: 'not-sent', why: 'opt-out-words' }]);
    expect(followUp.reach).toEqual(back);
  });
});

describe('a text that the carrier had no time for', () => {
  const throttled = (messageId: string) => result(messageId, { kind: 'throttled', retryAfterSeconds: 30 });

  it('waits again where it answers the client’s own words', () => {
    const answer = anAnswer({ state: 'claimed', claimedAt: NOW });
    const { followUp, effects } = after(aFollowUp({ outbox: [answer] }), throttled(answer.id));

    expect(followUp.outbox).toMatchObject([{ state: 'queued' }]);
    expect(effects).toMatchObject([{ kind: 'send', messageId: answer.id }]);
  });

  it('does not go any more where its check-in has a newer attempt on its way', () => {
    const sending = aScheduledCheckIn({ state: 'sending', attempt: 2 });
    const plan = aFollowUp({
      checkIns: [sending],
      outbox: [aText({ state: 'claimed', claimedAt: NOW }), aText({ id: SECOND_TEXT, attempt: 2 })],
    });

    expect(after(plan, throttled(TEXT)).followUp.outbox.map(({ id }) => id)).toEqual([SECOND_TEXT]);
  });
});

describe('the record', () => {
  const wake = { kind: 'wake' } as const;

  it('has no empty places: what is not known is not named', () => {
    const { facts } = after(aFollowUp({ checkIns: [anAskedCheckIn({ silentBy: NOW })] }), wake);
    const { facts: changed } = after(aFollowUp(), { kind: 'contact-changed', reach: {}, at: NOW });

    expect(facts[0]).toStrictEqual({
      kind: 'check-in-missed',
      at: NOW,
      by: 'machine',
      detail: { checkIn: 'd1', attempts: 1, reached: false },
    });
    expect(changed[0]).not.toHaveProperty('why');
  });

  it('never gives a check-in a second outcome, and the refusal names the move', () => {
    const missed = begin(aFollowUp({ checkIns: [aScheduledCheckIn({ state: 'missed' })] }), {
      now: NOW,
      programme: aProgramme(),
    });

    expect(() => endCheckIn(missed, 'd1', 'missed')).toThrow(
      expect.objectContaining({
        name: 'IllegalMove',
        message: 'a check-in may not go from missed to missed',
        from: 'missed',
        to: 'missed',
      }),
    );
    expect(endCheckIn(missed, 'd9', 'missed')).toBe(missed);
  });

  it('says of a check-in whose hour has passed that it was too late', () => {
    const { followUp } = after(
      aFollowUp({ checkIns: [aScheduledCheckIn({ sendAt: NOW - 5 * HOUR, tooLateAt: NOW - HOUR })] }),
      wake,
    );

    expect(followUp.ended).toMatchObject([{ state: 'not-sent', why: 'too-late' }]);
  });
});
