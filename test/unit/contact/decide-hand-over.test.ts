import { describe, expect, test } from 'vitest';
import type { AnswerClass, Contact } from '#shared/domain/contact/contact.ts';
import { decideHandOver } from '#shared/domain/contact/decide-hand-over.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import { NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';

const aContact = (different: Partial<Contact> = {}): Contact => ({
  id: 'a-contact',
  version: 1,
  channel: 'sms',
  value: '+14105550134',
  zones: ['America/New_York'],
  openFollowUps: [],
  sentToday: { day: '', messageIds: [] },
  lastAnswers: {},
  ...different,
});

const decide = (
  contact: Contact,
  {
    at = NOW,
    answer,
    programme = aProgramme(),
    messageId = 'm1',
  }: {
    at?: number;
    answer?: AnswerClass;
    programme?: ReturnType<typeof aProgramme>;
    messageId?: string;
  } = {},
) => {
  const decision = decideHandOver(contact, { messageId, ...(answer && { answer }) }, { now: at, programme });
  return decision.kind === 'go' ? 'go' : decision.reason;
};

const stopped = (at: number) => aContact({ suppression: { reason: 'opt-out-words', at } });
const sent = (...messageIds: string[]) => aContact({ sentToday: { day: '2026-11-24', messageIds } });

const only = (contactId: string) => aProgramme({ sending: { mode: 'allow-list', contactIds: [contactId] } });
const answered = (at: number) => aContact({ lastAnswers: { safety: at } });

describe('before a hand-over', () => {
  test('a stop is obeyed', () => {
    expect(decide(stopped(NOW - 1))).toBe('suppressed');
  });

  test('the daily cap is kept, and a message already counted does not count twice', () => {
    expect(decide(sent('a', 'b'))).toBe('go');
    expect(decide(sent('a', 'b', 'c'))).toBe('daily-cap');
    expect(decide(sent('a', 'b', 'm1'))).toBe('go');
  });

  test('yesterday’s messages do not count today', () => {
    expect(decide(aContact({ sentToday: { day: '2026-11-23', messageIds: ['a', 'b', 'c'] } }))).toBe('go');
  });

  test.each([
    ['2026-11-24T13:59:59Z', 'outside-window'],
    ['2026-11-24T14:00:00Z', 'go'],
    ['2026-11-25T00:59:59Z', 'go'],
    ['2026-11-25T01:00:00Z', 'outside-window'],
  ])('at %s the client’s own window says %s', (at, expected) => {
    expect(decide(aContact(), { at: Date.parse(at) })).toBe(expected);
  });

  test('says when the contact’s own window closes, so that no text is valid beyond it', () => {
    const mornings = aContact({ safeHours: [{ from: '09:00', to: '10:30' }] });
    const decision = decideHandOver(mornings, { messageId: 'm1' }, { now: NOW, programme: aProgramme() });

    expect(decision).toMatchObject({ kind: 'go', until: Date.parse('2026-11-24T15:30:00Z') });
  });

  test('says when the contact’s own window opens, so that nobody asks again all night', () => {
    const mornings = aContact({ safeHours: [{ from: '09:00', to: '10:30' }] });
    const closed = { now: Date.parse('2026-11-24T15:30:00Z'), programme: aProgramme() };

    expect(decideHandOver(mornings, { messageId: 'm1' }, closed)).toEqual({
      kind: 'refuse',
      reason: 'outside-window',
      opensAt: Date.parse('2026-11-25T14:00:00Z'),
    });
    // Nowhere in two weeks: a person has to do it.
    expect(decideHandOver(aContact({ zones: [] }), { messageId: 'm1' }, closed)).toEqual({
      kind: 'refuse',
      reason: 'outside-window',
      opensAt: closed.now + 14 * DAY,
    });
  });

  test('every zone that the client may be in must be awake', () => {
    const somewhere = aContact({ zones: ['America/Los_Angeles', 'America/New_York'] });

    expect(decide(somewhere, { at: Date.parse('2026-11-24T16:59:00Z') })).toBe('outside-window');
    expect(decide(somewhere, { at: Date.parse('2026-11-24T17:00:00Z') })).toBe('go');
  });

  test('a client who may be anywhere is not texted at all', () => {
    expect(decide(aContact({ zones: [] }))).toBe('outside-window');
  });

  test('nothing goes while sending is off, answers neither', () => {
    const programme = aProgramme({ sending: { mode: 'off' } });

    expect(decide(aContact(), { programme })).toBe('sending-off');
    expect(decide(aContact(), { programme, answer: 'safety' })).toBe('sending-off');
  });

  test('an allow-list lets only its own through', () => {
    expect(decide(aContact(), { programme: only('a-contact') })).toBe('go');
    expect(decide(aContact(), { programme: only('another') })).toBe('not-on-allow-list');
  });
});

describe('an answer to a text that just came in', () => {
  const midnight = Date.parse('2026-11-25T05:00:00Z');

  test('may go at night', () => {
    expect(decide(aContact(), { at: midnight, answer: 'safety' })).toBe('go');
  });

  test('is given once an hour at most', () => {
    expect(decide(answered(NOW - HOUR + 1), { answer: 'safety' })).toBe('answered-recently');
    expect(decide(answered(NOW - HOUR), { answer: 'safety' })).toBe('go');
  });

  test('after a stop may be the one safety answer, once', () => {
    const once = { ...stopped(NOW - HOUR), lastAnswers: { safety: NOW - MINUTE } };

    expect(decide(stopped(NOW - HOUR), { answer: 'safety' })).toBe('go');
    expect(decide(once, { answer: 'safety' })).toBe('suppressed');
    expect(decide(stopped(NOW - HOUR), { answer: 'acknowledgement' })).toBe('suppressed');
  });

  test('confirms a stop within five minutes, once, or not at all', () => {
    const confirmed = { ...stopped(NOW - MINUTE), lastAnswers: { 'stop-confirmation': NOW - MINUTE } };

    expect(decide(stopped(NOW - 5 * MINUTE), { answer: 'stop-confirmation' })).toBe('go');
    expect(decide(stopped(NOW - 5 * MINUTE - 1), { answer: 'stop-confirmation' })).toBe(
      'confirmation-too-late',
    );
    expect(decide(confirmed, { answer: 'stop-confirmation' })).toBe('answered-recently');
  });
});

