import { describe, expect, it } from 'vitest';
import { advance } from '#shared/domain/follow-up/advance.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { toldKey, type FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { nextDueAt } from '#shared/domain/follow-up/next-due-at.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import { aNewCase } from '#test/builders/a-case.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { aText as aReply } from './after-inputs.ts';
import { after, anAskedCheckIn, aText } from './follow-up-steps.ts';

const wake = { kind: 'wake' } as const;
const answered = (at: number) => ({ at, kind: 'client-answered', code: 'ok' }) as const;
const toRaise = (id: string, lookAt: number) => ({ newCase: aNewCase(NOW, { id }), lookAt });
const toTell = (caseId: string, lookAt: number, at = NOW - HOUR) => ({ caseId, note: answered(at), lookAt });
/** Nothing of the plan itself is due before tomorrow. */
const quiet = (different: Partial<FollowUp> = {}) =>
  aFollowUp({ checkIns: [aScheduledCheckIn({ sendAt: NOW + DAY, tooLateAt: NOW + 2 * DAY })], ...different });
const carriedOut = (raised: string[], told: string[] = []): FollowUpInput => ({
  kind: 'carried-out',
  raised,
  told,
});

describe('a case that the follow-up asked for', () => {
  const missed = () => after(aFollowUp({ checkIns: [anAskedCheckIn({ silentBy: NOW })] }), wake);

  it('is asked for again after two minutes, until its queue has it', () => {
    const { followUp } = missed();
    expect(followUp.casesToRaise).toMatchObject([{ lookAt: NOW + 2 * MINUTE }]);
    expect(after(followUp, wake, NOW + 2 * MINUTE - 1).effects).toEqual([]);
    const again = after(followUp, wake, NOW + 2 * MINUTE);

    expect(again.effects).toEqual([{ kind: 'raise-case', newCase: followUp.casesToRaise[0]?.newCase }]);
    expect(again.followUp.casesToRaise).toMatchObject([{ lookAt: NOW + 4 * MINUTE }]);
  });

  it('is kept apart from one that is not due again', () => {
    const two = quiet({ casesToRaise: [toRaise('case#1', NOW), toRaise('case#2', NOW + 1)] });
    const { followUp, effects } = after(two, wake);

    expect(effects).toMatchObject([{ kind: 'raise-case', newCase: { id: 'case#1' } }]);
    expect(followUp.casesToRaise.map(({ lookAt }) => lookAt)).toEqual([NOW + 2 * MINUTE, NOW + 1]);
  });

  it('is forgotten when its queue has it, and others are not', () => {
    const two = quiet({ casesToRaise: [toRaise('case#1', NOW), toRaise('case#2', NOW)] });

    expect(after(two, carriedOut(['case#1'])).followUp.casesToRaise).toMatchObject([
      { newCase: { id: 'case#2' } },
    ]);
    expect(after(two, carriedOut(['case#3'])).followUp).toBe(two);
  });

  it('is asked for once where two texts fail on the same number', () => {
    const second = 'fu#a-follow-up~d7~1~sms';
    const failed = (messageId: string): FollowUpInput => ({
      kind: 'receipt',
      messageId,
      status: 'undelivered',
      code: '30005',
      at: NOW,
    });
    const texts = quiet({ outbox: [aText(), aText({ id: second, checkIn: 'd7' })] });
    const once = after(texts, failed(aText().id));
    const twice = after(once.followUp, failed(second));

    expect(once.effects).toMatchObject([{ kind: 'raise-case', newCase: { reason: 'contact-repair' } }]);
    expect(twice.effects).toEqual([]);
    expect(twice.followUp.casesToRaise).toHaveLength(1);
  });
});

describe('what a case must be told', () => {
  const line = { id: 'd1', kind: 'check-in', state: 'missed', at: NOW - HOUR, caseId: 'case#1' } as const;
  const late = () => after(quiet({ ended: [line] }), aReply('1'));

  it('is told again after two minutes, until its queue has it', () => {
    const { followUp } = late();
    expect(followUp.casesToTell).toMatchObject([{ caseId: 'case#1', lookAt: NOW + 2 * MINUTE }]);
    expect(after(followUp, wake, NOW + 2 * MINUTE - 1).effects).toEqual([]);
    const again = after(followUp, wake, NOW + 2 * MINUTE);

    expect(again.effects).toEqual([{ kind: 'tell-case', caseId: 'case#1', note: answered(NOW) }]);
    expect(again.followUp.casesToTell).toMatchObject([{ lookAt: NOW + 4 * MINUTE }]);
  });

  it('is kept apart from what is not due again', () => {
    const two = quiet({ casesToTell: [toTell('case#1', NOW), toTell('case#2', NOW + 1)] });
    const { followUp, effects } = after(two, wake);

    expect(effects).toMatchObject([{ kind: 'tell-case', caseId: 'case#1' }]);
    expect(followUp.casesToTell.map(({ lookAt }) => lookAt)).toEqual([NOW + 2 * MINUTE, NOW + 1]);
  });

  it('is told beside a case that is asked for', () => {
    const both = quiet({ casesToRaise: [toRaise('case#2', NOW)], casesToTell: [toTell('case#1', NOW)] });

    expect(after(both, wake).effects.map(({ kind }) => kind)).toEqual(['raise-case', 'tell-case']);
  });

  it('is forgotten when its queue has it, and a later word to the same case is not', () => {
    const first = toTell('case#1', NOW, NOW - HOUR);
    const later = toTell('case#1', NOW, NOW - MINUTE);
    const two = quiet({ casesToTell: [first, later] });

    expect(after(two, carriedOut([], [toldKey('case#1', first.note)])).followUp.casesToTell).toEqual([later]);
    expect(after(two, carriedOut([], [toldKey('case#2', first.note)])).followUp).toBe(two);
  });

  it('is forgotten together with a case that was asked for', () => {
    const told = toTell('case#1', NOW);
    const both = quiet({ casesToRaise: [toRaise('case#2', NOW)], casesToTell: [told] });
    const { followUp } = after(both, carriedOut(['case#2'], [toldKey('case#1', told.note)]));

    expect(followUp).toMatchObject({ casesToRaise: [], casesToTell: [] });
  });
});

