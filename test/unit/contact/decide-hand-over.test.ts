import { describe, expect, test } from 'vitest';
import type { AnswerClass, Contact } from '#shared/domain/contact/contact.ts';
import { decideHandOver } from '#shared/domain/contact/decide-hand-over.ts';
import { HOUR, MINUTE } from '#shared/domain/record.ts';
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

  test('every zone that the client may be in must be awake', () => {
    const somewhere = aContact({ zones: ['America/Los_Angeles', 'America/New_York'] });

    expect(decide(somewhere, { at: Date.parse('2026-11-24T16:59:00Z') })).toBe('outside-window');
    expect(decide(somewhere, { at: Date.parse('2026-11-24T17:00:00Z') })).toBe('go');
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