const gone = (contact: Contact, request: { messageId: string; answer?: AnswerClass }, at = NOW) => {
  const decision = decideHandOver(contact, request, { now: at, programme: aProgramme() });
  if (decision.kind !== 'go') throw new Error(decision.reason);
  return decision;
};

describe('what the contact remembers', () => {
  test('a text counts once, on the client’s own day', () => {
    const first = gone(aContact(), { messageId: 'm1' }).contact;
    const again = gone(first, { messageId: 'm1' }).contact;
    const second = gone(again, { messageId: 'm2' }).contact;

    expect(first.sentToday).toEqual({ day: '2026-11-24', messageIds: ['m1'] });
    expect(again.sentToday).toEqual(first.sentToday);
    expect(second.sentToday).toEqual({ day: '2026-11-24', messageIds: ['m1', 'm2'] });
    const evening = gone(aContact(), { messageId: 'm1' }, Date.parse('2026-11-25T00:30:00Z')).contact;
    expect(evening.sentToday.day).toBe('2026-11-24');
  });

  test('a new day begins the count again', () => {
    const yesterday = aContact({ sentToday: { day: '2026-11-23', messageIds: ['m1', 'm2'] } });

    expect(gone(yesterday, { messageId: 'm1' }).contact.sentToday).toEqual({
      day: '2026-11-24',
      messageIds: ['m1'],
    });
  });

  test('a stop is confirmed once by whatever clocks, to the follow-up that hears of it second neither', () => {
    const minuteSlow = NOW - MINUTE;
    const confirmed = gone(
      stopped(NOW),
      { messageId: 'm1', answer: 'stop-confirmation' },
      minuteSlow,
    ).contact;

    expect(confirmed.lastAnswers).toEqual({ 'stop-confirmation': NOW });
    expect(decide(confirmed, { at: minuteSlow, answer: 'stop-confirmation' })).toBe('answered-recently');
    const late = gone(stopped(NOW), { messageId: 'm1', answer: 'safety' }, NOW + 1).contact;
    expect(late.lastAnswers).toEqual({ safety: NOW + 1 });
  });

  test('an answer does not count as a text of the day, and leaves other answers as they were', () => {
    const known = aContact({ lastAnswers: { help: NOW - HOUR } });
    const decision = gone(known, { messageId: 'm1', answer: 'safety' });

    expect(decision.contact.lastAnswers).toEqual({ help: NOW - HOUR, safety: NOW });
    expect(decision.contact.sentToday.messageIds).toEqual([]);
    expect(decision).not.toHaveProperty('until');
  });

  test('a stop is named by its reason, and nothing else is', () => {
    const at = { now: NOW, programme: aProgramme() };

    expect(decideHandOver(stopped(NOW - 1), { messageId: 'm1' }, at)).toEqual({
      kind: 'refuse',
      reason: 'suppressed',
      suppressedAs: 'opt-out-words',
    });
    const capped = decideHandOver(sent('a', 'b', 'c'), { messageId: 'm1' }, at);
    expect(capped).toEqual({ kind: 'refuse', reason: 'daily-cap' });
    const late = decideHandOver(stopped(NOW - HOUR), { messageId: 'm1', answer: 'stop-confirmation' }, at);
    expect(late).toEqual({ kind: 'refuse', reason: 'confirmation-too-late' });
  });
});

describe('a machine answers the same contact in the same way', () => {
  test.each([
    ['safety', HOUR],
    ['help', HOUR],
    ['acknowledgement', 5 * MINUTE],
    ['stop-confirmation', 5 * MINUTE],
    ['unknown-sender', 24 * HOUR],
  ] as const)('with %s no sooner than after %d ms', (answer, pause) => {
    const before = (at: number) => aContact({ lastAnswers: { [answer]: at } });

    expect(decide(before(NOW - pause + 1), { answer })).toBe('answered-recently');
    expect(decide(before(NOW - pause), { answer })).toBe('go');
    expect(decide(aContact(), { answer })).toBe('go');
  });

  test('and an answer of another kind is no reason to be silent', () => {
    expect(decide(answered(NOW), { answer: 'acknowledgement' })).toBe('go');
  });

  test('after a stop once, where an answer from before it does not count', () => {
    const before = { ...stopped(NOW - MINUTE), lastAnswers: { safety: NOW - MINUTE - 1 } };
    const since = { ...stopped(NOW - MINUTE), lastAnswers: { safety: NOW - MINUTE } };
    expect(decide(before, { answer: 'safety' })).toBe('go');
    expect(decide(since, { answer: 'safety' })).toBe('suppressed');

    const confirmedBefore = {
      ...stopped(NOW - MINUTE),
      lastAnswers: { 'stop-confirmation': NOW - MINUTE - 1 },
    };
    expect(decide(confirmedBefore, { answer: 'stop-confirmation' })).toBe('go');
    expect(decide(stopped(NOW - MINUTE), { answer: 'stop-confirmation' })).toBe('go');
  });
});
