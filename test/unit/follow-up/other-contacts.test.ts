import { describe, expect, it } from 'vitest';
import type { FollowUp, Reach } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { after, aText } from './follow-up-steps.ts';

type Changed = Extract<FollowUpInput, { kind: 'contact-changed' }>;
const aPhone = (different: Partial<Reach> = {}): Reach => ({
  contactId: 'a-contact',
  discreet: false,
  ...different,
});
const changed = (reach: Changed['reach'], different: Partial<Changed> = {}): Changed => ({
  kind: 'contact-changed',
  reach,
  at: NOW,
  ...different,
});
/** What the follow-up holds of the phone after the agency named one. */
const phoneAfter = (known: Reach, next: Reach) =>
  after(aFollowUp({ reach: { sms: known } }), changed({ sms: next })).followUp.reach.sms;
const until = (to: string) => ({ sms: aPhone({ safeHours: [{ from: '09:00', to }] }) });

describe('an agency that names the same number again', () => {
  it.each(['opted-out', 'held-opt-out'] as const)('does not undo the client’s own stop (%s)', (stopped) => {
    const known = aPhone({ stopped, stoppedAt: NOW - HOUR, startedAt: NOW - DAY });

    expect(phoneAfter(known, aPhone({ discreet: true }))).toStrictEqual({ ...known, discreet: true });
    expect(phoneAfter(aPhone({ stopped }), aPhone())).toStrictEqual(aPhone({ stopped }));
  });

  it.each(['undeliverable', 'wrong-number'] as const)('says that it works again (%s)', (stopped) => {
    expect(phoneAfter(aPhone({ stopped, stoppedAt: NOW - HOUR }), aPhone())).toStrictEqual(aPhone());
  });

  it('keeps the hours of a number that it does not name anew, and no others', () => {
    const noon = aPhone({ safeHours: [{ from: '12:00', to: '13:00' }] });
    const nine = aPhone({ safeHours: [{ from: '09:00', to: '10:00' }] });
    const other = aPhone({ contactId: 'another' });

    expect(phoneAfter(noon, aPhone())).toStrictEqual(noon);
    expect(phoneAfter(noon, nine)).toStrictEqual(nine);
    expect(phoneAfter(noon, other)).toStrictEqual(other);
  });

  it('knows no stop for a number that the client never stopped', () => {
    const other = aPhone({ contactId: 'another-contact' });

    expect(phoneAfter(aPhone({ stopped: 'opted-out' }), other)).toStrictEqual(other);
    expect(after(aFollowUp(), changed({ email: other })).followUp.reach).toStrictEqual({ email: other });
  });

  it('is recorded with the channels that there are now, once', () => {
    const { followUp, facts } = after(
      aFollowUp(),
      changed({ sms: aPhone(), email: aPhone({ contactId: 'a-mailbox' }) }, { at: NOW - MINUTE }),
    );

    expect(facts).toEqual([
      { kind: 'contact-changed', by: 'agency', at: NOW - MINUTE, detail: { channels: 'email sms' } },
    ]);
    expect(after(followUp, changed({}, { at: NOW - MINUTE })).followUp).toBe(followUp);
  });

  it('moves the client to another zone only where it names one', () => {
    const zonesAfter = (zones?: string[]) =>
      after(aFollowUp(), changed({ sms: aPhone() }, zones ? { zones } : {})).followUp.zones;

    expect(zonesAfter(['America/Denver'])).toEqual(['America/Denver']);
    expect(zonesAfter([])).toEqual(['America/New_York']);
    expect(zonesAfter()).toEqual(['America/New_York']);
  });
});

