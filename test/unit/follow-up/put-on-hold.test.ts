import { describe, expect, it } from 'vitest';
import { advance } from '#shared/domain/follow-up/advance.ts';
import type { EndedCheckIn } from '#shared/domain/follow-up/check-in.ts';
import type { FollowUp, HoldReason } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { after, anAskedCheckIn, aText, casesOf } from './follow-up-steps.ts';

const held = (why: HoldReason, at = NOW): FollowUpInput => ({ kind: 'held', why, at, by: 'agency' });
const lifted = (at: number): FollowUpInput => ({ kind: 'hold-lifted', at, by: 'agency' });
const onHold = (different: Partial<FollowUp> = {}) =>
  aFollowUp({ status: 'held', hold: { why: 'custody', since: NOW }, ...different });
const line = (different: Partial<EndedCheckIn> = {}): EndedCheckIn => ({
  id: 'd1',
  kind: 'check-in',
  state: 'answered',
  at: NOW - DAY,
  ...different,
});
const optedOut = line({ id: 'd7', state: 'cancelled', why: 'opted-out' });
const over = (...ended: EndedCheckIn[]) =>
  aFollowUp({ status: 'completed', checkIns: [], ended, linkedUntil: NOW + DAY });

describe('a hold that the agency asks for', () => {
  it('pauses the plan, and the record says who asked, since when and why', () => {
    const { followUp, facts } = after(aFollowUp(), held('custody', NOW - HOUR));

    expect(followUp).toMatchObject({ status: 'held', hold: { why: 'custody', since: NOW - HOUR } });
    expect(facts).toEqual([{ kind: 'follow-up-held', by: 'agency', at: NOW - HOUR, why: 'custody' }]);
  });

  it('is recorded once, however often it is told', () => {
    const once = after(aFollowUp(), held('custody')).followUp;

    expect(after(once, held('custody')).followUp).toBe(once);
  });

  it('does not come back when it is told again after it was lifted', () => {
    const free = aFollowUp({ holdLiftedAt: NOW });

    expect(after(free, held('custody', NOW)).followUp).toBe(free);
    expect(after(free, held('custody', NOW + 1)).followUp.status).toBe('held');
  });

  it('leaves a plan that is over as it is', () => {
    const done = over(line());

    expect(after(done, held('custody')).followUp).toBe(done);
  });

  it('is remembered where the client stopped the plan and may take that back, but ends nothing anew', () => {
    const { followUp, facts } = after(over(line(), optedOut), held('custody'));

    expect(followUp).toMatchObject({ status: 'completed', hold: { why: 'custody' } });
    expect(facts.map(({ kind }) => kind)).toEqual(['follow-up-held']);
  });

  it('is asked for by a session that was opened again, too', () => {
    const { followUp, facts } = after(aFollowUp(), { kind: 'reopened', at: NOW - MINUTE });

    expect(followUp).toMatchObject({ status: 'held', hold: { why: 'reopened', since: NOW - MINUTE } });
    expect(facts).toMatchObject([{ kind: 'follow-up-held', by: 'agency', why: 'reopened' }]);
  });

  it('says nothing to a record without a plan, but that the client has died', () => {
    const declined = aFollowUp({ status: 'declined', checkIns: [] });

    expect(advance(declined, held('custody'), { now: NOW, programme: aProgramme() })).toEqual({
      kind: 'unchanged',
      reason: 'nothing-to-do',
    });
    expect(after(declined, held('death')).followUp).toMatchObject({
      status: 'declined',
      hold: { why: 'death' },
    });
  });
});

describe('a death', () => {
  const dead = () => after(aFollowUp({ outbox: [aText({ state: 'claimed' })] }), held('death', NOW - HOUR));

  it('ends every step, takes back what is on its way, and closes the contact', () => {
    const { followUp, effects, facts } = dead();

    expect(followUp).toMatchObject({ checkIns: [], ended: [{ id: 'd1', state: 'cancelled', why: 'death' }] });
    expect(followUp.outbox).toEqual([]);
    expect(effects).toEqual([
      { kind: 'suppress-contact', contactId: 'a-contact', reason: 'deceased', at: NOW - HOUR },
    ]);
    expect(facts[0]).toEqual({ kind: 'follow-up-held', by: 'agency', at: NOW - HOUR, why: 'death' });
  });

  it('is not undone by the end of another hold', () => {
    const { followUp } = dead();

    expect(after(followUp, lifted(NOW + DAY)).followUp).toBe(followUp);
  });
});

