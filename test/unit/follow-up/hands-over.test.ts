import { describe, expect, it } from 'vitest';
import type { CheckIn } from '#shared/domain/follow-up/check-in.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import { asksAgainIn } from '#shared/domain/sending/held-back.ts';
import type { CarrierAnswer, HandOverResult, Message } from '#shared/domain/sending/message.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { after, aText, casesOf, TEXT } from './follow-up-steps.ts';

const wake = { kind: 'wake' } as const;
const claim = { kind: 'claim', messageId: TEXT } as const;
const CLOSING = Date.parse('2026-11-25T01:00:00Z');
const NEXT_MORNING = Date.parse('2026-11-25T14:00:00Z');

/** The check-in's text is on its way out: queued, unless told otherwise. */
const onTheWay = (
  message: Partial<Message> = {},
  checkIn: Partial<CheckIn> = {},
  different: Partial<FollowUp> = {},
): FollowUp =>
  aFollowUp({
    checkIns: [aScheduledCheckIn({ state: 'sending', ...checkIn })],
    outbox: [aText({ state: 'queued', lookAt: NOW + 5 * MINUTE, ...message })],
    ...different,
  });
const claimed = (message: Partial<Message> = {}, checkIn: Partial<CheckIn> = {}) =>
  onTheWay({ state: 'claimed', claimedAt: NOW - 1000, ...message }, checkIn);
const unknown = (message: Partial<Message> = {}, checkIn: Partial<CheckIn> = {}) =>
  onTheWay({ state: 'unknown', claimedAt: NOW - 3 * MINUTE, asked: 0, lookAt: NOW, ...message }, checkIn);
const resultOf = (result: HandOverResult): FollowUpInput => ({
  kind: 'hand-over-result',
  messageId: TEXT,
  result,
});
const notAllowed = (
  reason: string,
  suppressedAs?: Extract<HandOverResult, { kind: 'not-allowed' }>['suppressedAs'],
) => resultOf({ kind: 'not-allowed', reason, ...(suppressedAs && { suppressedAs }) });
const accepted = resultOf({ kind: 'accepted', providerId: 'SM9', status: 'accepted' });
const said = (answer: CarrierAnswer): FollowUpInput => ({ kind: 'carrier-answer', messageId: TEXT, answer });
const only = (contactId: string) => aProgramme({ sending: { mode: 'allow-list', contactIds: [contactId] } });
const answerBy = (silentBy: number) =>
  after(claimed({}, { silentBy }), accepted).followUp.checkIns[0]?.answerBy;
const receipt = (status: 'sent' | 'delivered' | 'failed', messageId = TEXT): FollowUpInput => ({
  kind: 'receipt',
  messageId,
  status,
  at: NOW,
});
const handed = () => after(claimed(), accepted).followUp;
const kinds = ({ facts }: { facts: readonly { kind: string }[] }) => facts.map(({ kind }) => kind);

