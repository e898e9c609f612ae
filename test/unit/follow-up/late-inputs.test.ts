import { describe, expect, it } from 'vitest';
import { advance } from '#shared/domain/follow-up/advance.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { DAY, HOUR } from '#shared/domain/record.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';

const after = (followUp: FollowUp, ...inputs: FollowUpInput[]): FollowUp =>
  inputs.reduce((value, input) => {
    const step = advance(value, input, { now: NOW + 9 * DAY, programme: aProgramme() });
    return step.kind === 'changed' ? step.followUp : value;
  }, followUp);

const held = { kind: 'held', why: 'request', at: NOW + HOUR, by: 'agency' } as const;
const lifted = { kind: 'hold-lifted', at: NOW + DAY, by: 'agency' } as const;

describe('a hold and its end', () => {
  it.each([
    ['in order', [held, lifted]],
    ['the wrong way round', [lifted, held]],
    ['with the hold once more', [held, lifted, held]],
    ['all of it twice', [held, lifted, held, lifted]],
  ])('leave the plan open when they come %s', (_how, inputs) => {
    expect(after(aFollowUp(), ...inputs)).toMatchObject({ status: 'open' });
  });

  it('do not lift a later hold', () => {
    const again = { ...held, at: NOW + 2 * DAY };
    expect(after(aFollowUp(), held, lifted, again, lifted)).toMatchObject({ status: 'held' });
  });
});

describe('a call that staff record days later', () => {
  const call = { kind: 'human-contact', outcome: 'reached', channel: 'voice', by: 'agency' } as const;
  const asked = aScheduledCheckIn({
    id: 'd7',
    state: 'awaiting-answer',
    answerBy: NOW + 10 * DAY,
    attempts: [{ attempt: 1, channel: 'sms', messageId: 'm', at: NOW + 7 * DAY, reached: 'delivered' }],
  });

  it('leaves alone what was asked long after the call', () => {
    const next = after(aFollowUp({ checkIns: [asked] }), { ...call, at: NOW });
    expect(next.checkIns).toHaveLength(1);
  });

  it('makes moot what was asked before the call', () => {
    const next = after(aFollowUp({ checkIns: [asked] }), { ...call, at: NOW + 7 * DAY + HOUR });
    expect(next.checkIns).toHaveLength(0);
  });
});
