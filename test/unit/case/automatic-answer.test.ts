import { describe, expect, it } from 'vitest';
import { caseDueAt } from '#shared/domain/case/advance-case.ts';
import type { Case, CaseAnswer, CaseInput, NewCase } from '#shared/domain/case/case.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import type { HandOverResult } from '#shared/domain/sending/message.ts';
import type { CarrierStatus } from '#shared/domain/sending/statuses.ts';
import { asksAgainIn } from '#shared/domain/sending/held-back.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { aCase, acknowledged, after, afterAll, pageResult, TEN, wake } from './case-steps.ts';

const words = (answer: Partial<CaseAnswer> = {}, different: Partial<NewCase> = {}): Case =>
  aCase({
    id: 'case#in.SM1',
    reason: 'urgent-words',
    pageAtAnyHour: true,
    answer: { contactId: 'a-contact', language: 'en', discreet: false, ...answer },
    ...different,
  });
const ID = 'case#in.SM1~answer~1~sms';
const LATER_ID = 'case#in.SM1~unacknowledged~1~sms';

/** Robin was paged at ten, so the client hears that a person was told. */
const paged = (value = words()): Case =>
  afterAll(value, [
    [TEN, wake],
    [TEN, pageResult(0, true)],
  ]);
const claimed = (value = paged()): Case => after(value, { kind: 'claim', messageId: ID }, TEN).value;
const resultOf = (result: HandOverResult, messageId = ID): CaseInput => ({
  kind: 'hand-over-result',
  messageId,
  result,
});
const accepted = resultOf({ kind: 'accepted', providerId: 'SM9', status: 'queued' });
const handedOver = (): Case => after(claimed(), accepted, TEN).value;
const receipt = (status: CarrierStatus, code?: string): CaseInput => ({
  kind: 'receipt',
  messageId: ID,
  status,
  at: TEN,
  ...(code && { code }),
});
/** Nobody acknowledged: the last look before the alarm. */
const aboutToAlarm = (value: Case): Case =>
  afterAll(value, [
    [TEN, wake],
    [TEN, pageResult(0, true)],
    [TEN + 15 * MINUTE, wake],
    [TEN + 15 * MINUTE, pageResult(1, true)],
  ]);
const templates = ({ outbox }: Case) => outbox.map(({ template }) => template);

describe('a client who wrote words of danger', () => {
  it('is answered once a person was told, at any hour, urgently, within half an hour of the words', () => {
    const step = after(after(words(), wake, TEN).value, pageResult(0, true), TEN + 1000);

    expect(step.effects).toEqual([{ kind: 'send', messageId: ID, lane: 'urgent' }]);
    expect(step.value.outbox).toEqual([
      {
        id: ID,
        state: 'queued',
        channel: 'sms',
        contactId: 'a-contact',
        template: 'urgent',
        lane: 'urgent',
        answer: 'safety',
        attempt: 1,
        notAfter: TEN + 30 * MINUTE,
        lookAt: TEN + 1000 + MINUTE,
        tries: 1,
      },
    ]);
    expect(step.value.answersGiven).toEqual(['answer']);
  });

  it('is not told that a person knows while the alert does not go out', () => {
    expect(after(after(words(), wake, TEN).value, pageResult(0, false), TEN).value.outbox).toEqual([]);
    expect(after(words(), wake, TEN).value.outbox).toEqual([]);
  });

  it('hears it once, also when the next person is told', () => {
    const second = afterAll({ ...paged(), outbox: [] }, [
      [TEN + 15 * MINUTE, wake],
      [TEN + 15 * MINUTE, pageResult(1, true)],
    ]);

    expect(second.outbox).toEqual([]);
    expect(second.answersGiven).toEqual(['answer']);
  });

  it.each([
    ['urgent', {}],
    ['urgent-911', { about: 'medical' }],
    ['urgent-911', { about: 'violence' }],
    ['urgent-911-overdose', { about: 'overdose' }],
    ['discreet-ack', { discreet: true, about: 'overdose' }],
  ] as const)('reads the text %s when it was about %o', (template, answer) => {
    expect(templates(paged(words(answer)))).toEqual([template]);
  });

  it.each([
    ['nobody', {}],
    ['nobody-911', { about: 'medical' }],
    ['nobody-911', { about: 'violence' }],
    ['nobody-911-overdose', { about: 'overdose' }],
    ['discreet-ack', { discreet: true }],
  ] as const)('and nobody could be told reads the text %s when it was about %o', (template, answer) => {
    const nobody = aProgramme({ ladder: [] });
    const { value, effects } = after(words(answer), wake, TEN, nobody);

    expect(templates(value)).toEqual([template]);
    expect(effects).toMatchObject([{ kind: 'page-operators' }, { kind: 'send', messageId: LATER_ID }]);
  });

  it('and whom nobody acknowledged hears that too, once, within half an hour of the alarm', () => {
    const alarmed = after(aboutToAlarm(words()), wake, TEN + 30 * MINUTE);

    expect(alarmed.value.outbox.at(-1)).toMatchObject({
      id: LATER_ID,
      template: 'unacknowledged',
      answer: 'safety',
      notAfter: TEN + 60 * MINUTE,
    });
    expect(alarmed.value.answersGiven).toEqual(['answer', 'unacknowledged']);
    const again = after({ ...alarmed.value, outbox: [] }, wake, TEN + 31 * MINUTE);
    expect(again.effects).toMatchObject([{ kind: 'page-operators' }]);
    expect(again.value).toMatchObject({ outbox: [], answersGiven: ['answer', 'unacknowledged'] });
  });

  it('and silence that nobody acknowledged is answered with nothing', () => {
    expect(after(aboutToAlarm(aCase()), wake, TEN + 30 * MINUTE).value.outbox).toEqual([]);
  });
});