describe('a check-in that is due', () => {
  it('is put on its way with the time that the window, the text and the plan leave it', () => {
    const step = after(aFollowUp(), wake);

    expect(step.followUp.checkIns).toMatchObject([{ state: 'sending', channel: 'sms' }]);
    expect(step.followUp.outbox).toEqual([
      {
        id: TEXT,
        state: 'queued',
        channel: 'sms',
        contactId: 'a-contact',
        template: 'first',
        lane: 'routine',
        checkIn: 'd1',
        attempt: 1,
        notAfter: NOW + 4 * HOUR,
        lookAt: NOW + 5 * MINUTE,
        tries: 1,
      },
    ]);
    expect(step.effects).toEqual([{ kind: 'send', messageId: TEXT, lane: 'routine' }]);
  });

  it.each([
    ['the window’s end', CLOSING - HOUR, {}, CLOSING],
    ['four hours', NOW, { tooLateAt: NOW + DAY }, NOW + 4 * HOUR],
    ['the hour after which it is too late', NOW, { tooLateAt: NOW + HOUR }, NOW + HOUR],
  ])('may go until %s', (_what, now, checkIn, notAfter) => {
    const plan = aFollowUp({ checkIns: [aScheduledCheckIn({ tooLateAt: now + DAY, ...checkIn })] });

    expect(after(plan, wake, now).followUp.outbox).toMatchObject([{ notAfter }]);
  });

  it('waits for the morning when less than five minutes of the day are left', () => {
    const plan = aFollowUp({ checkIns: [aScheduledCheckIn({ tooLateAt: NOW + 2 * DAY })] });

    expect(after(plan, wake, CLOSING - 5 * MINUTE).followUp.outbox).toHaveLength(1);
    const tooLittle = after(plan, wake, CLOSING - 5 * MINUTE + 1).followUp;
    expect(tooLittle.outbox).toEqual([]);
    expect(tooLittle.checkIns).toMatchObject([{ state: 'scheduled', sendAt: NEXT_MORNING }]);
  });

  it('is a call for staff when the morning is too late', () => {
    const plan = aFollowUp({ checkIns: [aScheduledCheckIn({ tooLateAt: NEXT_MORNING - 1 })] });
    const step = after(plan, wake, CLOSING);

    expect(step.followUp.ended).toMatchObject([{ state: 'not-sent', why: 'no-window-in-time' }]);
    expect(casesOf(step)).toMatchObject([
      {
        id: 'case#a-follow-up.not-sent.d1',
        reason: 'not-sent',
        priority: 'routine',
        dueAt: CLOSING + DAY,
        because: ['no-window-in-time'],
        subject: { checkIn: 'd1' },
      },
    ]);
    expect(step.facts).toContainEqual(
      expect.objectContaining({
        kind: 'handed-to-staff',
        why: 'no-window-in-time',
        detail: { checkIn: 'd1' },
      }),
    );
  });

  it('is a call for staff when it is too late, and goes at the last moment', () => {
    const plan = aFollowUp({ checkIns: [aScheduledCheckIn({ tooLateAt: NOW })] });

    expect(after(plan, wake).followUp.outbox).toHaveLength(1);
    expect(after(plan, wake, NOW + 1).followUp.ended).toMatchObject([{ state: 'not-sent', why: 'too-late' }]);
  });

  it('takes the other channel when its own is closed, and staff when both are', () => {
    const sms = { contactId: 'a-contact', discreet: false, stopped: 'undeliverable' as const };
    const other = aFollowUp({ reach: { sms, email: { contactId: 'a-mailbox', discreet: false } } });

    expect(after(other, wake).followUp.outbox).toMatchObject([{ channel: 'email', contactId: 'a-mailbox' }]);
    expect(after(aFollowUp({ reach: { sms } }), wake).followUp.ended).toMatchObject([
      { state: 'not-sent', why: 'no-usable-channel' },
    ]);
  });

  it('is left out, and nobody is called, where it is a caring contact', () => {
    const caring = aFollowUp({
      checkIns: [aScheduledCheckIn({ kind: 'caring-contact', id: 'cc1', tooLateAt: NOW - 1 })],
    });

    expect(casesOf(after(caring, wake))).toEqual([]);
  });

  it('is not sent before its time, nor while the follow-up is held', () => {
    expect(after(aFollowUp(), wake, NOW - 1).effects).toEqual([]);
    const held = aFollowUp({ status: 'held', hold: { why: 'request', since: NOW - DAY } });
    expect(after(held, wake).effects).toEqual([]);
  });

  it('is only written down while sending is off, and a person calls', () => {
    const off = aProgramme({ sending: { mode: 'off' } });
    const step = after(aFollowUp(), wake, NOW, off);

    expect(step.effects[0]).toMatchObject({
      kind: 'keep-body',
      messageId: TEXT,
      contactId: 'a-contact',
      text: { channel: 'sms' },
    });
    expect(step.facts[0]).toMatchObject({
      kind: 'would-have-sent',
      detail: { checkIn: 'd1', message: TEXT, template: 'first' },
    });
    expect(casesOf(step)).toMatchObject([{ reason: 'not-sent', because: ['sending-off'] }]);
  });

  it('goes to those on the allow-list alone', () => {
    expect(after(aFollowUp(), wake, NOW, only('a-contact')).followUp.outbox).toHaveLength(1);
    expect(after(aFollowUp(), wake, NOW, only('another')).followUp.outbox).toEqual([]);
  });
});

