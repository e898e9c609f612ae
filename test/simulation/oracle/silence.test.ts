import { describe, expect, it } from 'vitest';
import { aStart, checkIn, FIRST, withCase } from './a-life.ts';
import { CASE, SESSION, type Log } from './a-log.ts';
import { judge } from './judge.ts';

const unknown = (log: Log) =>
  judge(log.known, log.seen()).violations.filter(({ promise }) => promise === 'nobodyKnew');
const because = (log: Log) =>
  unknown(log)
    .map((one) => one.because)
    .join('\n');
const MISS = `${CASE}.missed-check-in.d7`;

const silent = () =>
  checkIn(checkIn(aStart(), 'd1', FIRST), 'd7', { sent: '2027-03-08T14:20:00Z' }).records(
    '2027-03-09T14:30:00Z',
    SESSION,
    {
      kind: 'check-in-missed',
      detail: { checkIn: 'd7' },
    },
  );
const rest = (log: Log) =>
  checkIn(log, 'd30', { sent: '2027-03-31T13:20:00Z', answered: '2027-03-31T14:00:00Z' });
const raisedSilence = () =>
  silent()
    .records('2027-03-09T14:30:05Z', MISS, {
      kind: 'escalation-raised',
      detail: { case: MISS, dueAt: Date.parse('2027-03-09T18:20:00Z') },
    })
    .alerted('2027-03-09T14:31:00Z', MISS);
const later = (log: Log) =>
  rest(log)
    .alerted('2027-03-10T13:00:00Z', MISS)
    .acknowledged('2027-03-10T13:05:00Z', MISS)
    .closed('2027-03-10T14:00:00Z', MISS);

describe('silence', () => {
  it('reaches a person', () => {
    const log = withCase(
      silent(),
      MISS,
      '2027-03-09T14:30:05Z',
      '2027-03-10T14:20:00Z',
      '2027-03-09T14:31:00Z',
      'escalation-raised',
    );
    expect(unknown(rest(log))).toEqual([]);
  });

  it('that nobody is told of is found from outside, whatever the record says', () => {
    expect(because(rest(silent()))).toMatch(/silent until .* and nobody was told/);
    expect(
      because(rest(checkIn(checkIn(aStart(), 'd1', FIRST), 'd7', { sent: '2027-03-08T14:20:00Z' }))),
    ).toMatch(/nobody was told/);
  });

  it('of somebody who writes after all is none', () => {
    const log = checkIn(checkIn(aStart(), 'd1', FIRST), 'd7', { sent: '2027-03-08T14:20:00Z' });
    expect(because(rest(log.says('2027-03-10T12:00:00Z', 'in-late', 'ok')))).not.toMatch(/nobody was told/);
  });

  it('calmed by a late answer climbs no further for half a day', () => {
    expect(because(later(raisedSilence()))).toMatch(/step 2 was due/);
    expect(because(later(raisedSilence().says('2027-03-09T14:40:00Z', 'in-late', 'ok')))).toBe('');
  });
});

describe('what else must reach a person', () => {
  it.each([
    ['not-sent', 'too-late'],
    ['not-delivered', '30005'],
  ])('a check-in that was %s', (kind, why) => {
    const log = checkIn(aStart(), 'd1', FIRST).records('2027-03-09T20:00:00Z', SESSION, {
      kind: `check-in-${kind}`,
      why,
      detail: { checkIn: 'd7' },
    });
    expect(because(log)).toMatch(new RegExp(`d7 check-in-${kind} .* nobody was told of a case of it`));
    const known = withCase(
      log,
      `${CASE}.${kind}.d7`,
      '2027-03-09T20:00:05Z',
      '2027-03-10T20:00:00Z',
      '2027-03-10T20:01:00Z',
    );
    expect(because(known)).not.toMatch(/nobody was told of a case of it/);
  });

  it('imminent risk at once and at any hour, and the call of high tier', () => {
    expect(because(aStart({ risk: { tier: 'imminent' } }))).toMatch(/imminent risk/);
    expect(because(aStart({ risk: { tier: 'high' } }))).toMatch(/high tier/);
    const told = aStart({ risk: { tier: 'high' } });
    expect(
      because(
        withCase(
          told,
          `${CASE}.high-tier-call.closing`,
          '2027-03-01T20:10:05Z',
          '2027-03-03T20:00:00Z',
          '2027-03-03T20:01:00Z',
        ),
      ),
    ).not.toMatch(/high tier/);
  });

  it('a stop at moderate tier, because opting out is not being safe', () => {
    const stopped = checkIn(aStart(), 'd1', FIRST).says('2027-03-02T18:00:00Z', 'in-stop', 'stop-keyword');
    expect(because(stopped)).toMatch(/a stop at .* nobody was told of a case of it/);
  });
});
