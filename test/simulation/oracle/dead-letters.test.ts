import { describe, expect, it } from 'vitest';
import { aLife } from './a-life.ts';
import { SESSION, type Log } from './a-log.ts';
import { judge } from './judge.ts';

const died = (log: Log, time: string, more: { message?: string; planted?: true } = {}) =>
  log.sees({
    at: Date.parse(time),
    kind: 'dead-letter',
    queue: 'follow-ups',
    message: 'm-7',
    document: SESSION,
    ...more,
  });
const once = (more: { planted?: true } = {}) => died(aLife(), '2027-03-10T12:00:00Z', more);
const lost = (log: Log) =>
  judge(log.known, log.seen()).violations.filter(({ because }) => because.includes('nothing could handle'));

describe('a message that its queue gave up', () => {
  it('may be handled when operators have put it back', () => {
    expect(lost(once())).toEqual([]);
    expect(lost(died(once(), '2027-03-10T13:00:00Z', { message: 'm-8' }))).toEqual([]);
  });

  it('and that dies again ends nowhere, which is told once', () => {
    const again = died(once(), '2027-03-10T13:08:00Z');
    expect(lost(again)).toMatchObject([{ promise: 'silentlyLost', person: 'C-1' }]);
    expect(lost(died(again, '2027-03-10T14:16:00Z'))).toHaveLength(1);
  });

  it('and that nobody could handle from the first belongs there', () => {
    expect(lost(died(once({ planted: true }), '2027-03-10T13:08:00Z', { planted: true }))).toEqual([]);
  });
});
