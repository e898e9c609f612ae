import { describe, expect, it } from 'vitest';
import { aClosing, aStart, checkIn, FIRST, WEEK } from './a-life.ts';
import { type Log, message, SESSION } from './a-log.ts';
import { documentOf } from './ids.ts';
import { judge } from './judge.ts';

const NEWER = documentOf('riverbend', 'S-2');
const because = (log: Log) =>
  judge(log.known, log.seen())
    .violations.map((one) => one.because)
    .join('\n');

describe('a client with two plans', () => {
  const goesOn = /goes on since/;
  /** A second session closes on Friday; its follow-up starts, or is declined. */
  const twoSessions = (tier = 'moderate', kind = 'follow-up-started') =>
    checkIn(aStart(), 'd1', FIRST)
      .event('2027-03-05T20:10:00Z', {
        ...aClosing({ closedAt: '2027-03-05T20:00:00Z', risk: { tier } }),
        sessionId: 'S-2',
      })
      .records('2027-03-05T20:10:05Z', NEWER, { kind, detail: { tier } });

  it('is asked by the newer alone', () => {
    expect(because(twoSessions())).not.toMatch(goesOn);
    expect(because(twoSessions().texted(WEEK.sent, message('d7')))).toMatch(goesOn);
    expect(because(twoSessions().texted('2027-03-05T20:30:00Z', message('d7')))).not.toMatch(goesOn);
  });

  it('is asked by the older where the newer has none, or a lower tier', () => {
    const declined = twoSessions('moderate', 'follow-up-declined');
    expect(because(declined.texted(WEEK.sent, message('d7')))).not.toMatch(goesOn);
    expect(because(twoSessions('low').texted(WEEK.sent, message('d7')))).not.toMatch(goesOn);
  });

  it('is asked by the older where that was closed again since', () => {
    const again = twoSessions().event('2027-03-06T20:10:00Z', aClosing({ closedAt: '2027-03-06T20:00:00Z' }));
    expect(because(again.texted(WEEK.sent, message('d7')))).not.toMatch(goesOn);
  });

  it('may be asked by the older while the news of the newer settles', () => {
    const at = Date.parse('2027-03-05T20:11:00Z');
    const until = Date.parse('2027-03-09T00:00:00Z');
    const outage = twoSessions().sees({ at, kind: 'trouble-began', trouble: 'poller-outage', until });
    expect(because(outage.texted(WEEK.sent, message('d7')))).not.toMatch(goesOn);
  });
});

describe('a hold that was lifted', () => {
  const asHeld = /ended at .* as held/;
  const said = (log: Log, type: string, time: string, more = {}) =>
    log.event(time, { type: `handrail.${type}`, at: time, ...more });
  const held = () =>
    said(checkIn(aStart(), 'd1', FIRST), 'client-held', '2027-03-04T15:00:00Z', { why: 'custody' });
  const lifted = () => said(held(), 'hold-lifted', '2027-03-06T15:00:00Z');
  const endsHeld = (log: Log, time = '2027-03-10T15:00:00Z') =>
    log.records(time, SESSION, { kind: 'check-in-cancelled', why: 'held', detail: { checkIn: 'd7' } });

  it('ends no check-in any more', () => {
    expect(because(endsHeld(lifted()))).toMatch(asHeld);
    expect(because(endsHeld(lifted(), '2027-03-06T15:30:00Z'))).not.toMatch(asHeld);
    expect(because(endsHeld(held()))).not.toMatch(asHeld);
  });

  it('may be followed by another', () => {
    const again = said(lifted(), 'client-held', '2027-03-07T15:00:00Z', { why: 'admission' });
    expect(because(endsHeld(again))).not.toMatch(asHeld);
    expect(because(endsHeld(said(lifted(), 'session-reopened', '2027-03-07T15:00:00Z')))).not.toMatch(asHeld);
    const doubtful = lifted().says('2027-03-02T16:00:00Z', 'in-x', 'stop-ambiguous');
    expect(because(endsHeld(doubtful))).not.toMatch(asHeld);
    const closed = lifted().event('2027-03-07T20:10:00Z', aClosing({ closedAt: '2027-03-07T20:00:00Z' }));
    expect(because(endsHeld(closed))).not.toMatch(asHeld);
  });
});