describe('the sender that takes a text', () => {
  it('has two minutes to hand it over', () => {
    const step = after(onTheWay(), claim);
    const message = { id: TEXT, state: 'claimed', claimedAt: NOW, lookAt: NOW + 2 * MINUTE };

    expect(step.followUp.outbox).toMatchObject([message]);
    expect(step.effects).toMatchObject([{ kind: 'hand-over', message, text: { channel: 'sms' } }]);
  });

  it('gets it once, in time, and not while the follow-up is held', () => {
    expect(after(claimed(), claim).effects).toEqual([]);
    expect(after(onTheWay({ notAfter: NOW + 1 }), claim).effects).toHaveLength(1);
    expect(after(onTheWay({ notAfter: NOW }), claim).effects).toEqual([]);
    const held = onTheWay({}, {}, { status: 'held', hold: { why: 'request', since: NOW } });
    expect(after(held, claim).effects).toEqual([]);
  });

  it('gets an answer to a client also while the follow-up is held', () => {
    const answer = aText({ id: 're', state: 'queued', checkIn: 're', answer: 'acknowledgement' });
    const held = aFollowUp({ status: 'held', hold: { why: 'request', since: NOW }, outbox: [answer] });

    expect(after(held, { kind: 'claim', messageId: 're' }).effects).toMatchObject([{ kind: 'hand-over' }]);
  });

  it('that comes too late leaves the step to the next window', () => {
    const late = onTheWay({ notAfter: CLOSING }, { tooLateAt: NOW + 2 * DAY });

    expect(after(late, claim, CLOSING).followUp).toMatchObject({
      outbox: [],
      checkIns: [{ state: 'scheduled', sendAt: NEXT_MORNING }],
    });
    expect(after(late, claim, CLOSING).facts).toMatchObject([
      { kind: 'message-refused', why: 'expired', detail: { message: TEXT } },
    ]);
  });

  it('that comes too late gives an answer up, and the record says so', () => {
    const confirmation = aText({ id: 're', state: 'queued', answer: 'stop-confirmation', notAfter: NOW });
    const { checkIn: _none, ...answer } = confirmation;
    const step = after(aFollowUp({ outbox: [answer] }), { kind: 'claim', messageId: 're' });

    expect(step.followUp.outbox).toEqual([]);
    expect(step.facts).toMatchObject([
      { kind: 'message-refused', why: 'expired', detail: { message: 're' } },
    ]);
  });
});

describe('what the carrier has taken', () => {
  it('waits for its answer, from when it was claimed', () => {
    const step = after(claimed(), accepted);
    const at = NOW - 1000;

    expect(step.followUp.outbox).toMatchObject([
      { state: 'handed-over', handedOverAt: at, lookAt: at + 3 * DAY, providerId: 'SM9', status: 'accepted' },
    ]);
    expect(step.followUp.checkIns).toMatchObject([
      {
        state: 'awaiting-answer',
        answerBy: at + 12 * HOUR,
        attempts: [{ attempt: 1, channel: 'sms', messageId: TEXT, at, reached: 'unknown' }],
      },
    ]);
    expect(step.facts).toEqual([
      { kind: 'message-handed-over', at, by: 'machine', detail: { message: TEXT, checkIn: 'd1' } },
      {
        kind: 'check-in-sent',
        at,
        by: 'machine',
        detail: { checkIn: 'd1', attempt: 1, channel: 'sms', answerBy: at + 12 * HOUR },
      },
    ]);
  });

  it('waits until silence counts at the latest, and an hour at least', () => {
    expect(answerBy(NOW + 5 * HOUR)).toBe(NOW + 5 * HOUR);
    expect(answerBy(NOW + 10)).toBe(NOW - 1000 + HOUR);
  });

  it('is done with where it asks for nothing', () => {
    const caring = claimed({}, { kind: 'caring-contact' });

    expect(after(caring, accepted).followUp.ended).toMatchObject([
      { state: 'sent-as-planned', at: NOW - 1000 },
    ]);
  });

  it('changes nothing when it is told twice, or about what nobody claimed', () => {
    const once = after(claimed(), accepted).followUp;

    expect(after(once, accepted).facts).toEqual([]);
    expect(after(onTheWay(), accepted).facts).toEqual([]);
    expect(after(aFollowUp(), accepted).facts).toEqual([]);
  });

  it('is forgotten when no receipt comes in three days', () => {
    const silent = onTheWay(
      { state: 'handed-over', lookAt: NOW },
      { state: 'awaiting-answer', answerBy: NOW + HOUR },
    );

    expect(after(silent, wake, NOW - 1).followUp.outbox).toHaveLength(1);
    expect(after(silent, wake).followUp.outbox).toEqual([]);
  });
});

