import { describe, expect, it } from 'vitest';
import { aClosing, aConsent, aStart, aStoppedLife, checkIn, FIRST, WEEK } from './a-life.ts';
import { message, PHONE, type Log } from './a-log.ts';
import { judge } from './judge.ts';

const broken = (log: Log) => judge(log.known, log.seen()).counts.afterStop;
const because = (log: Log) =>
  judge(log.known, log.seen())
    .violations.filter(({ promise }) => promise === 'afterStop')
    .map((one) => one.because)
    .join('\n');
const sentAfter = (log: Log, time = WEEK.sent) => log.texted(time, message('d7'));
const stopped = () => checkIn(aStart(), 'd1', FIRST);

const meets = (time: string) =>
  broken(sentAfter(stopped().says('2027-03-08T14:20:00.000Z', 'in-stop', 'stop-keyword'), time));
const answer = (log: Log, sid: string, time: string) => log.texted(time, message(`re-${sid}`));
const urgent = (log: Log, sid: string, minute: number) =>
  log
    .says(`2027-03-02T19:${minute}:00Z`, sid, 'urgent')
    .texted(`2027-03-02T19:${minute}:03Z`, `case#in.${sid}~answer~1~sms`);

describe('after a stop', () => {
  it.each(['stop-keyword', 'stop-words', 'stop-ambiguous', 'stop-and-urgent', 'wrong-number'] as const)(
    'no planned text may begin: %s',
    (means) => {
      expect(broken(sentAfter(stopped().says('2027-03-02T18:00:00Z', 'in-stop', means)))).toBe(1);
    },
  );

  it('the new telephone may be texted where the wrong number is the former one', () => {
    const NEW = '+12065550171';
    const moved = () =>
      stopped().event('2027-03-04T15:00:00Z', {
        type: 'handrail.contact-changed',
        at: '2027-03-04T15:00:00Z',
        contacts: [{ channel: 'sms', value: NEW, safety: 'safe' }],
        consents: [aConsent('2027-03-04T14:55:00Z')],
      });
    const after = (means: 'wrong-number' | 'stop-words') =>
      broken(
        moved().says('2027-03-05T18:00:00Z', 'in-old', means).texted(WEEK.sent, message('d7'), { to: NEW }),
      );
    expect(after('wrong-number')).toBe(0);
    expect(after('stop-words')).toBe(1);
  });

  it('a hand-over that began before may complete within two seconds, and not later', () => {
    expect(meets('2027-03-08T14:20:02.400Z')).toBe(0);
    expect(meets('2027-03-08T14:20:02.600Z')).toBe(1);
  });

  it('a text that was never given to Handrail stops nothing yet', () => {
    const at = Date.parse('2027-03-08T14:00:00Z');
    const said = {
      at,
      kind: 'client-texted',
      person: 'C-1',
      sid: 'x',
      from: PHONE,
      body: 'STOP',
      means: 'stop-keyword',
    } as const;
    expect(broken(sentAfter(stopped().sees(said)))).toBe(0);
    const listed = { at: at + 60_000, kind: 'texts-listed', sids: ['x'] } as const;
    expect(broken(sentAfter(stopped().sees(said, listed), '2027-03-08T14:20:00Z'))).toBe(0);
    expect(broken(sentAfter(stopped().sees(said, listed), '2027-03-08T15:20:00Z'))).toBe(1);
  });

  it('START, or consent given later, lifts what the client said, and nothing else', () => {
    const started = stopped()
      .says('2027-03-02T18:00:00Z', 'in-stop', 'stop-keyword')
      .says('2027-03-03T18:00:00Z', 'in-start', 'start-keyword');
    expect(broken(sentAfter(started))).toBe(0);
    const consented = stopped()
      .says('2027-03-02T18:00:00Z', 'in-stop', 'stop-keyword')
      .event(
        '2027-03-04T18:00:00Z',
        aClosing({ closedAt: '2027-03-04T17:00:00Z', consents: [aConsent('2027-03-04T16:00:00Z')] }),
      );
    expect(broken(sentAfter(consented))).toBe(0);
    const stranger = stopped()
      .says('2027-03-02T18:00:00Z', 'in-stop', 'wrong-number')
      .says('2027-03-03T18:00:00Z', 'in-start', 'start-keyword');
    expect(broken(sentAfter(stranger))).toBe(1);
  });

  it('consent from before the stop lifts nothing', () => {
    const closing = aClosing({
      closedAt: '2027-03-04T17:00:00Z',
      consents: [aConsent('2027-03-02T17:00:00Z')],
    });
    const log = stopped()
      .says('2027-03-02T18:00:00Z', 'in-stop', 'stop-keyword')
      .event('2027-03-04T18:00:00Z', closing);
    expect(broken(sentAfter(log))).toBe(1);
  });

  it('by text, nobody is e-mailed instead', () => {
    const contacts = [
      { channel: 'sms', value: PHONE, safety: 'safe' },
      { channel: 'email', value: 'c@example.org', safety: 'safe' },
    ];
    const log = checkIn(
      aStart({
        contacts,
        consents: [aConsent('2027-03-01T19:00:00Z'), aConsent('2027-03-01T19:00:00Z', 'email')],
      }),
      'd1',
      FIRST,
    )
      .says('2027-03-02T18:00:00Z', 'in-stop', 'stop-keyword')
      .sees({
        at: Date.parse(WEEK.sent),
        kind: 'mail-asked',
        request: 9,
        messageId: message('d7', 1, 'email'),
        to: 'c@example.org',
      });
    expect(because(log)).toMatch(/stop-keyword texted/);
  });
});

describe('what a machine may answer after a stop', () => {
  it('one confirmation of words within five minutes; none of a bare keyword', () => {
    expect(broken(answer(aStoppedLife('stop-words'), 'in-stop', '2027-03-02T18:00:05Z'))).toBe(0);
    expect(broken(answer(aStoppedLife('stop-words'), 'in-stop', '2027-03-02T18:06:05Z'))).toBe(1);
    expect(broken(answer(aStoppedLife(), 'in-stop', '2027-03-02T18:00:05Z'))).toBe(1);
  });

  it('not a second confirmation', () => {
    const log = answer(aStoppedLife('stop-words'), 'in-stop', '2027-03-02T18:00:05Z').says(
      '2027-03-02T18:03:00Z',
      'again',
      'stop-words',
    );
    expect(broken(answer(log, 'again', '2027-03-02T18:03:05Z'))).toBe(1);
  });

  it('one safety answer to urgent words, and not a second', () => {
    expect(broken(urgent(aStoppedLife(), 'u1', 10))).toBe(0);
    expect(broken(urgent(urgent(aStoppedLife(), 'u1', 10), 'u2', 20))).toBe(1);
  });
});
