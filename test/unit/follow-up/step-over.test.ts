import { describe, expect, it } from 'vitest';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import type { Message } from '#shared/domain/sending/message.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aText, afterInputs } from './after-inputs.ts';

const messageId = 'fu#a-follow-up~d1~1~sms';
const aMessage = (different: Partial<Message> = {}): Message => ({
  id: messageId,
  state: 'claimed',
  channel: 'sms',
  contactId: 'a-contact',
  template: 'check',
  lane: 'routine',
  checkIn: 'd1',
  attempt: 1,
  notAfter: NOW + 4 * HOUR,
  lookAt: NOW + 2 * MINUTE,
  claimedAt: NOW,
  tries: 1,
  ...different,
});
const onItsWay = (message: Partial<Message> = {}): FollowUp =>
  aFollowUp({ checkIns: [aScheduledCheckIn({ state: 'sending' })], outbox: [aMessage(message)] });
const unknown = { state: 'unknown', asked: 0 } as const;
const result = (result: Extract<FollowUpInput, { kind: 'hand-over-result' }>['result']): FollowUpInput => ({
  kind: 'hand-over-result',
  messageId,
  result,
});
const denied: FollowUpInput = { kind: 'carrier-answer', messageId, answer: { kind: 'none' } };
const superseded: FollowUpInput = { kind: 'superseded', by: 'fu#newer', at: NOW };

describe('a text that was not handed over, and whose step is over meanwhile', () => {
  it.each([
    ['throttled', result({ kind: 'throttled', retryAfterSeconds: 30 })],
    ['refused at the door', result({ kind: 'refused', code: '20429' })],
  ])('does not go again when it was %s', (_how, told) => {
    const { followUp, effects } = afterInputs(onItsWay(), [superseded, told]);
    expect(followUp.outbox).toEqual([]);
    expect(effects.filter(({ kind }) => kind === 'send')).toEqual([]);
  });

  it('does not go again when the carrier denies it twice', () => {
    const first = afterInputs(onItsWay(unknown), [aText('1'), denied], NOW + HOUR).followUp;
    expect(afterInputs(first, [denied], NOW + 2 * HOUR).followUp.outbox).toEqual([]);
  });
});

it('a text that waited while somebody judged the client’s words does not go to a channel that stays stopped', () => {
  const lifted: FollowUpInput = { kind: 'hold-lifted', at: NOW + MINUTE, by: 'agency' };
  const claim: FollowUpInput = { kind: 'claim', messageId };
  const queued = aMessage({ state: 'queued', lookAt: NOW + 5 * MINUTE });
  const step = aScheduledCheckIn({ kind: 'caring-contact', state: 'sending' });
  const waiting = aFollowUp({ checkIns: [step], outbox: [queued] });
  const { followUp, effects } = afterInputs(waiting, [aText('end it'), lifted, claim], NOW + MINUTE);

  expect(effects.filter(({ kind }) => kind === 'hand-over')).toEqual([]);
  expect(followUp.checkIns).toMatchObject([{ state: 'scheduled' }]);
});

describe('a text whose outcome nobody knows', () => {
  it('is denied twice only by two questions minutes apart, also when both come late', () => {
    const twice = afterInputs(onItsWay(unknown), [denied, denied], NOW + HOUR).followUp;
    expect(twice.outbox).toMatchObject([{ state: 'unknown', lookAt: NOW + HOUR + 9 * MINUTE }]);
    expect(afterInputs(twice, [denied], NOW + HOUR + 9 * MINUTE).followUp.outbox).toMatchObject([
      { state: 'queued' },
    ]);
  });

  it('is a call for staff by the check-in’s deadline when the carrier cannot be asked', () => {
    const { silentBy } = aScheduledCheckIn();
    const wake = [{ kind: 'wake' }] as const;
    const before = afterInputs(onItsWay(unknown), wake, silentBy - 1).followUp;
    const { followUp, effects } = afterInputs(onItsWay(unknown), wake, silentBy);
    expect(before.checkIns).toMatchObject([{ state: 'sending' }]);
    expect(followUp.ended).toMatchObject([{ id: 'd1', state: 'not-sent', why: 'outcome-unknown' }]);
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'raise-case' }));
  });

  it('is not asked about for ever when it was only an answer', () => {
    const answer = aMessage({ ...unknown, id: 'fu#a-follow-up~re-IN~1~sms', answer: 'acknowledgement' });
    const { checkIn: _none, ...message } = answer;
    const told = afterInputs(aFollowUp({ outbox: [message] }), [{ kind: 'wake' }], NOW + DAY);
    expect(told.followUp.outbox.map(({ id }) => id)).not.toContain(message.id);
  });
});

const declined = (different: Partial<FollowUp> = {}) =>
  aFollowUp({ status: 'declined', declined: 'opted-out-before', reach: {}, checkIns: [], ...different });

describe('a declined record', () => {
  it('still brings a client’s words to a person', () => {
    const { effects } = afterInputs(declined(), [aText('nobody ever calls back')]);
    expect(effects).toMatchObject([{ kind: 'raise-case', newCase: { reason: 'reply-to-read' } }]);
  });

  it('does not ask the carrier for ever what became of an earlier plan’s text', () => {
    const found: FollowUpInput = {
      kind: 'carrier-answer',
      messageId,
      answer: { kind: 'found', providerId: 'SM1', status: 'delivered' },
    };
    const told = afterInputs(declined({ outbox: [aMessage(unknown)] }), [found], NOW + HOUR);
    expect(told.followUp.outbox).toEqual([]);
  });
});