describe('what the last look refuses', () => {
  it('goes in the next window when its own has closed', () => {
    const step = after(claimed({}, { tooLateAt: NOW + 2 * DAY }), notAllowed('outside-window'), CLOSING);

    expect(step.followUp).toMatchObject({
      outbox: [],
      checkIns: [{ state: 'scheduled', sendAt: NEXT_MORNING }],
    });
    expect(step.facts).toMatchObject([
      { kind: 'message-refused', why: 'outside-window', detail: { message: TEXT } },
    ]);
  });

  it('waits until the contact’s own window opens, which may be later than its own', () => {
    const opensAt = NEXT_MORNING + 2 * HOUR;
    const closed = resultOf({ kind: 'not-allowed', reason: 'outside-window', opensAt });
    const patient = after(claimed({}, { tooLateAt: NOW + 2 * DAY }), closed);
    const late = after(claimed({}, { tooLateAt: opensAt }), closed);

    expect(patient.followUp.checkIns).toMatchObject([{ state: 'scheduled', sendAt: opensAt + 5 * MINUTE }]);
    expect(late.followUp.ended).toMatchObject([{ why: 'no-window-in-time' }]);
  });

  it('goes four hours later when the client has had enough texts for a day', () => {
    expect(after(claimed(), notAllowed('daily-cap')).followUp.ended).toMatchObject([
      { why: 'no-window-in-time' },
    ]);
    const patient = claimed({}, { tooLateAt: NOW + DAY });
    expect(after(patient, notAllowed('daily-cap')).followUp.checkIns).toMatchObject([
      { state: 'scheduled', sendAt: NOW + 4 * HOUR + 6 * MINUTE },
    ]);
  });

  it('is a call for staff for any other reason', () => {
    expect(casesOf(after(claimed(), notAllowed('not-on-allow-list')))).toMatchObject([
      { reason: 'not-sent', because: ['not-on-allow-list'] },
    ]);
  });

  it.each([
    ['opt-out-words', 'opted-out'],
    ['carrier-opt-out', 'opted-out'],
    ['opt-out-ambiguous', 'held-opt-out'],
    ['wrong-number', 'wrong-number'],
    ['hard-bounce', 'undeliverable'],
    ['complaint', 'undeliverable'],
  ] as const)('because the contact was stopped (%s) closes the channel: %s', (how, stopped) => {
    const step = after(claimed(), notAllowed('suppressed', how));

    expect(step.followUp.reach.sms).toMatchObject({ stopped });
    expect(step.followUp.outbox).toEqual([]);
  });

  it('because the contact was stopped, without a reason, is a stop', () => {
    const step = after(claimed(), notAllowed('suppressed'));

    expect(step.followUp.ended).toMatchObject([{ state: 'cancelled', why: 'opted-out' }]);
    expect(step.facts).toContainEqual(
      expect.objectContaining({ kind: 'consent-revoked', by: 'machine', why: 'opt-out-words' }),
    );
  });

  it('because of words that nobody can judge holds the plan', () => {
    expect(after(claimed(), notAllowed('suppressed', 'opt-out-ambiguous')).followUp).toMatchObject({
      status: 'held',
      checkIns: [{ state: 'scheduled' }],
    });
  });

  it('because the client has died ends the plan', () => {
    expect(after(claimed(), notAllowed('suppressed', 'deceased')).followUp.ended).toMatchObject([
      { state: 'cancelled', why: 'death' },
    ]);
  });

  it('because of a number that the agency has replaced goes to the new one', () => {
    const replaced = { ...claimed(), reach: { sms: { contactId: 'a-new-phone', discreet: false } } };

    expect(after(replaced, notAllowed('suppressed', 'wrong-number')).followUp).toMatchObject({
      reach: { sms: { contactId: 'a-new-phone' } },
      checkIns: [{ state: 'scheduled' }],
    });
  });
});

