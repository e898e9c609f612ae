import { describe, expect, it } from 'vitest';
import type { CheckIn } from '#shared/domain/follow-up/check-in.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import type { Message } from '#shared/domain/sending/message.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { after, anAskedCheckIn, anAttempt, aText, casesOf, SECOND_TEXT, TEXT } from './follow-up-steps.ts';

const sms = { contactId: 'a-contact', discreet: false };
const bothWays = { sms, email: { contactId: 'a-mailbox', discreet: false } };

/** The check-in's text is at the carrier, and its receipt is awaited. */
const sent = (
  different: Partial<FollowUp> = {},
  checkIn: Partial<CheckIn> = {},
  message: Partial<Message> = {},
): FollowUp =>
  aFollowUp({
    checkIns: [anAskedCheckIn({ answerBy: NOW + 11 * HOUR, ...checkIn })],
    outbox: [aText(message)],
    ...different,
  });
/** The text is being handed over at this moment. */
const atTheDoor = (
  message: Partial<Message> = {},
  checkIn: Partial<CheckIn> = {},
  different: Partial<FollowUp> = {},
) =>
  aFollowUp({
    checkIns: [aScheduledCheckIn({ state: 'sending', ...checkIn })],
    outbox: [aText({ state: 'claimed', claimedAt: NOW, ...message })],
    ...different,
  });
const failed = (code?: string, messageId = TEXT): FollowUpInput => ({
  kind: 'receipt',
  messageId,
  status: 'undelivered',
  at: NOW,
  ...(code && { code }),
});
const refused = (code: string): FollowUpInput => ({
  kind: 'hand-over-result',
  messageId: TEXT,
  result: { kind: 'refused', code },
});

const tried = (attempt: number) =>
  after(sent({ reach: bothWays }, { attempt }, { attempt }), failed('30005')).followUp;

describe('a number that does not work', () => {
  it('is a task for staff at once, and the next attempt takes the e-mail', () => {
    const step = after(sent({ reach: bothWays }), failed('30005'));

    expect(step.followUp.reach.sms).toEqual({ ...sms, stopped: 'undeliverable' });
    expect(step.followUp.outbox).toEqual([]);
    expect(step.followUp.checkIns).toMatchObject([
      {
        state: 'scheduled',
        channel: 'email',
        attempt: 2,
        sendAt: NOW,
        attempts: [{ attempt: 1, reached: 'failed' }],
      },
    ]);
    expect(casesOf(step)).toMatchObject([
      {
        id: 'case#a-follow-up.contact-repair.sms',
        kind: 'task',
        reason: 'contact-repair',
        priority: 'routine',
        dueAt: NOW + DAY,
        because: ['30005'],
      },
    ]);
    expect(step.facts).toMatchObject([
      {
        kind: 'message-refused',
        by: 'carrier',
        why: 'permanent',
        detail: { message: TEXT, code: '30005' },
      },
      { kind: 'contact-undeliverable', by: 'carrier', detail: { channel: 'sms', code: '30005' } },
    ]);
  });

  it('ends the check-in where there is no other way, and a person calls', () => {
    const step = after(sent(), failed('30005'));

    expect(step.followUp.ended).toMatchObject([{ id: 'd1', state: 'not-delivered', why: '30005' }]);
    expect(casesOf(step)).toMatchObject([
      { reason: 'contact-repair' },
      {
        id: 'case#a-follow-up.not-delivered.d1',
        reason: 'not-delivered',
        priority: 'routine',
        dueAt: NOW + DAY,
        because: ['30005'],
        subject: { checkIn: 'd1' },
      },
    ]);
    expect(step.facts.map(({ kind, why }) => [kind, why])).toContainEqual([
      'handed-to-staff',
      'not-delivered',
    ]);
    expect(step.facts.find(({ kind }) => kind === 'handed-to-staff')?.detail).toEqual({ checkIn: 'd1' });
  });

  it('ends the check-in after five attempts, also where there is another way', () => {
    expect(tried(5).ended).toMatchObject([{ state: 'not-delivered' }]);
    expect(tried(4).checkIns).toMatchObject([{ attempt: 5 }]);
  });

  it('of a caring contact is repaired, and nobody is called for the contact', () => {
    const caring = sent({}, { kind: 'caring-contact', state: 'sending', attempts: [] });

    expect(casesOf(after(caring, failed('30005')))).toMatchObject([{ reason: 'contact-repair' }]);
  });

  it('that the agency has replaced since is no reason to stop the new one: it goes there', () => {
    const replaced = sent({ reach: { sms: { contactId: 'a-new-phone', discreet: false } } });
    const step = after(replaced, failed('30005'));

    expect(step.followUp.reach.sms).toEqual({ contactId: 'a-new-phone', discreet: false });
    expect(step.followUp.checkIns).toMatchObject([{ state: 'scheduled', channel: 'sms', attempt: 2 }]);
    expect(casesOf(step)).toEqual([]);
  });

  it('is known also from a receipt without a step', () => {
    const step = after(aFollowUp({ outbox: [aText({ checkIn: 'd0' })] }), failed('30005'));

    expect(step.followUp.reach.sms).toMatchObject({ stopped: 'undeliverable' });
    expect(step.followUp.checkIns).toMatchObject([{ state: 'scheduled', attempt: 1 }]);
  });
});