const stranger = () =>
  aCase({
    id: 'case#in.SM1',
    kind: 'task',
    reason: 'unknown-sender',
    answer: { contactId: 'a-contact', language: 'en', discreet: false, atOnce: 'safe-answer' },
  });

describe('a number that nobody knows', () => {
  it('is answered when the case opens, and never again', () => {
    const opened = after(stranger(), { kind: 'open', newCase: stranger() }, TEN);

    expect(opened.effects).toEqual([{ kind: 'send', messageId: ID, lane: 'urgent' }]);
    expect(opened.value.outbox).toMatchObject([
      { template: 'safe-answer', answer: 'unknown-sender', notAfter: TEN + 30 * MINUTE },
    ]);
    const queuedTwice = after(opened.value, { kind: 'open', newCase: stranger() }, TEN);
    expect(queuedTwice.effects).toEqual([]);
    const overdue = after({ ...opened.value, outbox: [] }, wake, TEN + HOUR).value;
    expect(after(overdue, pageResult(0, true), TEN + HOUR).value.outbox).toEqual([]);
  });

  it('and words of danger are not answered before somebody was told', () => {
    const opened = after(words(), { kind: 'open', newCase: words() }, TEN);

    expect(opened.effects).toMatchObject([{ kind: 'page-step' }]);
  });
});