describe('a sender that has to wait its turn', () => {
  const waits = resultOf({ kind: 'throttled', retryAfterSeconds: 6.5 });

  it('takes the text again by itself, after as many seconds as it was told or a minute more', () => {
    const { effects, followUp } = after(claimed(), waits);
    const [again] = effects;
    if (again?.kind !== 'send' || again.delaySeconds === undefined) throw new Error('nothing asks again');

    expect(effects).toEqual([
      { kind: 'send', messageId: TEXT, lane: 'routine', delaySeconds: expect.any(Number) },
    ]);
    expect(again.delaySeconds).toBe(asksAgainIn({ id: TEXT }, { retryAfterSeconds: 7, now: NOW }));
    expect(followUp.outbox).toMatchObject([
      { state: 'queued', lookAt: NOW + again.delaySeconds * 1000 + 5 * MINUTE },
    ]);
  });

  it('looks after it when its time is over at the latest', () => {
    const { followUp } = after(claimed({ notAfter: NOW + 2 * MINUTE }), waits);
    expect(followUp.outbox).toMatchObject([{ lookAt: NOW + 2 * MINUTE }]);
  });

  it('spreads those that wait over a minute, and answers over five seconds', () => {
    const many = Array.from({ length: 400 }, (_, index) => `fu#${index}~d1~1~sms`);
    const planned = many.map((id) => asksAgainIn({ id }, { retryAfterSeconds: 0.2, now: NOW }));
    const answers = many.map((id) =>
      asksAgainIn({ id, answer: 'safety' }, { retryAfterSeconds: 2, now: NOW }),
    );
    const later = many.map((id) => asksAgainIn({ id }, { retryAfterSeconds: 0.2, now: NOW + 1 }));

    expect([Math.min(...planned), Math.max(...planned), new Set(planned).size]).toEqual([1, 61, 61]);
    expect(later).not.toEqual(planned);
    expect([Math.min(...answers), Math.max(...answers), new Set(answers).size]).toEqual([2, 7, 6]);
  });
});

describe('a text of which nobody knows whether it went', () => {
  const lost = resultOf({ kind: 'unknown' });

  it('is asked about at the carrier a minute after its lease, and not sent again', () => {
    const step = after(claimed(), lost);

    expect(step.followUp.outbox).toMatchObject([
      { state: 'unknown', asked: 0, lookAt: NOW - 1000 + 3 * MINUTE },
    ]);
    expect(step.facts).toMatchObject([{ kind: 'message-unknown', detail: { message: TEXT } }]);
    expect(step.effects).toEqual([]);
    expect(after(step.followUp, lost).facts).toEqual([]);
  });

  it('is one whose sender died: its lease ends after two minutes', () => {
    const leased = claimed({ claimedAt: NOW, lookAt: NOW + 2 * MINUTE });

    expect(after(leased, wake, NOW + 2 * MINUTE - 1).facts).toEqual([]);
    expect(kinds(after(leased, wake, NOW + 2 * MINUTE))).toEqual(['message-unknown']);
  });

  it('is asked about again every five minutes until somebody answers', () => {
    const step = after(unknown(), wake);

    expect(step.effects).toEqual([{ kind: 'ask-carrier', messageId: TEXT }]);
    expect(step.followUp.outbox).toMatchObject([{ lookAt: NOW + 5 * MINUTE }]);
    expect(after(unknown({ lookAt: NOW + 1 }), wake).effects).toEqual([]);
  });

  it('is looked at by a person when silence counts and nobody has answered', () => {
    const silentBy = NOW + HOUR;

    expect(casesOf(after(unknown({}, { silentBy }), wake, silentBy - 1))).toEqual([]);
    expect(casesOf(after(unknown({}, { silentBy }), wake, silentBy))).toMatchObject([
      { id: 'case#a-follow-up.outcome-unknown.d1-1-sms', reason: 'outcome-unknown', dueAt: silentBy + DAY },
      { reason: 'not-sent', because: ['outcome-unknown'] },
    ]);
  });

  it('is settled when the carrier has it', () => {
    const step = after(unknown(), said({ kind: 'found', providerId: 'SM9', status: 'sent' }));

    expect(step.followUp.outbox).toMatchObject([{ state: 'handed-over', providerId: 'SM9', status: 'sent' }]);
    expect(step.followUp.checkIns).toMatchObject([{ state: 'awaiting-answer' }]);
  });

  it.each(['undelivered', 'failed'] as const)('has failed when the carrier says %s', (status) => {
    const step = after(unknown(), said({ kind: 'found', providerId: 'SM9', status, code: '30005' }));

    expect(casesOf(step)).toContainEqual(expect.objectContaining({ reason: 'contact-repair' }));
    const uncoded = after(unknown(), said({ kind: 'found', providerId: 'SM9', status }));
    expect(uncoded.facts).toContainEqual(
      expect.objectContaining({ kind: 'message-refused', detail: { message: TEXT, code: '30008' } }),
    );
  });

  it.each(['none', 'cannot-say'] as const)(
    'is asked about twice, ten minutes after the lease, when the answer is %s',
    (kind) => {
      const claimedAt = NOW - 3 * MINUTE;
      const once = after(unknown(), said({ kind }));

      expect(once.followUp.outbox).toMatchObject([
        { state: 'unknown', asked: 1, lookAt: claimedAt + 12 * MINUTE },
      ]);
      expect(after(once.followUp, said({ kind }), NOW + MINUTE).followUp).toEqual(once.followUp);
      expect(after(unknown({ claimedAt: NOW - MINUTE }), said({ kind })).followUp.outbox).toMatchObject([
        { asked: 0 },
      ]);
    },
  );

  it('goes again when the carrier denied it twice, and it is not too late', () => {
    const denied = unknown({ asked: 1, claimedAt: NOW - 12 * MINUTE, tries: 1 });
    const step = after(denied, said({ kind: 'none' }));

    expect(step.followUp.outbox).toMatchObject([
      { state: 'queued', tries: 2, asked: 0, lookAt: NOW + 5 * MINUTE },
    ]);
    const soonOver = unknown({ asked: 1, claimedAt: NOW - 12 * MINUTE, notAfter: NOW + MINUTE });
    expect(after(soonOver, said({ kind: 'none' })).followUp.outbox).toMatchObject([{ lookAt: NOW + MINUTE }]);
    expect(step.effects).toEqual([{ kind: 'send', messageId: TEXT, lane: 'routine' }]);
    expect(step.facts).toMatchObject([
      { kind: 'message-status', by: 'carrier', why: 'never-handed-over', detail: { message: TEXT } },
    ]);
    const tooLate = after(
      { ...denied, outbox: denied.outbox.map((one) => ({ ...one, notAfter: NOW })) },
      said({ kind: 'none' }),
    );
    expect(tooLate.effects.map(({ kind }) => kind)).not.toContain('send');
    expect(tooLate.followUp.outbox).toEqual([]);
  });

  it('is a person’s to look at when the carrier cannot say, twice', () => {
    const asked = unknown({ asked: 1, claimedAt: NOW - 12 * MINUTE });
    const step = after(asked, said({ kind: 'cannot-say' }));

    expect(casesOf(step)).toMatchObject([
      { reason: 'outcome-unknown', subject: { checkIn: 'd1' } },
      { reason: 'not-sent' },
    ]);
    expect(step.followUp.outbox).toEqual([]);
  });

  it('needs no answer where it is known already', () => {
    expect(after(claimed(), said({ kind: 'none' })).facts).toEqual([]);
    expect(after(aFollowUp(), said({ kind: 'none' })).facts).toEqual([]);
  });
});