describe('a text that waits when the client’s hours change', () => {
  // It is ten in the morning, and the text may go until two.
  const waiting = () =>
    aFollowUp({
      checkIns: [aScheduledCheckIn({ state: 'sending', sendAt: NOW - MINUTE })],
      outbox: [aText({ state: 'queued', lookAt: NOW + MINUTE })],
    });
  const waitsStill = (reach: Changed['reach']) =>
    after(waiting(), changed(reach)).followUp.outbox.length === 1;

  it('stays where the new hours reach as far', () => {
    expect(waitsStill({ sms: aPhone() })).toBe(true);
    expect(waitsStill(until('14:00'))).toBe(true);
  });

  it('is taken back where they end sooner, or have not begun', () => {
    expect(waitsStill(until('13:59'))).toBe(false);
    expect(waitsStill({ sms: aPhone({ safeHours: [{ from: '12:00', to: '20:00' }] }) })).toBe(false);
  });
});

describe('a check-in of tomorrow', () => {
  const sentAtAfter = (sendAt: string, reach: Changed['reach']) => {
    const at = Date.parse(sendAt);
    const plan = aFollowUp({ checkIns: [aScheduledCheckIn({ sendAt: at, tooLateAt: at + 3 * DAY })] });
    const [checkIn] = after(plan, changed(reach)).followUp.checkIns;
    return checkIn && new Date(checkIn.sendAt).toISOString();
  };

  it('stays where five minutes of the new hours are left to deliver it', () => {
    expect(sentAtAfter('2026-11-25T17:55:00Z', until('13:00'))).toBe('2026-11-25T17:55:00.000Z');
  });

  it('moves to the next day where less is left', () => {
    expect(sentAtAfter('2026-11-25T17:56:00Z', until('13:00'))).toBe('2026-11-26T14:00:00.000Z');
  });
});

describe('a newer session of the same client', () => {
  const newer = (why?: string): FollowUpInput => ({
    kind: 'superseded',
    by: 'fu#newer',
    at: NOW,
    ...(why && { why }),
  });
  const answered = { id: 'd1', kind: 'check-in', state: 'answered', at: NOW - DAY } as const;
  const optedOut = { id: 'd7', kind: 'check-in', state: 'cancelled', why: 'opted-out', at: NOW } as const;
  const over = (ended: FollowUp['ended']) => aFollowUp({ status: 'completed', checkIns: [], ended });

  it('ends this one, and the record says by which and by whom', () => {
    const { followUp, facts } = after(aFollowUp(), newer());

    expect(followUp.ended).toMatchObject([{ id: 'd1', state: 'cancelled', why: 'superseded' }]);
    expect(facts).toMatchObject([
      { kind: 'follow-up-superseded', by: 'agency', detail: { by: 'fu#newer' } },
      { kind: 'check-in-cancelled', by: 'agency', why: 'superseded' },
      { kind: 'follow-up-completed' },
    ]);
    expect(facts[0]).not.toHaveProperty('why');
    expect(followUp.casesToRaise).toEqual([]);
  });

  it('that has no follow-up of its own hands a client at risk to a person', () => {
    const { followUp, facts } = after(aFollowUp(), newer('contact-unsafe'));

    expect(facts[0]).toMatchObject({ kind: 'follow-up-superseded', why: 'contact-unsafe' });
    expect(followUp.casesToRaise).toMatchObject([
      {
        newCase: {
          id: 'case#a-follow-up.declined.newer',
          reason: 'declined',
          because: ['contact-unsafe'],
          dueAt: NOW + 24 * HOUR,
        },
      },
    ]);
  });

  it('that has none asks nobody where the tier was low, or this plan was over', () => {
    expect(after(aFollowUp({ tier: 'low' }), newer('contact-unsafe')).followUp.casesToRaise).toEqual([]);
    const { followUp } = after(over([optedOut]), newer('contact-unsafe'));
    expect(followUp.casesToRaise).toEqual([]);
  });

  it('means that a stop taken back later brings back nothing of this plan', () => {
    const { followUp } = after(over([answered, optedOut]), newer());

    expect(followUp.ended).toStrictEqual([answered, { ...optedOut, why: 'superseded' }]);
  });

  it('changes nothing where the plan was over and nobody had stopped it', () => {
    const done = over([answered]);

    expect(after(done, newer()).followUp).toBe(done);
  });
});
