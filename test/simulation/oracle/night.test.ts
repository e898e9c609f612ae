import { describe, expect, it } from 'vitest';
import { aClosing, aLife, aStart, checkIn, FIRST, WEEK } from './a-life.ts';
import { aLog, KNOWN, message, PHONE, type Log } from './a-log.ts';
import { judge } from './judge.ts';

const broken = (log: Log) => judge(log.known, log.seen()).counts.atNight;
const sent = (time: string, log = aStart(), validHours = 0.1) =>
  broken(log.texted(time, message('d1'), { validHours }));

const log = () => aStart({}, aLog({ ...KNOWN, clockSkew: 5 * 60_000 }));
const split = () =>
  aLog().event('2027-03-01T20:10:00Z', aClosing(), { zones: ['America/New_York', 'America/Chicago'] });
const moved = () =>
  aStart().event(
    '2027-03-08T12:00:00Z',
    {
      type: 'handrail.contact-changed',
      at: '2027-03-08T11:59:00Z',
      contacts: aClosing().contacts,
      consents: aClosing().consents,
    },
    { zones: ['America/Los_Angeles'] },
  );
const asked = () => checkIn(aLife(), 'd1', FIRST).says('2027-03-09T05:00:00Z', 'in-night', 'so-so');
const urgent = () => asked().says('2027-03-10T05:00:00Z', 'u', 'urgent');

describe('at night', () => {
  it('urgent words that the fallback kept at once are not answered hours later', () => {
    const at = Date.parse('2027-03-09T05:00:00Z');
    const wrote = { at, kind: 'client-texted', person: 'C-1', sid: 'u', from: PHONE, body: 'x' } as const;
    const kept = { at: at + 500, kind: 'text-taken', sid: 'u', fallback: true } as const;
    const answered = (log: Log) =>
      broken(log.texted('2027-03-09T09:00:00Z', 'case#in.u~answer~1~sms', { validHours: 0.1 }));

    expect(answered(aLife().sees({ ...wrote, means: 'urgent' }, kept))).toBe(1);
    expect(answered(aLife().sees({ ...wrote, means: 'urgent' }))).toBe(0);
  });

  it('a planned text goes inside the window to the minute, on both sides', () => {
    expect(sent('2027-03-02T13:59:59Z')).toBe(1);
    expect(sent('2027-03-02T14:00:00Z')).toBe(0);
    expect(sent('2027-03-03T00:30:00Z')).toBe(0);
    expect(sent('2027-03-03T01:00:00Z')).toBe(1);
  });

  it('the window moves with the clocks', () => {
    expect(sent('2027-03-15T13:10:00Z')).toBe(0);
    expect(sent('2027-03-12T13:10:00Z')).toBe(1);
  });

  it('as far as a server’s clock may be off it is tolerated', () => {
    expect(sent('2027-03-02T13:56:00Z', log())).toBe(0);
    expect(sent('2027-03-02T13:54:00Z', log())).toBe(1);
  });

  it('it must be day in every zone that the client may be in', () => {
    expect(sent('2027-03-02T14:30:00Z', split())).toBe(1);
    expect(sent('2027-03-02T15:00:00Z', split())).toBe(0);
  });

  it('a contact’s own hours narrow the window', () => {
    const safeHours = { from: '12:00', to: '15:00', days: ['TU'] };
    const narrow = () => aStart({ contacts: [{ channel: 'sms', value: PHONE, safety: 'safe', safeHours }] });
    expect(sent('2027-03-02T16:59:00Z', narrow())).toBe(1);
    expect(sent('2027-03-02T17:00:00Z', narrow())).toBe(0);
    expect(sent('2027-03-03T17:00:00Z', narrow())).toBe(1);
  });

  it('nothing stays valid beyond the window', () => {
    expect(sent('2027-03-02T22:00:00Z', aStart(), 3)).toBe(0);
    expect(sent('2027-03-02T22:00:00Z', aStart(), 3.1)).toBe(1);
  });

  it('a change of zone counts once it had time to settle; until then either is right', () => {
    expect(sent('2027-03-08T14:20:00Z', moved())).toBe(1);
    expect(sent('2027-03-08T17:20:00Z', moved())).toBe(0);
    const just = aStart().event(
      '2027-03-08T14:10:00Z',
      {
        type: 'handrail.contact-changed',
        at: '2027-03-08T14:09:00Z',
        contacts: aClosing().contacts,
        consents: aClosing().consents,
      },
      { zones: ['America/Los_Angeles'] },
    );
    expect(sent('2027-03-08T14:20:00Z', just)).toBe(0);
  });

  it('an e-mail is no exception', () => {
    const mail = {
      kind: 'mail-asked',
      request: 1,
      messageId: message('d1', 1, 'email'),
      to: 'c@example.org',
    } as const;
    const contacts = [{ channel: 'email', value: 'c@example.org', safety: 'safe' }];
    const consents = [{ channel: 'email', purpose: 'follow-up', givenAt: '2027-03-01T19:00:00Z' }];
    const log = aStart({ contacts, consents }).sees({ ...mail, at: Date.parse('2027-03-02T04:00:00Z') });
    expect(broken(log)).toBe(1);
  });
});

describe('an answer', () => {
  it('to a text that this number just sent may go at any hour, but not late', () => {
    expect(broken(asked().texted('2027-03-09T05:00:03Z', message('re-in-night')))).toBe(0);
    expect(broken(asked().texted('2027-03-09T05:16:00Z', message('re-in-night')))).toBe(1);
  });

  it('to another number is no answer', () => {
    const to = '+14105550199';
    expect(broken(asked().texted('2027-03-09T05:00:03Z', message('re-in-night'), { to }))).toBe(1);
  });

  it('of a case to urgent words has half an hour', () => {
    expect(
      broken(urgent().texted('2027-03-10T05:20:00Z', 'case#in.u~answer~1~sms', { validHours: 0.1 })),
    ).toBe(0);
    expect(
      broken(urgent().texted('2027-03-10T07:20:00Z', 'case#in.u~answer~1~sms', { validHours: 0.1 })),
    ).toBe(1);
    expect(broken(urgent().texted(WEEK.sent, 'case#in.nobody~answer~1~sms'))).toBe(0);
  });
});