describe('a text that nobody takes', () => {
  it('is put on its queue again every five minutes, until it is too late', () => {
    const step = after(onTheWay({ lookAt: NOW }), wake);

    expect(step.effects).toEqual([{ kind: 'send', messageId: TEXT, lane: 'routine' }]);
    expect(step.followUp.outbox).toMatchObject([{ lookAt: NOW + 5 * MINUTE }]);
    expect(after(onTheWay({ lookAt: NOW, notAfter: NOW + MINUTE }), wake).followUp.outbox).toMatchObject([
      { lookAt: NOW + MINUTE },
    ]);
    expect(after(onTheWay({ lookAt: NOW, notAfter: NOW }), wake).followUp.outbox).not.toContainEqual(
      expect.objectContaining({ notAfter: NOW }),
    );
  });
});

describe('a receipt', () => {
  it('moves a text forward, and marks it delivered', () => {
    const sent = after(handed(), receipt('sent'));
    const delivered = after(sent.followUp, receipt('delivered'));

    expect(sent.followUp.outbox).toMatchObject([{ status: 'sent' }]);
    expect(sent.facts).toMatchObject([
      { kind: 'message-status', by: 'carrier', why: 'sent', detail: { message: TEXT } },
    ]);
    expect(delivered.followUp.outbox).toEqual([]);
    expect(delivered.followUp.checkIns).toMatchObject([{ attempts: [{ reached: 'delivered' }] }]);
  });

  it('settles one whose sender never came back, or that the carrier denied', () => {
    expect(after(claimed(), receipt('sent')).followUp.checkIns).toMatchObject([{ state: 'awaiting-answer' }]);
    const again = onTheWay({ claimedAt: NOW - MINUTE });
    expect(after(again, receipt('sent')).followUp.checkIns).toMatchObject([{ state: 'awaiting-answer' }]);
  });

  it('says nothing about what was never claimed, or is not known', () => {
    expect(after(onTheWay(), receipt('sent')).facts).toEqual([]);
    expect(after(handed(), receipt('sent', 'another')).facts).toEqual([]);
  });
});