describe('the sender that takes the answer', () => {
  it('gets the text in the client’s language, and two minutes to hand it over', () => {
    const { value, effects } = after(
      paged(words({ language: 'es' })),
      { kind: 'claim', messageId: ID },
      TEN + 1000,
    );

    expect(value.outbox).toMatchObject([
      { state: 'claimed', claimedAt: TEN + 1000, lookAt: TEN + 1000 + 2 * MINUTE },
    ]);
    expect(effects).toMatchObject([
      { kind: 'hand-over', message: { id: ID, state: 'claimed' }, text: { channel: 'sms', segments: 1 } },
    ]);
    const [handOver] = effects;
    expect(handOver?.kind === 'hand-over' && handOver.text.channel === 'sms' && handOver.text.text).toMatch(
      /persona/,
    );
  });

  it('writes the programme, its hours and its phone where the text names them', () => {
    const nobody = aProgramme({ ladder: [] });
    const queued = after(words(), wake, TEN, nobody).value;
    const { effects } = after(queued, { kind: 'claim', messageId: LATER_ID }, TEN, nobody);

    expect(JSON.stringify(effects)).not.toMatch(/\{\w+\}|undefined/);
    expect(JSON.stringify(effects)).toContain('988');
  });

  it('is answered when somebody takes the case of whose alert a crash forgot what came', () => {
    const asked = after(words(), wake, TEN).value;
    const taken: CaseInput = { kind: 'acknowledged', by: 'st-20', at: TEN + MINUTE };
    const { value, effects } = after(asked, taken, TEN + MINUTE);

    expect(templates(value)).toEqual(['urgent']);
    expect(effects).toMatchObject([{ kind: 'send', messageId: ID }]);
    expect(after(value, pageResult(0, true), TEN + 2 * MINUTE).value.outbox).toHaveLength(1);
    expect(templates(after(asked, taken, TEN + 30 * MINUTE).value)).toEqual([]);
    expect(templates(after(words(), taken, TEN + MINUTE).value)).toEqual([]);
    const over = { ...asked, state: 'closed' as const };
    expect(after(over, taken, TEN + MINUTE).value).toBe(over);
    const closed: CaseInput = { kind: 'closed', by: 'st-20', at: TEN + MINUTE, outcome: 'reached' };
    expect(templates(after(asked, closed, TEN + MINUTE).value)).toEqual([]);
  });

  it('gets it once', () => {
    expect(after(claimed(), { kind: 'claim', messageId: ID }, TEN).effects).toEqual([]);
    expect(after(paged(), { kind: 'claim', messageId: 'another' }, TEN).effects).toEqual([]);
  });

  it('gets nothing half an hour after the words: it was an answer to a moment', () => {
    const late = after(paged(), { kind: 'claim', messageId: ID }, TEN + 30 * MINUTE);

    expect(late.effects).toEqual([]);
    expect(late.value.outbox).toEqual([]);
    expect(late.value.notes).toEqual([{ at: TEN + 30 * MINUTE, kind: 'message-refused', code: 'expired' }]);
    expect(late.facts).toMatchObject([{ kind: 'message-refused', why: 'expired', detail: { message: ID } }]);
    expect(after(paged(), { kind: 'claim', messageId: ID }, TEN + 30 * MINUTE - 1).effects).toHaveLength(1);
  });

  it('gets nothing either where nobody asked for it in time, and the record says so', () => {
    const inTime = after(paged(), wake, TEN + 30 * MINUTE - 1);
    const late = after(paged(), wake, TEN + 30 * MINUTE);

    expect(inTime.value.outbox).toHaveLength(1);
    expect(late.value.outbox).toEqual([]);
    expect(late.facts).toContainEqual(expect.objectContaining({ kind: 'message-refused', why: 'expired' }));
    expect(late.value.notes).toMatchObject([{ kind: 'message-refused', code: 'expired' }]);
  });

  it('hands over one answer and leaves the other where it is', () => {
    const both = after(aboutToAlarm(words()), wake, TEN + 29 * MINUTE).value;
    const two = after({ ...both, next: { at: TEN, step: 2, round: 0 } }, wake, TEN + 29 * MINUTE).value;
    expect(two.outbox).toHaveLength(2);
    const { value } = after(two, { kind: 'claim', messageId: LATER_ID }, TEN + 29 * MINUTE);

    expect(value.outbox).toMatchObject([
      { id: ID, state: 'queued' },
      { id: LATER_ID, state: 'claimed' },
    ]);
    expect(after(value, resultOf({ kind: 'unknown' }, LATER_ID), TEN).value.outbox).toMatchObject([
      { id: ID },
    ]);
  });
});