describe('the end of a hold', () => {
  it('lets the plan go on, and stands on the record', () => {
    const { followUp, facts } = after(onHold(), lifted(NOW + HOUR), NOW + HOUR);

    expect(followUp).toMatchObject({ status: 'open', holdLiftedAt: NOW + HOUR });
    expect(followUp).not.toHaveProperty('hold');
    expect(facts).toEqual([{ kind: 'hold-lifted', by: 'agency', at: NOW + HOUR }]);
  });

  it('may come at the very moment at which the hold began', () => {
    expect(after(onHold(), lifted(NOW)).followUp.status).toBe('open');
    expect(after(onHold(), lifted(NOW - 1)).followUp.status).toBe('held');
  });

  it('that is told twice changes nothing the second time, nor does an earlier one that comes late', () => {
    const free = aFollowUp({ holdLiftedAt: NOW });

    expect(after(free, lifted(NOW)).followUp).toBe(free);
    expect(after(free, lifted(NOW - HOUR)).followUp).toBe(free);
  });

  it('that comes before its hold is kept in mind, without a word on the record', () => {
    const { followUp, facts } = after(aFollowUp(), lifted(NOW));

    expect(followUp.holdLiftedAt).toBe(NOW);
    expect(facts).toEqual([]);
  });

  it('does not bring back a plan that the client stopped', () => {
    const stopped = { ...over(optedOut), hold: { why: 'custody', since: NOW } as const };
    const { followUp, facts } = after(stopped, lifted(NOW));

    expect(followUp.status).toBe('completed');
    expect(facts.map(({ kind }) => kind)).toEqual(['hold-lifted']);
    expect(followUp).not.toHaveProperty('hold');
  });

  it('says nothing where the plan was over anyway', () => {
    const done = over(line());

    expect(after(done, lifted(NOW)).followUp).toBe(done);
  });
});

describe('while a client is on hold', () => {
  const wake = { kind: 'wake' } as const;
  const late = aScheduledCheckIn({ sendAt: NOW - 4 * HOUR, tooLateAt: NOW });

  it('a check-in that becomes too late is a task for a person from that moment on', () => {
    expect(after(onHold({ checkIns: [late] }), wake, NOW - 1).followUp.checkIns).toEqual([late]);
    const step = after(onHold({ checkIns: [late] }), wake, NOW);

    expect(step.followUp.ended).toMatchObject([{ id: 'd1', state: 'cancelled', why: 'held' }]);
    expect(casesOf(step)).toMatchObject([
      { reason: 'held', because: ['custody'], subject: { checkIn: 'd1' } },
    ]);
  });

  it('and only then: a step of an open plan is not ended for a hold', () => {
    const replanned = { ...late, sendAt: NOW + DAY };
    const open = aFollowUp({ checkIns: [replanned, aScheduledCheckIn({ id: 'd7' })] });
    const step = after(open, wake, NOW + HOUR);

    expect(step.followUp.checkIns).toMatchObject([replanned, { id: 'd7', state: 'sending' }]);
    expect(step.followUp.ended).toEqual([]);
  });

  it('a caring contact that becomes too late is only left out', () => {
    const step = after(onHold({ checkIns: [{ ...late, kind: 'caring-contact' }] }), wake);

    expect(step.followUp.ended).toMatchObject([{ state: 'cancelled', why: 'held' }]);
    expect(casesOf(step)).toEqual([]);
  });

  it('the answer to what was asked before is still waited for', () => {
    const asked = anAskedCheckIn({ tooLateAt: NOW - HOUR, answerBy: NOW + HOUR });
    const waiting = onHold({ checkIns: [asked] });

    expect(after(waiting, wake).followUp).toBe(waiting);
  });
});