describe('when a follow-up is looked at next', () => {
  const later = aScheduledCheckIn({ sendAt: NOW + DAY, tooLateAt: NOW + 2 * DAY });
  const asked = anAskedCheckIn({ answerBy: NOW + 5 * HOUR, tooLateAt: NOW + HOUR });

  it.each([
    ['its next text is due', aFollowUp({ checkIns: [later] }), NOW + DAY],
    ['an answer is due', aFollowUp({ checkIns: [later, asked] }), NOW + 5 * HOUR],
    ['a text is due to be looked after', quiet({ outbox: [aText({ lookAt: NOW + HOUR })] }), NOW + HOUR],
    ['a case is due to be asked for again', quiet({ casesToRaise: [toRaise('case#1', NOW + 1)] }), NOW + 1],
    ['a case is due to be told again', quiet({ casesToTell: [toTell('case#1', NOW + 1)] }), NOW + 1],
    ['its contacts are forgotten', aFollowUp({ checkIns: [], linkedUntil: NOW + DAY }), NOW + DAY],
  ])('is when %s', (_what, followUp, at) => {
    expect(nextDueAt(followUp)).toBe(at);
  });

  it('is never for a text that waits for nothing, a step under way or a plan that has ended', () => {
    const underWay = aScheduledCheckIn({ state: 'sending', sendAt: NOW + 1, answerBy: NOW + 2 });

    expect(nextDueAt(aFollowUp({ checkIns: [underWay], outbox: [aText()] }))).toBeUndefined();
    expect(nextDueAt(aFollowUp({ checkIns: [] }))).toBeUndefined();
    const { answerBy: _open, ...asksNothing } = asked;
    expect(nextDueAt(aFollowUp({ checkIns: [asksNothing, later], outbox: [aText()] }))).toBe(NOW + DAY);
  });

  it('is, on hold, when a text becomes too late, and still when an answer is due', () => {
    const held = { status: 'held', hold: { why: 'custody', since: NOW } } as const;

    expect(nextDueAt(aFollowUp({ ...held, checkIns: [later] }))).toBe(NOW + 2 * DAY);
    expect(nextDueAt(aFollowUp({ ...held, checkIns: [later, asked] }))).toBe(NOW + 5 * HOUR);
  });
});

describe('a plan whose last step has ended', () => {
  it('is complete, stands so on the record, and its contacts are known for two weeks more', () => {
    const { followUp, facts } = after(aFollowUp(), { kind: 'superseded', by: 'fu#newer', at: NOW });

    expect(followUp).toMatchObject({ status: 'completed', linkedUntil: NOW + 14 * DAY });
    expect(facts.at(-1)).toEqual({
      kind: 'follow-up-completed',
      by: 'machine',
      at: NOW,
      detail: { steps: 1 },
    });
  });

  it('forgets the contacts when that time is over, not before', () => {
    const over = aFollowUp({ status: 'completed', checkIns: [], linkedUntil: NOW });

    expect(after(over, wake, NOW - 1).followUp).toBe(over);
    const { followUp, effects } = after(over, wake, NOW);
    expect(followUp).not.toHaveProperty('linkedUntil');
    expect(effects).toEqual([{ kind: 'forget-contacts', contactIds: ['a-contact'] }]);
  });
});

it('a client who has died stays known, so that a later session of theirs is a question for a person', () => {
  const hold = { why: 'death', since: NOW - DAY } as const;
  const over = aFollowUp({ status: 'completed', checkIns: [], linkedUntil: NOW, hold });
  const { followUp, effects } = after(over, wake, NOW);

  expect(followUp).not.toHaveProperty('linkedUntil');
  expect(effects).toEqual([]);
});

describe('a record without a plan', () => {
  const declined = (different: Partial<FollowUp> = {}) =>
    aFollowUp({ status: 'declined', reach: {}, checkIns: [], ...different });

  it('is never called complete', () => {
    const { followUp, facts } = after(declined({ outbox: [aText({ lookAt: NOW })] }), wake);

    expect(followUp).toMatchObject({ status: 'declined', outbox: [] });
    expect(facts).toEqual([]);
  });

  it('still settles what an earlier plan sent', () => {
    const claimed = declined({ outbox: [aText({ state: 'claimed', claimedAt: NOW })] });
    const accepted = { kind: 'accepted', providerId: 'SM1', status: 'accepted' } as const;

    expect(
      after(claimed, { kind: 'hand-over-result', messageId: aText().id, result: accepted }).followUp.outbox,
    ).toMatchObject([{ state: 'handed-over', providerId: 'SM1' }]);
    expect(
      after(claimed, { kind: 'receipt', messageId: aText().id, status: 'delivered', at: NOW }).followUp
        .outbox,
    ).toEqual([]);
  });
});

it('waking when nothing is due is no change, also where a text waits for nothing', () => {
  const settled = quiet({ outbox: [aText()] });

  expect(after(settled, wake).followUp).toBe(settled);
  expect(advance(quiet(), wake, { now: NOW, programme: aProgramme() })).toEqual({
    kind: 'unchanged',
    reason: 'nothing-to-do',
  });
});
