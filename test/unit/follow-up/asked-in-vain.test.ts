import { describe, expect, it } from 'vitest';
import { applyToFollowUp } from '#shared/apply/apply-to-follow-up.ts';
import { carryOutFollowUp } from '#shared/apply/carry-out-follow-up.ts';
import { advance } from '#shared/domain/follow-up/advance.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { HOUR } from '#shared/domain/record.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { aWorld } from '#test/fakes/fake-world.ts';

const DAY_BEFORE = NOW - 24 * HOUR;
const asked = (reached: 'unknown' | 'delivered' | 'failed') =>
  aFollowUp({
    checkIns: [
      aScheduledCheckIn({
        attempt: 2,
        attempts: [{ attempt: 1, channel: 'sms', messageId: 'fu#a~d1~1~sms', at: DAY_BEFORE, reached }],
      }),
    ],
  });
const caseAfter = (followUp: FollowUp, programme = aProgramme(), input: FollowUpInput = { kind: 'wake' }) => {
  const step = advance(followUp, input, { now: NOW, programme });
  return step.kind === 'changed' ? step.followUp.casesToRaise.map(({ newCase }) => newCase) : [];
};

describe('a check-in whose first text was not answered, and whose second cannot go', () => {
  const off = aProgramme({ sending: { mode: 'off' } });

  it('is a miss, with the ladder of a miss', () => {
    expect(caseAfter(asked('delivered'), off)).toMatchObject([
      { reason: 'missed-check-in', kind: 'escalation' },
    ]);
    expect(caseAfter(asked('unknown'), off)).toMatchObject([{ reason: 'missed-check-in' }]);
  });

  it('is not a miss when the first did not reach the client either', () => {
    expect(caseAfter(asked('failed'), off)).toMatchObject([{ reason: 'not-sent' }]);
  });

  it('knows of a first text whose failure is told late', () => {
    const late = aFollowUp({
      ...asked('unknown'),
      outbox: [
        {
          id: 'fu#a~d1~1~sms',
          state: 'handed-over',
          channel: 'sms',
          contactId: 'a-contact',
          template: 'check',
          lane: 'routine',
          checkIn: 'd1',
          attempt: 1,
          notAfter: NOW,
          tries: 1,
        },
      ],
    });
    const told = advance(
      late,
      { kind: 'receipt', messageId: 'fu#a~d1~1~sms', status: 'undelivered', code: '30003', at: NOW },
      { now: NOW, programme: aProgramme() },
    );
    expect(told.kind === 'changed' && told.followUp.checkIns[0]?.attempts).toMatchObject([
      { reached: 'failed' },
    ]);
  });
});

it('stops a contact also when the function dies at the save of a revoked consent', async () => {
  const world = aWorld({ now: NOW });
  const { contacts, followUps } = world;
  const phone = { id: 'a-contact', channel: 'sms', value: '+14105550134' } as const;
  await contacts.remember(phone);
  await followUps.create(aFollowUp(), []);
  const save = followUps.save.bind(followUps);
  followUps.save = async (document, facts) => {
    await save(document, facts);
    throw new Error('died');
  };
  const revoked = {
    kind: 'consent-revoked',
    channel: 'all',
    how: 'opt-out-staff',
    at: NOW,
    by: 'agency',
  } as const;
  const revoke = () =>
    applyToFollowUp({ ...world, carryOut: carryOutFollowUp(world) }, 'fu#a-follow-up', revoked);
  await expect(revoke()).rejects.toThrow('died');
  followUps.save = save;
  await revoke();

  expect(await contacts.get(phone.id)).toMatchObject({ suppression: { reason: 'opt-out-staff' } });
});
