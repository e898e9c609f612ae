import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { enrolAgain } from '#shared/domain/enrolment/enrol-again.ts';
import { TIER_RANK } from '#shared/domain/enrolment/tier-rank.ts';
import { advance } from '#shared/domain/follow-up/advance.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { readReply } from '#shared/domain/replies/read-reply.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { anyProgramme, anySession } from './any-session.ts';
import { anySteps } from './any-step.ts';
import { documentRules } from './follow-up-rules.ts';
import { aFollowUpWorld } from './follow-up-world.ts';
import { must, PATIENCE, propertyRuns } from './property-runs.ts';
import { takeStep } from './take-step.ts';

const HOUR = 3_600_000;
const messageId = 'fu#a-follow-up~d1~1~sms';

/** Asked this morning by text, and with more to come. */
const asked = aFollowUp({
  reach: { sms: { contactId: 'ct-sms', discreet: false }, email: { contactId: 'ct-email', discreet: false } },
  checkIns: [
    aScheduledCheckIn({
      state: 'awaiting-answer',
      answerBy: NOW + 12 * HOUR,
      attempts: [{ attempt: 1, channel: 'sms', messageId, at: NOW - HOUR, reached: 'unknown' }],
    }),
    aScheduledCheckIn({
      id: 'd7',
      sendAt: NOW + 144 * HOUR,
      tooLateAt: NOW + 168 * HOUR,
      silentBy: NOW + 192 * HOUR,
    }),
  ],
  outbox: [
    {
      id: messageId,
      state: 'handed-over',
      channel: 'sms',
      contactId: 'ct-sms',
      template: 'check',
      lane: 'routine',
      checkIn: 'd1',
      attempt: 1,
      notAfter: NOW + HOUR,
      lookAt: NOW + 71 * HOUR,
      tries: 1,
      claimedAt: NOW - HOUR,
      status: 'accepted',
    },
  ],
});

const heard = (inputs: readonly FollowUpInput[]): FollowUp =>
  inputs.reduce((followUp, input) => {
    const step = advance(followUp, input, { now: NOW + HOUR, programme: aProgramme() });
    return step.kind === 'changed' ? step.followUp : followUp;
  }, asked);

const aText = (body: string, at: number): FollowUpInput => ({
  kind: 'reply',
  inboundId: `${body}-${at}`,
  at,
  channel: 'sms',
  reading: readReply(body, { asked: 'check-in' }),
});

/** Some of these, each at a moment of its own, and two orders in which they come, with repeats. */
function inTwoOrders(kinds: readonly ((at: number) => FollowUpInput)[]) {
  const some = fc.uniqueArray(fc.nat({ max: 50 }), { minLength: 1, maxLength: 6 });
  return fc
    .tuple(some, fc.array(fc.nat({ max: kinds.length - 1 }), { minLength: 6, maxLength: 6 }))
    .map(([minutes, chosen]) =>
      minutes.map((minute, index) => (kinds[chosen[index] ?? 0] ?? kinds[0])?.(NOW + minute * 60_000)),
    )
    .map((inputs) => inputs.filter((input) => input !== undefined))
    .chain((inputs) =>
      fc.record({
        inTime: fc.constant(inputs.toSorted((one, other) => timeOf(one) - timeOf(other))),
        mixed: fc.shuffledSubarray([...inputs, ...inputs], { minLength: 2 * inputs.length }),
      }),
    );
}

const timeOf = (input: FollowUpInput): number => ('at' in input ? input.at : 0);

const stop = (at: number) => aText('stop', at);
const start = (at: number) => aText('start', at);
const byStaff = (at: number): FollowUpInput => ({
  kind: 'consent-revoked',
  channel: 'sms',
  how: 'opt-out-staff',
  at,
  by: 'agency',
});
const hold = (at: number): FollowUpInput => ({ kind: 'held', why: 'admission', at, by: 'agency' });
const lift = (at: number): FollowUpInput => ({ kind: 'hold-lifted', at, by: 'agency' });
const change = (at: number): FollowUpInput => ({
  kind: 'contact-changed',
  reach: { sms: { contactId: `ct-${at}`, discreet: false } },
  at,
});
const steps = ({ checkIns }: FollowUp) => JSON.stringify(checkIns);