describe('what came of handing the answer over', () => {
  it('is on the record when the carrier took it, and its receipt is waited for three days', () => {
    const { value, facts } = after(claimed(), accepted, TEN + 500);

    expect(value.outbox).toMatchObject([
      {
        state: 'handed-over',
        handedOverAt: TEN + 500,
        lookAt: TEN + 500 + 72 * HOUR,
        providerId: 'SM9',
        status: 'queued',
      },
    ]);
    expect(facts).toMatchObject([{ kind: 'message-handed-over', detail: { message: ID } }]);
  });

  it.each([
    ['30007', { kind: 'refused', code: '30007' }],
    ['sending-off', { kind: 'not-allowed', reason: 'sending-off' }],
    ['outcome-unknown', { kind: 'unknown' }],
  ] as const)('is noted for the person who has the case: %s; it is never sent again', (code, result) => {
    const noted = { ...claimed(), notes: [{ kind: 'another-text', at: TEN - MINUTE } as const] };
    const { value, facts } = after(noted, resultOf(result), TEN + 500);

    expect(value.outbox).toEqual([]);
    expect(value.notes).toEqual([
      { kind: 'another-text', at: TEN - MINUTE },
      { kind: 'message-refused', at: TEN + 500, code },
    ]);
    expect(facts).toMatchObject([{ kind: 'message-refused', why: code, detail: { message: ID } }]);
  });

  it('tells every plan of a stop that only the carrier knew of, and of nothing else that was refused', () => {
    const effectsOf = (code: string) =>
      after(claimed(), resultOf({ kind: 'refused', code }), TEN + 500).effects;

    expect(effectsOf('21610')).toEqual([
      {
        kind: 'suppress-contact',
        contactId: claimed().outbox[0]?.contactId,
        reason: 'carrier-opt-out',
        at: TEN + 500,
      },
    ]);
    expect(effectsOf('30007')).toEqual([]);
  });

  it('is nothing yet when the sender has to wait its turn', () => {
    const throttled = resultOf({ kind: 'throttled', retryAfterSeconds: 4 });

    const { value, effects } = after(claimed(), throttled, TEN);
    const delaySeconds = asksAgainIn({ id: ID, answer: 'safety' }, { retryAfterSeconds: 4, now: TEN });

    expect(effects).toEqual([{ kind: 'send', messageId: ID, lane: 'urgent', delaySeconds }]);
    expect(value.outbox).toMatchObject([{ state: 'queued', lookAt: TEN + delaySeconds * 1000 + MINUTE }]);
  });

  it('changes nothing when it comes for an answer that nobody has claimed', () => {
    const queued = paged();

    expect(after(queued, accepted, TEN).value).toBe(queued);
    expect(after(queued, resultOf({ kind: 'unknown' }, 'another'), TEN).value).toBe(queued);
  });

  it('is unknown two minutes after a claim of which nothing was heard', () => {
    const { value, facts } = after(claimed(), wake, TEN + 2 * MINUTE);

    expect(value.outbox).toEqual([]);
    expect(facts).toMatchObject([{ kind: 'message-refused', why: 'outcome-unknown' }]);
  });
});

describe('a receipt for the answer', () => {
  it('that is the last one ends it, on the record', () => {
    const { value, facts } = after(handedOver(), receipt('delivered'), TEN + MINUTE);

    expect(value.outbox).toEqual([]);
    expect(facts).toMatchObject([{ kind: 'message-status', by: 'carrier', why: 'delivered' }]);
    expect(facts[0]?.detail).not.toHaveProperty('code');
  });

  it('that says it failed names the carrier’s code', () => {
    expect(after(handedOver(), receipt('undelivered', '30003'), TEN).facts).toMatchObject([
      { why: 'undelivered', detail: { message: ID, code: '30003' } },
    ]);
  });

  it('that is not the last one moves it forward, never back', () => {
    const sent = after(handedOver(), receipt('sent'), TEN + MINUTE).value;

    expect(sent.outbox).toMatchObject([
      { state: 'handed-over', status: 'sent', lookAt: TEN + MINUTE + 72 * HOUR },
    ]);
    expect(after(sent, receipt('sending'), TEN + MINUTE).value).toBe(sent);
  });

  it('settles one whose handing over was never heard of, but not one that nobody claimed', () => {
    expect(after(claimed(), receipt('sent'), TEN).value.outbox).toMatchObject([{ state: 'handed-over' }]);
    const queued = paged();
    expect(after(queued, receipt('sent'), TEN).value).toBe(queued);
    expect(after(aCase(), receipt('sent'), TEN).facts).toEqual([]);
  });
});

describe('an answer that nobody takes', () => {
  it('is put on the queue again every minute while it is of use', () => {
    const resting = after(paged(), acknowledged(TEN), TEN).value;
    const again = after(resting, wake, TEN + MINUTE);

    expect(after(resting, wake, TEN + MINUTE - 1).effects).toEqual([]);
    expect(again.effects).toEqual([{ kind: 'send', messageId: ID, lane: 'urgent' }]);
    expect(again.value.outbox).toMatchObject([{ lookAt: TEN + 2 * MINUTE }]);
    const tooLate = after(resting, wake, TEN + 30 * MINUTE);
    expect(tooLate.effects).toEqual([]);
    expect(tooLate.value.outbox).toEqual([]);
  });

  it('keeps the case due', () => {
    const resting = after(paged(), acknowledged(TEN), TEN).value;

    expect(caseDueAt(resting)).toBe(TEN + MINUTE);
  });

  it('is forgotten when no receipt comes in three days', () => {
    const silent = after(handedOver(), acknowledged(TEN), TEN).value;

    expect(after(silent, wake, TEN + 3 * DAY - 1).value.outbox).toHaveLength(1);
    expect(after(silent, wake, TEN + 3 * DAY)).toMatchObject({ value: { outbox: [] }, facts: [] });
  });
});
