import { describe, expect, it } from 'vitest';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aText, afterInputs } from './after-inputs.ts';

const plan = () =>
  aFollowUp({ checkIns: [aScheduledCheckIn({ sendAt: NOW + 2 * DAY, tooLateAt: NOW + 3 * DAY })] });
const stop = aText('stop', NOW);
const start = aText('start', NOW + MINUTE);
const words = (inboundId: string, at: number) =>
  aText('stop texting me, my sister is here now', at, inboundId);
const hold = (at: number): FollowUpInput => ({ kind: 'held', why: 'admission', at, by: 'agency' });
const death: FollowUpInput = { kind: 'held', why: 'death', at: NOW, by: 'agency' };
const after = (...inputs: FollowUpInput[]) => afterInputs(plan(), inputs, NOW + HOUR).followUp;

describe('a client who stops the texts and takes that back', () => {
  it('goes on with what still lies ahead', () => {
    expect(after(stop, start)).toMatchObject({ status: 'open', checkIns: [{ id: 'd1r' }] });
  });

  it('stays stopped when the START was from before the STOP and comes late', () => {
    expect(after(stop, aText('start', NOW - MINUTE))).toMatchObject({
      checkIns: [],
      reach: { sms: { stopped: 'opted-out' } },
    });
  });

  it('stays stopped when they said STOP again after the START that comes late', () => {
    expect(after(stop, aText('stop', NOW + HOUR, 'IN-again'), start).checkIns).toEqual([]);
  });

  it('goes on when the agency’s word of the first stop comes late or again', () => {
    const late = {
      kind: 'consent-revoked',
      channel: 'all',
      how: 'opt-out-staff',
      at: NOW,
      by: 'agency',
    } as const;
    expect(after(stop, start, late, late)).toMatchObject({ status: 'open', checkIns: [{ id: 'd1r' }] });
  });

  it('has taken back what a closing that is told late would have to know, and no more', () => {
    const mail: FollowUpInput = {
      kind: 'consent-revoked',
      channel: 'email',
      how: 'opt-out-link',
      at: NOW + 2 * MINUTE,
      by: 'client',
    };
    expect(after(stop).revokedAt).toBe(NOW);
    expect(after(stop, start)).not.toHaveProperty('revokedAt');
    expect(after(stop, aText('start', NOW))).not.toHaveProperty('revokedAt');
    expect(after(mail, stop).revokedAt).toBe(NOW + 2 * MINUTE);
    expect(after(stop, mail).revokedAt).toBe(NOW + 2 * MINUTE);
    expect(after(stop, mail, start).revokedAt).toBe(NOW + 2 * MINUTE);
  });

  it('stays on hold when a hold began meanwhile', () => {
    const admitted: FollowUpInput = { kind: 'held', why: 'admission', at: NOW, by: 'agency' };
    expect(after(stop, admitted, start)).toMatchObject({ status: 'held', hold: { why: 'admission' } });
    expect(after(admitted, stop, start)).toMatchObject({ status: 'held', hold: { why: 'admission' } });
  });

  it('does not go on when they stopped the e-mails after a START that comes late', () => {
    const both = aFollowUp({
      ...plan(),
      reach: { ...plan().reach, email: { contactId: 'a-mailbox', discreet: false } },
    });
    const noMail: FollowUpInput = {
      kind: 'consent-revoked',
      channel: 'email',
      how: 'opt-out-link',
      at: NOW + HOUR,
      by: 'client',
    };
    const { followUp } = afterInputs(both, [stop, noMail, start], NOW + HOUR);
    expect(followUp.checkIns).toEqual([]);
    expect(followUp.reach.sms?.stopped).toBeUndefined();
  });

  it('does not take up an old plan beside a newer session’s', () => {
    const newer: FollowUpInput = { kind: 'superseded', by: 'fu#newer', at: NOW };
    expect(after(stop, newer, start).checkIns).toEqual([]);
  });

  it('has the words of a second stop read like those of the first', () => {
    const { effects } = afterInputs(
      plan(),
      [words('IN-1', NOW), start, words('IN-2', NOW + HOUR)],
      NOW + HOUR,
    );
    const stops = effects.flatMap((effect) =>
      effect.kind === 'raise-case' && effect.newCase.reason === 'opted-out' ? [effect.newCase] : [],
    );
    expect(new Set(stops.map(({ id }) => id)).size).toBe(2);
    expect(stops.map(({ subject }) => subject.inboundId)).toEqual(['IN-1', 'IN-2']);
  });
});

describe('a client who has died', () => {
  it('gets nothing more from whoever has the phone', () => {
    expect(after(stop, death, start).checkIns).toEqual([]);
    expect(after(death, stop, start).checkIns).toEqual([]);
  });

  it('has their contacts closed to everybody, also when the plan was over', () => {
    const { effects } = afterInputs(plan(), [stop, death, death]);
    const closed = effects.filter(
      (effect) => effect.kind === 'suppress-contact' && effect.reason === 'deceased',
    );
    expect(closed).toHaveLength(1);
  });
});

describe('two holds of which the first is lifted late', () => {
  const lift: FollowUpInput = { kind: 'hold-lifted', at: NOW + MINUTE, by: 'agency' };

  it.each([
    ['in order', [hold(NOW), lift, hold(NOW + HOUR)]],
    ['with the lift last', [hold(NOW), hold(NOW + HOUR), lift]],
    ['the wrong way round', [hold(NOW + HOUR), lift, hold(NOW)]],
  ])('keep the plan on hold %s', (_how, inputs) => {
    expect(after(...inputs)).toMatchObject({ status: 'held', hold: { since: NOW + HOUR } });
  });
});