const second = (reached: 'unknown' | 'failed' = 'unknown') =>
  sent(
    {},
    {
      attempt: 2,
      attempts: [anAttempt(), anAttempt({ attempt: 2, messageId: SECOND_TEXT, reached })],
    },
  );

describe('a late word of a first text that failed', () => {
  it('marks that attempt and leaves the second to its answer time', () => {
    const step = after(second(), failed('30003'));

    expect(step.followUp.checkIns).toMatchObject([
      {
        state: 'awaiting-answer',
        attempt: 2,
        attempts: [
          { attempt: 1, reached: 'failed' },
          { attempt: 2, reached: 'unknown' },
        ],
      },
    ]);
    expect(step.followUp.outbox).toEqual([]);
  });

  it('leaves a second that is planned where it is', () => {
    const planned = sent({}, { state: 'scheduled', attempt: 2, sendAt: NOW + HOUR });
    const step = after(planned, failed('30003'));

    expect(step.followUp.checkIns).toMatchObject([
      { state: 'scheduled', attempt: 2, sendAt: NOW + HOUR, attempts: [{ reached: 'failed' }] },
    ]);
  });
});

const secondFails = (first: 'unknown' | 'delivered' | 'failed') =>
  after(
    sent(
      {},
      {
        attempt: 2,
        attempts: [
          anAttempt({ reached: first, at: NOW - 13 * HOUR }),
          anAttempt({ attempt: 2, messageId: SECOND_TEXT }),
        ],
      },
      { id: SECOND_TEXT, attempt: 2 },
    ),
    failed('30007', SECOND_TEXT),
  );

describe('a second text that fails after a first that was not answered', () => {
  it.each(['unknown', 'delivered'] as const)('is a miss where the first is %s', (reached) => {
    expect(casesOf(secondFails(reached))).toMatchObject([{ reason: 'missed-check-in', kind: 'escalation' }]);
  });

  it('is not a miss where the first did not reach them either', () => {
    expect(casesOf(secondFails('failed'))).toMatchObject([
      { reason: 'not-delivered', because: ['content-filtered'] },
    ]);
  });
});

