import { describe, expect, it } from 'vitest';
import { aClosing } from './a-life.ts';
import { aLog, PHONE, SESSION, type Log } from './a-log.ts';
import { judge } from './judge.ts';

const lost = (log: Log) =>
  judge(log.known, log.seen()).violations.filter(({ promise }) => promise === 'silentlyLost');
const because = (log: Log) =>
  lost(log)
    .map((one) => one.because)
    .join('\n');

const declined = (different: object) =>
  aLog()
    .event('2027-03-01T20:10:00Z', aClosing({ risk: { tier: 'low' }, ...different }))
    .records('2027-03-01T20:10:05Z', SESSION, { kind: 'follow-up-declined', why: 'said' });

describe('a decline', () => {
  it.each([
    { offer: 'declined' },
    { client: { ref: 'C-1', language: 'vi' } },
    { consents: [] },
    { flags: ['ipv'] },
  ])('has its reason in the event: %j', (different) => {
    expect(lost(declined(different))).toEqual([]);
  });

  it('without any reason is a client lost', () => {
    expect(because(declined({}))).toMatch(/without any reason/);
  });

  it('may come of an earlier stop, or of another client on the telephone', () => {
    const early = { at: Date.parse('2027-03-01T10:00:00Z'), sid: 'x' } as const;
    const stop = {
      ...early,
      kind: 'client-texted',
      person: 'C-1',
      from: PHONE,
      body: 'STOP',
      means: 'stop-keyword',
    } as const;
    expect(lost(declined({}).sees(stop, { ...early, kind: 'text-taken' }))).toEqual([]);
    const weeksLater = declined({}).says('2027-03-29T15:00:00Z', 'y', 'stop-keyword', 'STOP');
    expect(because(weeksLater)).toMatch(/without any reason/);
    const other = declined({}).event(
      '2027-03-01T12:00:00Z',
      { ...aClosing({ offer: 'declined', risk: { tier: 'low' } }), sessionId: 'S-9' },
      { person: 'C-9' },
    );
    expect(because(other)).not.toMatch(/without any reason/);
  });
});
