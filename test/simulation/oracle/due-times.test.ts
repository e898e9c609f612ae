import { describe, expect, it } from 'vitest';
import { aClosing, aLife, aStart, checkIn, FIRST, withCase } from './a-life.ts';
import { aLog, CASE, SESSION, type Log } from './a-log.ts';
import { judge } from './judge.ts';

const because = (log: Log) =>
  judge(log.known, log.seen())
    .violations.filter(({ promise }) => promise === 'nobodyKnew')
    .map((one) => one.because)
    .join('\n');
const task = (log: Log, about: string, told: string, opened = '2027-03-01T20:10:06Z') =>
  because(withCase(log, `${CASE}.${about}`, opened, told, told));

const declined = () =>
  aLog()
    .event('2027-03-01T20:10:00Z', aClosing({ offer: 'declined' }))
    .records('2027-03-01T20:10:05Z', SESSION, {
      kind: 'follow-up-declined',
      why: 'offer-declined',
      detail: { tier: 'moderate' },
    });
const notWorking = () =>
  aLife().records('2027-03-09T16:00:00Z', SESSION, {
    kind: 'contact-undeliverable',
    detail: { channel: 'sms', code: '30005' },
  });

describe('a deadline is the protocol’s, whatever Handrail’s own record says', () => {
  it('of a decline: the time that the first check-in would have had', () => {
    expect(task(declined(), 'declined.1772395200000', '2027-03-03T13:01:00Z')).toBe('');
    expect(task(declined(), 'declined.1772395200000', '2027-03-31T20:00:00Z')).toMatch(
      /a decline at .* nobody was told of a case of it by 2027-03-03T13:45/,
    );
  });

  it('of the call at high tier: two days', () => {
    const high = () => aStart({ risk: { tier: 'high' } });
    expect(task(high(), 'high-tier-call.closing', '2027-03-03T20:11:00Z')).not.toMatch(/high tier/);
    expect(task(high(), 'high-tier-call.closing', '2027-03-31T20:00:00Z')).toMatch(/high tier at .* nobody/);
  });

  it('of a telephone that does not work: the time of the tier', () => {
    const opened = '2027-03-09T16:00:01Z';
    expect(because(notWorking())).toMatch(/sms that does not work .* nobody was told/);
    expect(task(notWorking(), 'contact-repair.sms', '2027-03-10T16:01:00Z', opened)).toBe('');
    expect(task(notWorking(), 'contact-repair.sms', '2027-03-20T16:01:00Z', opened)).toMatch(/does not work/);
  });

  it('of a stop at moderate tier: a day', () => {
    const stopped = () =>
      checkIn(aStart(), 'd1', FIRST).says('2027-03-02T18:00:00Z', 'in-stop', 'stop-keyword');
    const opened = '2027-03-02T18:00:02Z';
    expect(task(stopped(), 'opted-out.in-stop', '2027-03-03T18:01:00Z', opened)).not.toMatch(/a stop/);
    expect(task(stopped(), 'opted-out.in-stop', '2027-03-20T18:01:00Z', opened)).toMatch(
      /a stop at .* nobody/,
    );
  });

  it.each([
    ['reply-to-read.in-x', '2027-03-10T21:01:00Z'],
    ['distress-words.in-x', '2027-03-10T13:01:00Z'],
    ['wrong-number.in-x', '2027-03-10T16:01:00Z'],
    ['safety-plan-incomplete.closing', '2027-03-10T21:01:00Z'],
  ])('of any other case, as %s', (about, inTime) => {
    const opened = '2027-03-09T16:00:01Z';
    expect(task(aLife(), about, inTime, opened)).toBe('');
    expect(task(aLife(), about, '2027-03-30T16:01:00Z', opened)).toMatch(/the first alert was due by/);
  });
});
