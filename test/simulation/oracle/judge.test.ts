import { describe, expect, it } from 'vitest';
import { PROMISES } from '../what-was-seen.ts';
import { aLife, aStart, aStoppedLife, checkIn, FIRST, MONTH, WEEK } from './a-life.ts';
import { CASE, KNOWN, type Log } from './a-log.ts';
import { judge } from './judge.ts';

const none = Object.fromEntries(PROMISES.map((promise) => [promise, 0]));
const verdictOn = (log: Log) => judge(log.known, log.seen());

describe('a good story', () => {
  it('breaks nothing when a client answers each check-in', () => {
    const verdict = verdictOn(aLife());
    expect(verdict.violations).toEqual([]);
    expect(verdict.counts).toEqual(none);
    expect(verdict.checked).toMatchObject({ atNight: 3, twice: 3, recordBroken: 10, silentlyLost: 7 });
  });

  it('breaks nothing when a client stops and a person follows up', () => {
    expect(verdictOn(aStoppedLife()).violations).toEqual([]);
    expect(verdictOn(aStoppedLife()).checked.afterStop).toBe(1);
  });

  it('judges nothing that is due after the log ends', () => {
    const known = { ...KNOWN, until: Date.parse('2027-03-01T21:00:00Z') };
    const log = aStart();
    expect(judge(known, log.seen()).violations).toEqual([]);
  });
});

describe('a leak', () => {
  it.each(['the log', 'an alert to staff'])('is counted where it was seen: %s', (where) => {
    const log = aLife().sees({ at: KNOWN.from, kind: 'leak', where, what: 'a name' });
    expect(verdictOn(log).counts).toEqual({ ...none, leaked: 1 });
  });
});

describe('a replay', () => {
  it.each(['replay-differs: recorded', 'replay-differs: carrier-asked'])('counts as %s', (about) => {
    const log = aLife().sees({ at: KNOWN.until, kind: 'operators-told', about });
    expect(verdictOn(log).counts).toEqual({ ...none, replayDiffers: 1 });
  });

  it('is not what operators are told otherwise', () => {
    const log = aLife().sees({ at: KNOWN.until, kind: 'operators-told', about: 'something is overdue' });
    expect(verdictOn(log).counts).toEqual(none);
  });
});

describe('what was checked', () => {
  it('says how often, so that a check that never fires is seen', () => {
    const log = checkIn(aStart(), 'd1', FIRST);
    checkIn(log, 'd7', WEEK);
    checkIn(log, 'd30', { ...MONTH, means: 'so-so' });
    log.alerted('2027-04-01T21:00:00Z', `${CASE}.reply-to-read.in-d30`);
    log.acknowledged('2027-04-01T21:05:00Z', `${CASE}.reply-to-read.in-d30`);
    log.closed('2027-04-01T22:05:00Z', `${CASE}.reply-to-read.in-d30`);
    const verdict = verdictOn(log);
    expect(verdict.violations).toEqual([]);
    expect(verdict.checked).toMatchObject({ unread: 1, nobodyKnew: 1, leaked: 11, replayDiffers: 1 });
  });
});
