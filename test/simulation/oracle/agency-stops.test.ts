import { describe, expect, it } from 'vitest';
import { aStart, cancelled, checkIn, FIRST, WEEK } from './a-life.ts';
import { message, PHONE, SESSION, type Log } from './a-log.ts';
import { judge } from './judge.ts';

const broken = (log: Log) => judge(log.known, log.seen()).counts.afterStop;
const because = (log: Log) =>
  judge(log.known, log.seen())
    .violations.filter(({ promise }) => promise === 'afterStop')
    .map((one) => one.because)
    .join('\n');
const sentAfter = (log: Log, time = WEEK.sent) => log.texted(time, message('d7'));
const stopped = () => checkIn(aStart(), 'd1', FIRST);

const held = (why: string) =>
  sentAfter(
    stopped()
      .event('2027-03-03T12:00:00Z', { type: 'handrail.client-held', why, at: '2027-03-03T12:00:00Z' })
      .event('2027-03-05T12:00:00Z', { type: 'handrail.hold-lifted', at: '2027-03-05T12:00:00Z' }),
  );

describe('what the agency says', () => {
  it.each([
    { type: 'handrail.consent-revoked', channel: 'all', how: 'phone' },
    { type: 'handrail.client-held', why: 'death' },
    { type: 'handrail.client-held', why: 'custody' },
    { type: 'handrail.session-reopened' },
  ])('stops the plan once it had time to settle: $type $why', (event) => {
    const said = (time: string) => stopped().event(time, { ...event, at: time });
    expect(broken(sentAfter(said('2027-03-08T14:10:00Z')))).toBe(0);
    expect(broken(sentAfter(said('2027-03-08T12:10:00Z')))).toBeGreaterThan(0);
  });

  it('a lifted hold frees the plan, a death is never lifted', () => {
    expect(broken(held('admission'))).toBe(0);
    expect(broken(held('death'))).toBe(1);
  });

  it('a contact that is not safe, or not consented to, is never used', () => {
    expect(
      because(
        checkIn(aStart({ contacts: [{ channel: 'sms', value: PHONE, safety: 'unsafe' }] }), 'd1', FIRST),
      ),
    ).toMatch(/may be used/);
    expect(because(checkIn(aStart({ consents: [] }), 'd1', FIRST))).toMatch(/may be used/);
  });

  it('a session that asks for no automation gets none', () => {
    expect(because(aStart({ flags: ['do-not-contact'] }))).toMatch(/started in spite of: do-not-contact/);
    expect(because(aStart({ risk: { tier: 'imminent' } }))).toMatch(/imminent/);
  });

  it('an opt-out that the carrier knew and Handrail put on record stops too', () => {
    const refused = { kind: 'message-refused', why: 'suppress', detail: { message: message('d1') } };
    const log = stopped().records('2027-03-02T20:00:00Z', SESSION, refused);
    expect(because(sentAfter(cancelled(log, '2027-03-02T20:00:00Z', 'opted-out')))).toMatch(/at the carrier/);
  });

  it('so does one that Handrail took for a number out of service', () => {
    const at = Date.parse(FIRST.sent);
    const code = (said: string) =>
      stopped()
        .sees({ at, kind: 'carrier-refused', request: 1, messageId: message('d1'), to: PHONE, code: said })
        .records('2027-03-02T20:00:00Z', SESSION, {
          kind: 'message-refused',
          why: 'permanent',
          detail: { message: message('d1') },
        });
    expect(because(sentAfter(code('21610')))).toMatch(/at the carrier/);
    expect(because(sentAfter(code('30005')))).toBe('');
  });
});