describe('an opt-out that only the carrier knew of', () => {
  it('stops the plan, and a person follows up', () => {
    const step = after(sent(), failed('21610'));

    expect(step.followUp.reach.sms).toMatchObject({ stopped: 'opted-out' });
    expect(step.effects).toContainEqual({
      kind: 'suppress-contact',
      contactId: 'a-contact',
      reason: 'carrier-opt-out',
      at: NOW,
    });
    expect(step.facts).toContainEqual(
      expect.objectContaining({ kind: 'consent-revoked', by: 'carrier', why: 'carrier-opt-out' }),
    );
    expect(casesOf(step)).toMatchObject([{ reason: 'opted-out' }]);
    expect(step.followUp.outbox).toEqual([]);
  });

  it('is a complaint where it comes from a mailbox', () => {
    const mail = sent(
      { reach: bothWays },
      { channel: 'email', attempts: [anAttempt({ channel: 'email' })] },
      { channel: 'email', contactId: 'a-mailbox' },
    );

    expect(after(mail, failed('mail-complained')).effects).toContainEqual({
      kind: 'suppress-contact',
      contactId: 'a-mailbox',
      reason: 'complaint',
      at: NOW,
    });
  });

  it('of a number that was replaced since stops that number, and the text goes to the new one', () => {
    const replaced = sent({ reach: { sms: { contactId: 'a-new-phone', discreet: false } } });
    const step = after(replaced, failed('21610'));

    expect(step.effects).toContainEqual({
      kind: 'suppress-contact',
      contactId: 'a-contact',
      reason: 'carrier-opt-out',
      at: NOW,
    });
    expect(step.followUp.reach.sms).not.toHaveProperty('stopped');
    expect(step.followUp.checkIns).toMatchObject([{ state: 'scheduled', channel: 'sms', attempt: 2 }]);
  });

  it('leaves no check-in without an outcome where the stop was known already', () => {
    const known = sent({
      reach: { sms: { ...sms, stopped: 'opted-out', stoppedAt: NOW + HOUR } },
    });

    expect(after(known, failed('21610')).followUp.ended).toMatchObject([
      { state: 'not-delivered', why: 'carrier-opt-out' },
    ]);
  });
});

const failures = (count: number) =>
  sent(
    { reach: bothWays },
    {
      attempt: count + 1,
      attempts: [
        ...Array.from({ length: count }, (_, nth) =>
          anAttempt({ attempt: nth + 1, messageId: `m${nth}`, reached: 'failed' }),
        ),
        anAttempt({ attempt: count + 1 }),
      ],
    },
    { attempt: count + 1 },
  );

const left = (ms: number) => after(sent({}, { silentBy: NOW + 45 * MINUTE + ms }), failed('30003'));

describe('a phone that is out of reach', () => {
  it('is texted again three quarters of an hour later, as a new attempt', () => {
    const step = after(sent(), failed('30003'));

    expect(step.followUp.checkIns).toMatchObject([
      {
        state: 'scheduled',
        channel: 'sms',
        attempt: 2,
        sendAt: NOW + 45 * MINUTE,
        tooLateAt: NOW + 36 * HOUR,
        attempts: [{ attempt: 1, reached: 'failed' }],
      },
    ]);
    expect(step.followUp.outbox).toEqual([]);
    expect(casesOf(step)).toEqual([]);
  });

  it('is texted twice more, then the e-mail is tried', () => {
    expect(after(failures(1), failed('30003')).followUp.checkIns).toMatchObject([
      { channel: 'sms', attempt: 3 },
    ]);
    expect(after(failures(2), failed('30003')).followUp.checkIns).toMatchObject([
      { channel: 'email', attempt: 4 },
    ]);
  });

  it('is texted again, however often it was reached before', () => {
    const reached = ['m1', 'm2'].map((messageId) => anAttempt({ messageId, reached: 'delivered' }));
    const third = sent(
      { reach: bothWays },
      { attempt: 3, attempts: [...reached, anAttempt({ attempt: 3 })] },
      { attempt: 3 },
    );

    expect(after(third, failed('30003')).followUp.checkIns).toMatchObject([{ channel: 'sms', attempt: 4 }]);
  });

  it('is not texted again after five attempts', () => {
    const step = after(sent({}, { attempt: 5 }, { attempt: 5 }), failed('30003'));

    expect(step.followUp.ended).toMatchObject([{ state: 'not-delivered', why: '30003' }]);
  });

  it('is not texted again within the last hour before silence counts', () => {
    expect(left(HOUR).followUp.checkIns).toHaveLength(1);
    expect(left(HOUR - 1).followUp.ended).toMatchObject([{ state: 'not-delivered' }]);
  });

  it('is called instead where no hour is left at which it may be texted', () => {
    const never = sent({ reach: { sms: { ...sms, safeHours: [] } } });

    expect(after(never, failed('30003')).followUp.ended).toMatchObject([{ state: 'not-delivered' }]);
  });

  it('stands for every failure whose code we do not know, once', () => {
    const unknownCode = (messageId: string, attempts: number) =>
      sent(
        {},
        { attempts: Array.from({ length: attempts }, () => anAttempt({ messageId, reached: 'failed' })) },
      );

    expect(after(sent(), failed()).facts[0]).toMatchObject({ why: 'transient', detail: { code: '30008' } });
    expect(after(sent(), failed('99999')).followUp.checkIns).toMatchObject([{ sendAt: NOW + 20 * MINUTE }]);
    expect(after(unknownCode('earlier', 1), failed('99999')).followUp.ended).toMatchObject([
      { state: 'not-delivered', why: '99999' },
    ]);
  });
});

