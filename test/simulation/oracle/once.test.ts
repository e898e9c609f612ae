import { describe, expect, it } from 'vitest';
import { aLife, aStart, FIRST } from './a-life.ts';
import { aText, type Log, message, PHONE } from './a-log.ts';
import { judge } from './judge.ts';

const verdictOn = (log: Log) => judge(log.known, log.seen());
const listed = (time: string, said: 'none' | 'found' | 'cannot-say', text = 'hello') =>
  ({ at: Date.parse(time), kind: 'carrier-listed', to: PHONE, text, said }) as const;
const twice = () =>
  aStart()
    .texted(FIRST.sent, message('d1'), { text: 'hello' })
    .texted('2027-03-02T14:30:00Z', message('d1'), { text: 'hello' });

const again = (time: string) =>
  verdictOn(aLife().texted(time, message('d1x'), { text: aText(message('d1')) })).counts.twice;
const send = (count: number, day = '02') =>
  Array.from({ length: count }, (_, nth) => nth).reduce(
    (log, nth) => log.texted(`2027-03-${day}T1${4 + nth}:30:00Z`, message(`x${day}${nth}`)),
    aStart(),
  );

describe('once', () => {
  it('a message that is taken twice is one too many', () => {
    expect(verdictOn(twice()).counts.twice).toBe(1);
  });

  it('unless the carrier denied having it, twice, in between', () => {
    const denied = twice().sees(
      listed('2027-03-02T14:13:00Z', 'none'),
      listed('2027-03-02T14:22:00Z', 'none'),
    );
    expect(verdictOn(denied).counts.twice).toBe(0);
    expect(verdictOn(denied).tolerated.duplicatesAfterDenial).toBe(1);
  });

  it.each([
    ['once only', [listed('2027-03-02T14:13:00Z', 'none')]],
    [
      'another text',
      [listed('2027-03-02T14:13:00Z', 'none', 'hi'), listed('2027-03-02T14:22:00Z', 'none', 'hi')],
    ],
    ['too late', [listed('2027-03-02T14:31:00Z', 'none'), listed('2027-03-02T14:32:00Z', 'none')]],
    [
      'not sure',
      [listed('2027-03-02T14:13:00Z', 'cannot-say'), listed('2027-03-02T14:22:00Z', 'cannot-say')],
    ],
  ])('a denial that is none excuses nothing: %s', (_what, seen) => {
    expect(verdictOn(twice().sees(...seen)).counts.twice).toBe(1);
  });

  it('an e-mail that is taken twice cannot be excused', () => {
    const mail = {
      kind: 'mail-took',
      messageId: message('d1', 1, 'email'),
      to: 'c@example.org',
      subject: 's',
      text: 't',
    } as const;
    const log = aStart().sees(
      { ...mail, at: Date.parse(FIRST.sent), request: 1 },
      { ...mail, at: Date.parse(FIRST.answered), request: 2 },
    );
    expect(verdictOn(log).counts.twice).toBe(1);
  });

  it('the same words within hours are twice, whatever their ids', () => {
    expect(again('2027-03-02T16:10:00Z')).toBe(1);
    expect(again('2027-03-02T18:10:00Z')).toBe(0);
  });

  it('a day has its cap, by the client’s own day', () => {
    expect(verdictOn(send(3)).counts.twice).toBe(0);
    expect(verdictOn(send(4)).counts.twice).toBe(1);
    const overMidnight = send(3).texted('2027-03-03T00:30:00Z', message('late'));
    expect(verdictOn(overMidnight).counts.twice).toBe(1);
    expect(verdictOn(send(3).texted('2027-03-03T14:30:00Z', message('next'))).counts.twice).toBe(0);
  });
});
