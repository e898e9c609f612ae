import { describe, expect, it } from 'vitest';
import type { ClosedSession } from '#shared/domain/enrolment/closed-session.ts';
import { enrolAgain } from '#shared/domain/enrolment/enrol-again.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { DAY, HOUR } from '#shared/domain/record.ts';
import { aScheduledCheckIn } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { aSession, CLOSED, enrolled } from './a-session.ts';

const LATER = CLOSED + 2 * HOUR;
const again = (known: FollowUp, different: Partial<ClosedSession> = {}) =>
  enrolAgain(known, aSession({ eventId: 'evt-0002', closedAt: LATER, ...different }), {
    now: LATER,
    programme: aProgramme(),
  });
const replaced = (known: FollowUp, different: Partial<ClosedSession> = {}) => {
  const step = again(known, different);
  if (step.kind === 'unchanged') throw new Error(step.why);
  return step;
};
const known = (different: Partial<FollowUp> = {}): FollowUp => ({
  ...enrolled().followUp,
  version: 3,
  record: { seq: 4, hash: 'a-hash' },
  ...different,
});
const idsOf = ({ checkIns }: FollowUp) => checkIns.map(({ id }) => id);

describe('an event of a session that has a record', () => {
  it('changes nothing when it is the same, or no newer', () => {
    expect(again(known(), { eventId: 'evt-0001' })).toEqual({ kind: 'unchanged', why: 'replay' });
    expect(again(known(), { closedAt: CLOSED })).toEqual({ kind: 'unchanged', why: 'older' });
    expect(again(known(), { closedAt: CLOSED + 1 }).kind).toBe('changed');
  });

  it('starts nothing after a death, and the death stays known', () => {
    const { followUp, decision } = replaced(known({ hold: { why: 'death', since: CLOSED } }));

    expect(decision).toMatchObject({ kind: 'decline', reason: 'said-to-have-died' });
    expect(followUp).toMatchObject({ status: 'declined', checkIns: [], hold: { why: 'death' } });
  });

  it('replaces the plan, and the record says by what', () => {
    const { kind, followUp, facts } = replaced(known());

    expect(kind).toBe('changed');
    expect(idsOf(followUp)).toEqual(['g2d1', 'g2d7', 'g2d30']);
    expect(followUp.ended).toMatchObject(
      ['d1', 'd7', 'd30'].map((id) => ({ id, state: 'cancelled', why: 'superseded' })),
    );
    expect(followUp).toMatchObject({
      version: 3,
      record: { seq: 4, hash: 'a-hash' },
      session: { closedAt: LATER, clientRef: 'C-77', eventIds: ['evt-0001', 'evt-0002'] },
    });
    expect(facts.map(({ kind: fact }) => fact)).toEqual([
      'follow-up-superseded',
      ...Array<string>(3).fill('check-in-cancelled'),
      'session-closed',
      'follow-up-started',
      ...Array<string>(3).fill('check-in-planned'),
    ]);
    expect(facts[0]).toEqual({
      kind: 'follow-up-superseded',
      by: 'agency',
      at: LATER,
      detail: { by: 'later-closing' },
    });
    expect(facts[1]).toMatchObject({ by: 'agency', why: 'superseded', detail: { checkIn: 'd1' } });
  });

  it('leaves what was asked or is on its way, and its answer still counts', () => {
    const attempts = [
      { attempt: 1, channel: 'sms', messageId: 'm', at: CLOSED, reached: 'unknown' },
    ] as const;
    const steps = [
      aScheduledCheckIn({ id: 'asked', state: 'awaiting-answer', attempts }),
      aScheduledCheckIn({ id: 'on-its-way', state: 'sending' }),
      aScheduledCheckIn({ id: 'asked-again', attempt: 2, attempts }),
      aScheduledCheckIn({ id: 'planned' }),
    ];
    const { followUp } = replaced(known({ checkIns: steps }));

    expect(idsOf(followUp)).toEqual(['asked', 'on-its-way', 'asked-again', 'g2d1', 'g2d7', 'g2d30']);
    expect(followUp.ended).toMatchObject([{ id: 'planned' }]);
  });

  it('never lowers the tier of an open plan, but does not raise one that was declined', () => {
    expect(replaced(known({ tier: 'high' }), { tier: 'low' }).followUp.tier).toBe('high');
    const declined = known({ status: 'declined', declined: 'imminent', tier: 'high', checkIns: [] });
    expect(replaced(declined, { tier: 'low' }).followUp.tier).toBe('low');
  });

  it('starts a plan where there was none, and says no longer that it was declined', () => {
    const { followUp } = replaced(known({ status: 'declined', declined: 'no-consent', checkIns: [] }));

    expect(followUp.status).toBe('open');
    expect(followUp).not.toHaveProperty('declined');
  });

  it('ends the plan where the newer closing declines, and says why on each step', () => {
    const { followUp } = replaced(known(), { offer: 'declined' });

    expect(followUp).toMatchObject({ status: 'declined', declined: 'client-declined', checkIns: [] });
    expect(followUp.ended.map(({ why }) => why)).toEqual(Array(3).fill('declined:client-declined'));
  });

  it('holds the plan of a client who is admitted, and lets go on that of one who is home', () => {
    const held = replaced(known(), { disposition: 'inpatient' }).followUp;
    expect(held).toMatchObject({ status: 'held', hold: { why: 'admission', since: LATER } });
    const home = replaced(known({ status: 'held', hold: { why: 'custody', since: CLOSED } })).followUp;

    expect(home.status).toBe('open');
    expect(home).not.toHaveProperty('hold');
    expect(replaced(known({ linkedUntil: CLOSED + DAY })).followUp).not.toHaveProperty('linkedUntil');
  });

  it('keeps a hold that began after it, where it is told late', () => {
    const admitted = { why: 'admission', since: LATER + 1 } as const;

    expect(replaced(known({ status: 'held', hold: admitted })).followUp).toMatchObject({
      status: 'held',
      hold: admitted,
    });
    expect(replaced(known({ status: 'held', hold: { ...admitted, since: LATER } })).followUp.status).toBe(
      'open',
    );
    expect(replaced(known({ status: 'held', hold: admitted }), { offer: 'declined' }).followUp.status).toBe(
      'declined',
    );
  });

  it('is one of the twenty newest that are remembered', () => {
    const eventIds = Array.from({ length: 20 }, (_, index) => `evt-${index}`);
    const { followUp } = replaced(known({ session: { ...known().session, eventIds } }));

    expect(followUp.session.eventIds).toEqual([...eventIds.slice(1), 'evt-0002']);
  });

  it('opens the tasks that it left, beside those that wait already', () => {
    const { followUp, effects } = replaced(known(), { meansSafetyDiscussed: false });

    expect(effects).toMatchObject([
      { kind: 'raise-case', newCase: { reason: 'means-safety-not-discussed' } },
    ]);
    expect(followUp.casesToRaise).toHaveLength(1);
  });
});