const again = (message: Partial<Message>) => after(atTheDoor(message), refused('20429')).followUp.outbox;

describe('a carrier that is too busy', () => {
  it('is asked again two minutes later for the same text', () => {
    const step = after(atTheDoor(), refused('20429'));

    expect(step.followUp.outbox).toMatchObject([
      { id: TEXT, state: 'queued', tries: 2, lookAt: NOW + 2 * MINUTE },
    ]);
    expect(step.followUp.checkIns).toMatchObject([{ state: 'sending', attempt: 1, attempts: [] }]);
  });

  it('is asked eight times more, and not beyond the hour at which the text may go', () => {
    expect(again({ tries: 8 })).toHaveLength(1);
    expect(again({ tries: 9 })).toEqual([]);
    expect(again({ notAfter: NOW + 2 * MINUTE + 1 })).toHaveLength(1);
    expect(again({ notAfter: NOW + 2 * MINUTE })).toEqual([]);
  });

  it('counts a second text that never reached it beside the first', () => {
    const first = anAttempt({ messageId: 'first', reached: 'failed' });
    const second = atTheDoor({ tries: 9, attempt: 2 }, { attempt: 2, attempts: [first] });

    expect(after(second, refused('20429')).followUp.checkIns).toMatchObject([
      { attempt: 3, attempts: [{ messageId: 'first' }, { attempt: 2, messageId: TEXT, reached: 'failed' }] },
    ]);
  });

  it('counts a text that never reached it as an attempt that failed', () => {
    const step = after(atTheDoor({ tries: 9 }), refused('20429'));

    expect(step.followUp.checkIns).toMatchObject([
      {
        state: 'scheduled',
        attempt: 2,
        attempts: [{ attempt: 1, channel: 'sms', messageId: TEXT, at: NOW, reached: 'failed' }],
      },
    ]);
  });
});

describe('a sender that is down, or a text that is filtered', () => {
  it.each([
    ['20003', 'sender-down', 'config'],
    ['30007', 'content-filtered', 'content'],
  ])('%s: people call instead of a text that did not go (%s)', (code, why, errorClass) => {
    const step = after(atTheDoor(), refused(code));

    expect(step.followUp.ended).toMatchObject([{ state: 'not-sent', why }]);
    expect(casesOf(step)).toMatchObject([{ reason: 'not-sent', because: [why] }]);
    expect(step.followUp.outbox).toEqual([]);
    expect(step.facts).toMatchObject([
      { kind: 'message-refused', why: errorClass },
      { kind: 'check-in-not-sent' },
      { kind: 'handed-to-staff' },
      {},
    ]);
    expect(step.followUp.reach.sms).not.toHaveProperty('stopped');
  });

  it('is no delivery where the carrier had taken the text', () => {
    expect(after(sent(), failed('30007')).followUp.ended).toMatchObject([
      { state: 'not-delivered', why: 'content-filtered' },
    ]);
  });

  it('changes no other step', () => {
    const other = aScheduledCheckIn({ id: 'd7', sendAt: NOW + 7 * DAY });
    const base = atTheDoor();
    const step = after({ ...base, checkIns: [...base.checkIns, other] }, refused('20003'));

    expect(step.followUp.checkIns).toEqual([other]);
  });
});