describe('things that come in another order than they happened', () => {
  it('a stop ends the plan and holds, whatever is said before and after', () => {
    const kinds = ['1', 'call me', 'i feel hopeless', 'help'].map((body) => (at: number) => aText(body, at));
    fc.assert(
      fc.property(inTwoOrders(kinds), fc.nat({ max: 12 }), ({ mixed }, place) => {
        const { reach, checkIns, outbox } = heard(mixed.toSpliced(place, 0, aText('stop', NOW)));
        must(reach.sms?.stopped === 'opted-out' && checkIns.length === 0, 'a stop holds in any order', mixed);
        must(
          outbox.every(({ state, answer }) => state !== 'queued' || answer !== undefined),
          'and nothing is left to go',
        );
      }),
      propertyRuns(300),
    );
  });

  it('of stops and STARTs a last stop holds', () => {
    fc.assert(
      fc.property(inTwoOrders([stop, start, byStaff]), ({ inTime, mixed }) => {
        const last = inTime.at(-1);
        const isStopped =
          last?.kind === 'consent-revoked' || (last?.kind === 'reply' && last.reading.consent === 'opt-out');
        const { reach, checkIns } = heard(mixed);
        must(
          !isStopped || (reach.sms?.stopped === 'opted-out' && checkIns.length === 0),
          'the last stop holds',
          mixed,
        );
      }),
      propertyRuns(600),
    );
  });

  it('holds and their ends leave the same', () => {
    fc.assert(
      fc.property(inTwoOrders([hold, lift]), ({ inTime, mixed }) => {
        const inOrder = heard(inTime);
        const anyhow = heard(mixed);
        must(inOrder.status === anyhow.status, 'a hold is on or off in any order', {
          mixed,
          status: anyhow.status,
        });
        must(steps(inOrder) === steps(anyhow), 'and the plan stays as it was', mixed);
      }),
      propertyRuns(600),
    );
  });

  it('the agency’s newest contacts hold', () => {
    fc.assert(
      fc.property(inTwoOrders([change]), ({ inTime, mixed }) => {
        const newest = `ct-${timeOf(inTime.at(-1) ?? { kind: 'wake' })}`;
        must(
          heard(mixed).reach.sms?.contactId === newest,
          'an older change does not undo a newer one',
          mixed,
        );
      }),
      propertyRuns(200),
    );
  });

  it('receipts leave a delivered text delivered', () => {
    const status = fc.constantFrom(
      'accepted' as const,
      'queued' as const,
      'sending' as const,
      'sent' as const,
      'delivered' as const,
    );
    fc.assert(
      fc.property(fc.array(status, { maxLength: 8 }), fc.nat({ max: 8 }), (statuses, place) => {
        const told = statuses.toSpliced(place, 0, 'delivered');
        const { checkIns, outbox } = heard(
          told.map((status) => ({ kind: 'receipt', messageId, status, at: NOW })),
        );
        must(
          checkIns[0]?.attempts[0]?.reached === 'delivered' && outbox.length === 0,
          'delivered stays delivered',
          told,
        );
      }),
      propertyRuns(200),
    );
  });
});

describe('a session that is closed again', () => {
  it(
    'never lowers a tier, moves a deadline or forgets what was asked',
    () => {
      fc.assert(
        fc.property(anySession, anySession, anyProgramme, anySteps, (first, second, programme, steps) => {
          const world = aFollowUpWorld(first, programme);
          for (const step of steps) takeStep(world, step);
          const { followUp: before, now } = world;
          const later = { ...second, eventId: 'evt-2', closedAt: Math.min(now, first.closedAt + 48 * HOUR) };
          const again = enrolAgain(before, later, { now, programme });
          if (later.closedAt <= first.closedAt)
            return must(again.kind === 'unchanged', 'an older closing changes nothing');
          must(again.kind === 'changed', 'a later closing replaces the plan');
          mayOnlyAdd(before, again.followUp);
          must(
            enrolAgain(again.followUp, later, { now, programme }).kind === 'unchanged',
            'the same event again changes nothing',
          );
        }),
        propertyRuns(200),
      );
    },
    PATIENCE,
  );
});

function mayOnlyAdd(before: FollowUp, after: FollowUp): void {
  documentRules(after);
  const hadPlan = before.status !== 'declined' && after.status !== 'declined';
  must(!hadPlan || TIER_RANK[after.tier] >= TIER_RANK[before.tier], 'a newer closing never lowers a tier', {
    before,
    after,
  });
  for (const { newCase } of before.casesToRaise) {
    const same = after.casesToRaise.find((waiting) => waiting.newCase.id === newCase.id);
    must(same?.newCase.dueAt === newCase.dueAt, 'a newer closing moves no deadline', { newCase, same });
  }
  for (const checkIn of before.checkIns) {
    const isAsked = checkIn.state !== 'scheduled' || checkIn.attempts.length > 0;
    const same = after.checkIns.find(({ id }) => id === checkIn.id);
    const isOver = after.ended.some(({ id }) => id === checkIn.id);
    must(same !== undefined || isOver, 'no check-in vanishes', checkIn);
    must(!isAsked || same === checkIn || after.status === 'declined', 'what was asked stays asked', checkIn);
  }
}
