import { describe, expect, it } from 'vitest';
import { aClosing, aLife, aStart, aStoppedLife, cancelled, checkIn, FIRST, MONTH, WEEK } from './a-life.ts';
import { aLog, message, SESSION, type Log } from './a-log.ts';
import { judge } from './judge.ts';

const lost = (log: Log) =>
  judge(log.known, log.seen()).violations.filter(({ promise }) => promise === 'silentlyLost');
const because = (log: Log) =>
  lost(log)
    .map((one) => one.because)
    .join('\n');
const outcome = (log: Log, time: string, kind: string, id: string, why?: string) =>
  log.records(time, SESSION, { kind: `check-in-${kind}`, ...(why && { why }), detail: { checkIn: id } });

const first = () => checkIn(aStart(), 'd1', { sent: FIRST.sent });
const late = (log: Log) => {
  checkIn(log, 'd30', MONTH);
  return outcome(log, '2027-03-12T12:00:00Z', 'not-sent', 'd7', 'too-late');
};

describe('every check-in has its fate', () => {
  it('a session that leads to nothing is lost', () => {
    expect(because(aLog().event('2027-03-01T20:10:00Z', aClosing()))).toMatch(
      /neither a follow-up nor a decline/,
    );
  });

  it('a check-in that never went out and that nobody spoke of is lost', () => {
    const log = checkIn(checkIn(aStart(), 'd1', FIRST), 'd30', MONTH);
    expect(because(log)).toMatch(/d7: no outcome by/);
    expect(lost(log)).toHaveLength(1);
  });

  it('one that went out and whose silence is never recorded is lost', () => {
    const log = checkIn(checkIn(aStart(), 'd1', FIRST), 'd7', { sent: WEEK.sent });
    checkIn(log, 'd30', { sent: MONTH.sent });
    expect(lost(log).length).toBeGreaterThanOrEqual(1);
    expect(because(log)).toMatch(/d30: no outcome/);
  });

  it('a follow-up that leaves out a step of its protocol is found', () => {
    const high = aStart({ risk: { tier: 'high' } });
    checkIn(high, 'd1', FIRST);
    checkIn(high, 'd7', WEEK);
    expect(because(checkIn(high, 'd30', MONTH))).toMatch(/d14: no outcome/);
  });

  it('exactly one outcome is recorded; an answer after it is added', () => {
    expect(because(outcome(aLife(), '2027-03-02T16:00:00Z', 'missed', 'd1'))).toMatch(/two outcomes/);
    expect(lost(outcome(aLife(), '2027-03-02T16:00:00Z', 'answered-late', 'd1'))).toEqual([]);
  });

  it('an outcome that comes long after its deadline is late', () => {
    const log = checkIn(aStart(), 'd1', FIRST);
    checkIn(log, 'd30', MONTH);
    expect(because(outcome(log, '2027-03-25T12:00:00Z', 'not-sent', 'd7', 'too-late'))).toMatch(/came late/);
  });
});

describe('an outcome is what outsiders saw', () => {
  it('answered means that the client answered', () => {
    expect(because(outcome(first(), FIRST.answered, 'answered', 'd1'))).toMatch(/did not answer then/);
    expect(lost(aLife())).toEqual([]);
  });

  it('missed means that something was asked, and that the client had not answered', () => {
    expect(because(outcome(aStart(), '2027-03-04T12:00:00Z', 'missed', 'd1'))).toMatch(
      /nothing was ever handed over/,
    );
    const answered = first().says('2027-03-02T15:00:00Z', 'in-1', 'ok');
    expect(because(outcome(answered, '2027-03-04T12:00:00Z', 'missed', 'd1'))).toMatch(/had answered/);
  });

  it('cancelled means that something happened which cancels', () => {
    expect(because(cancelled(first(), '2027-03-03T12:00:00Z', 'opted-out'))).toMatch(/nobody saw why/);
    expect(because(cancelled(first(), '2027-03-03T12:00:00Z', 'superseded'))).toMatch(/nobody saw why/);
    expect(because(cancelled(first(), '2027-03-03T12:00:00Z', 'no-reason'))).toMatch(/nobody saw why/);
    expect(lost(aStoppedLife())).toEqual([]);
  });

  it.each([
    ['reached-by-staff', { type: 'handrail.human-contact', outcome: 'reached' }],
    ['death', { type: 'handrail.client-held', why: 'death' }],
    ['held', { type: 'handrail.client-held', why: 'request' }],
    ['superseded', { ...aClosing({ closedAt: '2027-03-03T11:00:00Z' }), sessionId: 'S-2' }],
  ])('%s has its cause in what the agency said', (why, event) => {
    const log = checkIn(aStart(), 'd1', FIRST).event('2027-03-03T11:30:00Z', {
      at: '2027-03-03T11:00:00Z',
      ...event,
    });
    expect(because(cancelled(log, '2027-03-03T12:00:00Z', why))).not.toMatch(/nobody saw why/);
  });
});

describe('troubles', () => {
  it('give what was due then more time', () => {
    expect(because(late(checkIn(aStart(), 'd1', FIRST)))).toMatch(/came late/);
    const out = {
      at: Date.parse('2027-03-08T05:00:00Z'),
      kind: 'trouble-began',
      trouble: 'region-outage',
      until: Date.parse('2027-03-12T11:00:00Z'),
    } as const;
    expect(because(late(checkIn(aStart(), 'd1', FIRST).sees(out)))).toBe('');
  });

  it('an event that had to be parked leads to nothing', () => {
    const broken = {
      at: Date.parse('2027-03-01T20:10:00Z'),
      kind: 'event-accepted',
      person: 'C-1',
      malformed: true,
      zones: [],
    } as const;
    const event = { ...aClosing(), agencyId: 'riverbend', sessionId: 'S-1', id: 'evt-x' };
    expect(lost(aLog().sees({ ...broken, event }))).toEqual([]);
    const led = aLog()
      .sees({ ...broken, event })
      .records('2027-03-01T20:10:05Z', SESSION, { kind: 'follow-up-started' });
    expect(because(led)).toMatch(/parked/);
    expect(judge(led.known, led.texted(FIRST.sent, message('d1')).seen()).counts.afterStop).toBe(1);
  });
});
