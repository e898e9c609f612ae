import { describe, expect, it } from 'vitest';
import { caseForText } from '#shared/domain/case/case-for-text.ts';
import { newContact } from '#shared/domain/contact/change-contact.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import { HOUR, MINUTE } from '#shared/domain/record.ts';
import { readReply } from '#shared/domain/replies/read-reply.ts';
import type { ReplyReading } from '#shared/domain/replies/read-reply.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { TEN } from './case-steps.ts';

const contact: Contact = {
  ...newContact({ id: 'a-contact', channel: 'sms', value: '+14105550134' }),
  openFollowUps: [
    { followUpId: 'fu#newest', clientRef: 'C-77', agencyId: 'lakeside' },
    { followUpId: 'fu#older', clientRef: 'C-12', agencyId: 'riverbend' },
  ],
};
const five = Date.parse('2026-11-25T22:00:00Z');

const caseFor = (body: string | ReplyReading, who: Contact | undefined, now = TEN, receivedAt = TEN) =>
  caseForText(
    { contactId: 'a-contact', id: 'SM1', receivedAt },
    typeof body === 'string' ? readReply(body, { asked: 'check-in' }) : body,
    who,
    { now, programme: aProgramme() },
  );
const unreadable: ReplyReading = {
  ...readReply('ok thanks', { asked: 'check-in' }),
  because: ['reader:failed'],
};

describe('words of danger', () => {
  it('open an escalation that pages at any hour, to be seen to in a quarter of an hour', () => {
    expect(caseFor('I want to kill myself', contact)).toMatchObject({
      id: 'case#in.SM1',
      kind: 'escalation',
      reason: 'urgent-words',
      priority: 'urgent',
      agencyId: 'lakeside',
      dueAt: TEN + 15 * MINUTE,
      subject: {
        inboundId: 'SM1',
        contactId: 'a-contact',
        followUpId: 'fu#newest',
        clientRef: 'C-77',
      },
      pageAtAnyHour: true,
      answer: { contactId: 'a-contact', language: 'en', discreet: false },
    });
  });

  it('that were found late leave a quarter of an hour from then', () => {
    expect(caseFor('I want to kill myself', contact, TEN + HOUR, TEN)?.dueAt).toBe(TEN + HOUR + 15 * MINUTE);
    expect(caseFor('I want to kill myself', contact, TEN, TEN + 2000)?.dueAt).toBe(TEN + 2000 + 15 * MINUTE);
  });

  it('of a stranger open one too, at this agency, and are not answered at once', () => {
    const opened = caseFor('I want to kill myself', undefined);

    expect(opened).toMatchObject({
      reason: 'urgent-words',
      agencyId: 'riverbend',
      subject: { inboundId: 'SM1', contactId: 'a-contact' },
    });
    expect(opened?.subject).not.toHaveProperty('followUpId');
    expect(opened?.answer).not.toHaveProperty('atOnce');
    expect(opened?.because).toEqual(readReply('I want to kill myself', { asked: 'check-in' }).because);
  });

  it.each([
    ['overdose', 'I took all my pills'],
    ['medical', 'I think I am having a heart attack'],
    ['violence', 'he is going to kill me'],
  ] as const)('about %s are answered with 911 first', (about, body) => {
    expect(
      caseFor({ ...readReply(body, { asked: 'check-in' }), safety: 'urgent', about }, contact)?.answer,
    ).toMatchObject({ about });
  });

  it('about wanting to die are answered with 988 first', () => {
    expect(caseFor('I want to kill myself', contact)?.answer).not.toHaveProperty('about');
  });

  it('in Spanish are answered in Spanish', () => {
    expect(caseFor('me quiero matar', contact)?.answer).toMatchObject({ language: 'es' });
  });
});

describe('a text that the computer could not read', () => {
  it('is a task to read by the end of the next staffed day, and wakes nobody', () => {
    const opened = caseFor(unreadable, contact);

    expect(opened).toMatchObject({
      id: 'case#in.SM1',
      kind: 'task',
      reason: 'reading-failed',
      priority: 'routine',
      dueAt: five,
      pageAtAnyHour: false,
      because: ['reader:failed'],
    });
    expect(opened).not.toHaveProperty('answer');
  });

  it.each([
    ['distress', { safety: 'distress' }],
    ['something that its reading put first', { queue: 'urgent' }],
  ] as const)('and may hold %s is to be read within half a day', (_what, different) => {
    const opened = caseFor({ ...unreadable, ...different }, contact);

    expect(opened).toMatchObject({ priority: 'high', dueAt: TEN + 12 * HOUR });
  });

  it('and may hold distress is read by the end of the next staffed day where that is sooner', () => {
    const mornings = aProgramme({ staffedHours: [{ from: '06:00', to: '09:00' }] });
    const late = Date.parse('2026-11-25T04:00:00Z');
    const text = { contactId: 'a-contact', id: 'SM1', receivedAt: late };
    const opened = caseForText(text, { ...unreadable, safety: 'distress' }, contact, {
      now: late,
      programme: mornings,
    });

    expect(opened?.dueAt).toBe(Date.parse('2026-11-25T14:00:00Z'));
  });
});

describe('a text from a number that is in no open follow-up', () => {
  it('is a task for a person, and is answered at once with where help is', () => {
    expect(caseFor('who is this?', undefined)).toMatchObject({
      kind: 'task',
      reason: 'unknown-sender',
      priority: 'routine',
      dueAt: five,
      answer: { contactId: 'a-contact', language: 'en', discreet: false, atOnce: 'safe-answer' },
    });
    expect(caseFor('who is this?', { ...contact, openFollowUps: [] })).toMatchObject({
      reason: 'unknown-sender',
    });
  });

  it('is none where it says no more than stop', () => {
    expect(caseFor('STOP', undefined)).toBeUndefined();
    expect(caseFor('stop, you killed my brother', undefined)).toBeDefined();
  });
});

it('leaves what a client says to their own follow-up', () => {
  expect(caseFor('I am doing fine', contact)).toBeUndefined();
  expect(caseFor('so-so, rent is late', contact)).toBeUndefined();
});
