import { describe, expect, it } from 'vitest';
import type { EndedCheckIn } from '#shared/domain/follow-up/check-in.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { aText as aReply } from './after-inputs.ts';
import { after, aText, casesOf, TEXT } from './follow-up-steps.ts';

const sms = { contactId: 'a-contact', discreet: false };
const email = { contactId: 'a-mailbox', discreet: false };
const bothWays = { sms, email };
type Revoked = Extract<FollowUpInput, { kind: 'consent-revoked' }>;
const revoked = (different: Partial<Revoked> = {}): Revoked => ({
  kind: 'consent-revoked',
  channel: 'sms',
  how: 'opt-out-keyword',
  at: NOW - MINUTE,
  by: 'client',
  ...different,
});
const started = (at = NOW, channel: 'sms' | 'email' = 'sms'): FollowUpInput => ({
  kind: 'consent-renewed',
  channel,
  at,
});
const TOMORROW = NOW + DAY;
const planned = (id: string, sendAt = TOMORROW) =>
  aScheduledCheckIn({ id, sendAt, tooLateAt: sendAt + 36 * HOUR, silentBy: sendAt + 3 * DAY });

describe('a client who says stop', () => {
  it('ends the whole plan, on the record, with each step cancelled', () => {
    const plan = aFollowUp({ reach: bothWays, checkIns: [planned('d7'), planned('d30', NOW + 30 * DAY)] });
    const step = after(plan, revoked());

    expect(step.followUp.checkIns).toEqual([]);
    expect(step.followUp.ended).toMatchObject([
      {
        id: 'd7',
        state: 'cancelled',
        why: 'opted-out',
        plannedFor: TOMORROW,
        tooLateAt: TOMORROW + 36 * HOUR,
      },
      { id: 'd30', state: 'cancelled', why: 'opted-out' },
    ]);
    expect(step.facts.slice(0, 3)).toMatchObject([
      {
        kind: 'consent-revoked',
        by: 'client',
        at: NOW - MINUTE,
        why: 'opt-out-keyword',
        detail: { channel: 'sms' },
      },
      { kind: 'check-in-cancelled', by: 'client', why: 'opted-out' },
      { kind: 'check-in-cancelled', by: 'client' },
    ]);
  });

  it('on one channel has that one closed, and is not written to on the other', () => {
    const step = after(aFollowUp({ reach: bothWays }), revoked());

    expect(step.followUp.reach).toEqual({
      sms: { ...sms, stopped: 'opted-out', stoppedAt: NOW - MINUTE },
      email,
    });
    expect(step.effects.filter(({ kind }) => kind === 'suppress-contact')).toEqual([
      { kind: 'suppress-contact', contactId: 'a-contact', reason: 'opt-out-keyword', at: NOW - MINUTE },
    ]);
    expect(step.followUp.checkIns).toEqual([]);
  });

  it('to everything has every channel closed that there is', () => {
    const all = revoked({ channel: 'all', how: 'opt-out-staff', by: 'agency' });
    const suppressedBy = (followUp: FollowUp) =>
      after(followUp, all).effects.flatMap((effect) =>
        effect.kind === 'suppress-contact' ? [effect.contactId] : [],
      );

    expect(suppressedBy(aFollowUp({ reach: bothWays }))).toEqual(['a-contact', 'a-mailbox']);
    expect(suppressedBy(aFollowUp())).toEqual(['a-contact']);
    expect(after(aFollowUp(), revoked({ channel: 'email', by: 'agency' })).facts).toEqual([]);
  });

  it('has a queued text withdrawn, but what is at the carrier is still heard of', () => {
    const queued = aText({ id: 'queued', state: 'queued', checkIn: 'd0' });
    const confirmation = aText({
      id: 'confirmed',
      checkIn: 're',
      state: 'queued',
      answer: 'stop-confirmation',
    });
    const acknowledgement = aText({
      id: 'thanks',
      checkIn: 're',
      state: 'queued',
      answer: 'acknowledgement',
    });
    const claimed = aText({ id: TEXT, state: 'claimed', claimedAt: NOW });
    const plan = aFollowUp({ outbox: [queued, confirmation, acknowledgement, claimed] });

    expect(after(plan, revoked()).followUp.outbox.map(({ id }) => id)).toEqual(['confirmed', TEXT]);
  });

  it('is stopped once, since they first said it, and again when they say it again', () => {
    const once = after(aFollowUp(), revoked()).followUp;

    expect(after(once, revoked()).facts).toEqual([]);
    expect(after(once, revoked({ at: NOW - HOUR })).facts).toEqual([]);
    const again = after(once, revoked({ at: NOW }));
    expect(again.followUp.reach.sms).toMatchObject({ stoppedAt: NOW });
    expect(again.facts).toMatchObject([{ kind: 'consent-revoked' }]);
  });

  it('before they took it back, and whose word comes late, is not stopped again', () => {
    const back = aFollowUp({ reach: { sms: { ...sms, startedAt: NOW } } });

    expect(after(back, revoked({ at: NOW })).followUp.checkIns).toHaveLength(1);
    expect(after(back, revoked({ at: NOW + 1 })).followUp.checkIns).toEqual([]);
    // A carrier's word about a complaint is not the client's to take back.
    expect(after(back, revoked({ at: NOW, how: 'complaint' })).followUp.checkIns).toEqual([]);
  });

  it('is stopped again where nobody knows since when they were', () => {
    const old = aFollowUp({ reach: { sms: { ...sms, stopped: 'opted-out' } } });

    expect(after(old, revoked()).followUp.reach.sms).toMatchObject({ stoppedAt: NOW - MINUTE });
  });

  it('after a hold is stopped for good', () => {
    const held = aFollowUp({ reach: { sms: { ...sms, stopped: 'held-opt-out', stoppedAt: NOW } } });

    expect(after(held, revoked()).followUp.reach.sms).toMatchObject({ stopped: 'opted-out', stoppedAt: NOW });
  });
});

const low = (how: Revoked['how']) => casesOf(after(aFollowUp({ tier: 'low' }), revoked({ how })));

const about = (tier: FollowUp['tier']) =>
  casesOf(after(aFollowUp({ tier }), revoked({ how: 'opt-out-ambiguous' })));

describe('a person', () => {
  it('follows up a stop at moderate tier within a day, for stopping is not being safe', () => {
    expect(casesOf(after(aFollowUp(), revoked()))).toEqual([
      expect.objectContaining({
        id: 'case#a-follow-up.opted-out.1',
        kind: 'task',
        reason: 'opted-out',
        priority: 'routine',
        dueAt: NOW + DAY,
        because: ['opt-out-keyword'],
      }),
    ]);
  });

  it('follows it up first, and within eight hours, at high tier', () => {
    expect(casesOf(after(aFollowUp({ tier: 'high' }), revoked()))).toMatchObject([
      { priority: 'high', dueAt: NOW + 8 * HOUR },
    ]);
  });

  it('lets a stop at low tier stand, unless nobody can know what was meant', () => {
    expect(low('opt-out-keyword')).toEqual([]);
    expect(low('opt-out-ambiguous')).toMatchObject([{ reason: 'opted-out', priority: 'high' }]);
  });

  it('looks at what nobody can know within the tier’s time or the next staffed day, whatever is sooner', () => {
    expect(about('high')).toMatchObject([{ priority: 'high', dueAt: NOW + 8 * HOUR }]);
    expect(about('low')).toMatchObject([{ dueAt: Date.parse('2026-11-25T22:00:00Z') }]);
  });

  it('reads what was said beside the stop', () => {
    const step = after(aFollowUp(), aReply('stop texting me, my sister is here now', NOW, 'SM1'));

    expect(casesOf(step)).toMatchObject([
      { id: 'case#a-follow-up.opted-out.SM1', subject: { inboundId: 'SM1', contactId: 'a-contact' } },
    ]);
    const bare = casesOf(after(aFollowUp(), aReply('stop', NOW, 'SM1')));
    expect(bare[0]?.subject).not.toHaveProperty('inboundId');
  });
});

const unclear = (at = NOW, inboundId = 'SM1') => aReply('stop i cant do this', at, inboundId);

describe('words that may be a stop, or may be about the client’s life', () => {
  const holdFact = { kind: 'follow-up-held', by: 'client', why: 'ambiguous-opt-out' };

  it('stop the texts at once, hold the plan and leave the rest to a person', () => {
    const step = after(aFollowUp(), unclear(NOW - MINUTE));

    expect(step.followUp).toMatchObject({
      status: 'held',
      hold: { why: 'ambiguous-opt-out', since: NOW - MINUTE },
      reach: { sms: { stopped: 'held-opt-out', stoppedAt: NOW - MINUTE } },
      checkIns: [{ id: 'd1' }],
    });
    expect(step.effects).toContainEqual({
      kind: 'suppress-contact',
      contactId: 'a-contact',
      reason: 'opt-out-ambiguous',
      at: NOW - MINUTE,
    });
    expect(step.facts).toContainEqual(expect.objectContaining({ ...holdFact, at: NOW - MINUTE }));
    expect(casesOf(step)).toContainEqual(
      expect.objectContaining({ reason: 'opted-out', because: ['opt-out-ambiguous'] }),
    );
  });

  it('said again move the date and hold nothing twice', () => {
    const held = after(aFollowUp(), unclear(NOW - MINUTE)).followUp;
    const again = after(held, unclear(NOW, 'SM2'));

    expect(again.followUp.reach.sms).toMatchObject({ stopped: 'held-opt-out', stoppedAt: NOW });
    expect(again.followUp.hold).toEqual(held.hold);
    expect(again.facts.map(({ kind }) => kind)).not.toContain('follow-up-held');
    expect(after(again.followUp, unclear(NOW - HOUR, 'SM3')).followUp.reach).toEqual(again.followUp.reach);
  });

  it('after a stop leave it a stop', () => {
    const stopped = aFollowUp({ reach: { sms: { ...sms, stopped: 'opted-out', stoppedAt: NOW - HOUR } } });

    expect(after(stopped, unclear()).followUp.reach.sms).toMatchObject({
      stopped: 'opted-out',
      stoppedAt: NOW,
    });
  });

  it('from a number that texts do not reach hold the plan by e-mail, too', () => {
    const email = { contactId: 'a-mailbox', discreet: false };
    const dead = aFollowUp({ reach: { sms: { ...sms, stopped: 'undeliverable' }, email } });

    expect(after(dead, unclear()).followUp).toMatchObject({
      status: 'held',
      hold: { why: 'ambiguous-opt-out' },
      reach: { sms: { stopped: 'held-opt-out' }, email },
    });
  });

  it('from a number that is a stranger’s change nothing about it', () => {
    const strangers = aFollowUp({ reach: { sms: { ...sms, stopped: 'wrong-number' } } });

    expect(after(strangers, unclear()).followUp.reach).toEqual(strangers.reach);
  });

  it.each([
    ['before', (at: number) => [unclear(at), { kind: 'held', why: 'admission', at: at + 1, by: 'agency' }]],
    ['after', (at: number) => [{ kind: 'held', why: 'admission', at, by: 'agency' }, unclear(at + 1)]],
  ] as const)('said %s the agency’s own hold still wait for a person when that is lifted', (_when, both) => {
    const inputs = both(NOW - HOUR) as readonly FollowUpInput[]; // each of them is one
    const held = inputs.reduce((known, input) => after(known, input).followUp, aFollowUp());
    const once = after(held, { kind: 'hold-lifted', at: NOW, by: 'agency' }).followUp;
    const twice = after(once, { kind: 'hold-lifted', at: NOW + 1, by: 'agency' }).followUp;

    expect(held).toMatchObject({ status: 'held', hold: { why: 'admission' } });
    expect(once).toMatchObject({ status: 'held', hold: { why: 'ambiguous-opt-out' } });
    expect(twice.status).toBe('open');
    expect(twice).not.toHaveProperty('hold');
  });

  it('from before a START, that come late, hold nothing', () => {
    const back = aFollowUp({ reach: { sms: { ...sms, startedAt: NOW } } });

    expect(after(back, unclear(NOW)).followUp.status).toBe('open');
    expect(after(back, unclear(NOW + 1), NOW + 1).followUp.status).toBe('held');
  });

  it('do not reopen a plan that is over, nor shorten a longer hold', () => {
    const over = aFollowUp({ status: 'completed', checkIns: [], linkedUntil: NOW + DAY });
    expect(after(over, unclear()).followUp.status).toBe('completed');
    expect(after(over, unclear()).facts.map(({ kind }) => kind)).not.toContain('follow-up-completed');
    const held = aFollowUp({ status: 'held', hold: { why: 'admission', since: NOW + HOUR } });
    expect(after(held, unclear()).followUp.hold).toEqual({
      why: 'admission',
      since: NOW + HOUR,
      undecided: true,
    });
  });
});

const line = (different: Partial<EndedCheckIn> = {}): EndedCheckIn => ({
  id: 'd7',
  kind: 'check-in',
  state: 'cancelled',
  at: NOW - HOUR,
  why: 'opted-out',
  plannedFor: TOMORROW,
  tooLateAt: TOMORROW + 36 * HOUR,
  ...different,
});

const stopped = (different: Partial<FollowUp> = {}): FollowUp =>
  aFollowUp({
    status: 'completed',
    linkedUntil: NOW + DAY,
    checkIns: [],
    ended: [line()],
    reach: { sms: { ...sms, stopped: 'opted-out', stoppedAt: NOW - HOUR } },
    ...different,
  });
const other = (stoppedAt: number) =>
  stopped({
    reach: {
      sms: { ...sms, stopped: 'opted-out', stoppedAt: NOW - HOUR },
      email: { ...email, stopped: 'opted-out', stoppedAt },
    },
  });

describe('a client who says START', () => {
  it('gets the steps that lie ahead, as steps of their own', () => {
    const step = after(stopped(), started());

    expect(step.followUp).toMatchObject({
      status: 'open',
      reach: { sms: { ...sms, startedAt: NOW } },
      ended: [{ id: 'd7', why: 'opted-out-then-in' }],
    });
    expect(step.followUp).not.toHaveProperty('linkedUntil');
    expect(step.followUp.reach.sms).not.toHaveProperty('stopped');
    expect(step.followUp.reach.sms).not.toHaveProperty('stoppedAt');
    expect(step.followUp.checkIns).toEqual([
      {
        id: 'd7r',
        kind: 'check-in',
        state: 'scheduled',
        sendAt: TOMORROW,
        tooLateAt: TOMORROW + 36 * HOUR,
        silentBy: TOMORROW + 36 * HOUR + DAY,
        attempt: 1,
        channel: 'sms',
        attempts: [],
      },
    ]);
    expect(step.facts).toEqual([
      {
        kind: 'contact-changed',
        by: 'client',
        at: NOW,
        why: 'opted-in-again',
        detail: { channel: 'sms', steps: 1 },
      },
    ]);
  });

  it('leaves the steps as they ended that had nothing to do with the stop', () => {
    const reached = line({ id: 'd1', why: 'reached-by-staff' });

    expect(after(stopped({ ended: [reached, line()] }), started()).followUp.ended[0]).toEqual(reached);
  });

  it('has a day to get a step whose last hour was not written down', () => {
    const { tooLateAt: _unknown, ...rest } = line();

    expect(after(stopped({ ended: [rest] }), started()).followUp.checkIns).toMatchObject([
      { tooLateAt: NOW + DAY },
    ]);
  });

  it('whose stop has no date goes on', () => {
    const old = stopped({ reach: { sms: { ...sms, stopped: 'opted-out' } } });

    expect(after(old, started()).followUp.checkIns).toHaveLength(1);
  });

  it('on the mailbox is written to there', () => {
    const mail = stopped({ reach: { email: { ...email, stopped: 'opted-out', stoppedAt: NOW - HOUR } } });

    expect(after(mail, started(NOW, 'email')).followUp.checkIns).toMatchObject([{ channel: 'email' }]);
  });

  it.each([
    ['what was planned for before', line({ plannedFor: NOW - 1 })],
    ['what ended for another reason', line({ why: 'reached-by-staff' })],
    ['what was not cancelled', line({ state: 'not-sent' })],
  ])('is not asked %s', (_what, ended) => {
    expect(after(stopped({ ended: [ended] }), started()).followUp.checkIns).toEqual([]);
  });

  it('is asked what was planned for this very moment', () => {
    expect(after(stopped({ ended: [line({ plannedFor: NOW })] }), started()).followUp.checkIns).toHaveLength(
      1,
    );
  });

  it('is asked inside the window, also when the plan was made for another', () => {
    const night = line({ plannedFor: Date.parse('2026-11-26T03:00:00Z') });

    expect(after(stopped({ ended: [night] }), started()).followUp.checkIns).toMatchObject([
      { sendAt: Date.parse('2026-11-26T14:00:00Z') },
    ]);
  });

  it('keeps the planned time where no window opens any more', () => {
    const never = aProgramme({ contactWindow: [] });

    expect(after(stopped(), started(), NOW, never).followUp.checkIns).toMatchObject([{ sendAt: TOMORROW }]);
  });

  it('leaves a plan that is over as it is when nothing lies ahead', () => {
    const nothing = stopped({ ended: [line({ plannedFor: NOW - HOUR })] });
    const { followUp } = after(nothing, started());

    expect(followUp).toMatchObject({ status: 'completed', linkedUntil: NOW + DAY });
    expect(followUp.ended).toMatchObject([{ why: 'opted-out-then-in' }]);
  });

  it('goes on into a hold that still stands', () => {
    const held = stopped({ hold: { why: 'admission', since: NOW - DAY } });

    expect(after(held, started()).followUp.status).toBe('held');
  });

  it('keeps the steps that are open', () => {
    const open = stopped({ status: 'open', checkIns: [planned('d30', NOW + 30 * DAY)] });

    expect(after(open, started()).followUp.checkIns.map(({ id }) => id)).toEqual(['d30', 'd7r']);
  });

  it('takes back a hold of the texts, too', () => {
    const held = stopped({ reach: { sms: { ...sms, stopped: 'held-opt-out', stoppedAt: NOW - HOUR } } });

    expect(after(held, started()).followUp.reach.sms).not.toHaveProperty('stopped');
  });

  it('from before the stop, or from somebody who did not stop, changes nothing', () => {
    expect(after(stopped(), started(NOW - HOUR - 1)).facts).toEqual([]);
    expect(after(stopped(), started(NOW - HOUR)).facts).toHaveLength(1);
    expect(after(aFollowUp(), started()).facts).toEqual([]);
    expect(after(aFollowUp(), started(NOW, 'email')).facts).toEqual([]);
  });

  it('cannot bring back a number that does not work or is somebody else’s', () => {
    for (const reason of ['undeliverable', 'wrong-number'] as const) {
      const closed = stopped({ reach: { sms: { ...sms, stopped: reason } } });
      expect(after(closed, started()).facts).toEqual([]);
    }
  });

  it('is not heard after a death', () => {
    const gone = stopped({ hold: { why: 'death', since: NOW - MINUTE } });

    expect(after(gone, started()).facts).toEqual([]);
  });

  it('is not followed up while the other channel was stopped since', () => {
    expect(after(other(NOW + 1), started()).followUp).toMatchObject({
      status: 'completed',
      checkIns: [],
      ended: [{ why: 'opted-out' }],
    });
    expect(after(other(NOW + 1), started()).facts).toMatchObject([{ detail: { steps: 0 } }]);
    expect(after(other(NOW), started()).followUp.checkIns).toHaveLength(1);
  });
});

describe('consent taken back of a session without a plan', () => {
  const noPlan = aFollowUp({ status: 'declined', reach: {}, checkIns: [] });
  const onRecord = {
    kind: 'consent-revoked',
    by: 'client',
    why: 'opt-out-keyword',
    detail: { channel: 'sms' },
  };

  it('is remembered, and the record says who took back what', () => {
    const { followUp, facts } = after(noPlan, revoked());

    expect(followUp).toEqual({ ...noPlan, revokedAt: NOW - MINUTE });
    expect(facts).toEqual([{ ...onRecord, at: NOW - MINUTE }]);
  });

  it('that is told again changes nothing, nor does what was said before it', () => {
    const once = after(noPlan, revoked()).followUp;

    expect(after(once, revoked()).followUp).toBe(once);
    expect(after(once, revoked({ at: NOW - HOUR })).followUp).toBe(once);
    expect(after(once, revoked({ at: NOW })).followUp.revokedAt).toBe(NOW);
  });

  it('before the session closed was told to the plan of then, and is nothing new', () => {
    const { closedAt } = noPlan.session;

    expect(after(noPlan, revoked({ at: closedAt })).followUp).toBe(noPlan);
    expect(after(noPlan, revoked({ at: closedAt + 1 })).followUp.revokedAt).toBe(closedAt + 1);
  });

  it('ends a plan whose contacts the agency took away', () => {
    const { followUp } = after(aFollowUp({ reach: {}, checkIns: [planned('d7')] }), revoked());

    expect(followUp.ended).toMatchObject([{ id: 'd7', state: 'cancelled', why: 'opted-out' }]);
  });

  it('closes the contact that a declined one still has', () => {
    const { followUp } = after(aFollowUp({ status: 'declined', checkIns: [] }), revoked());

    expect(followUp.reach).toMatchObject({ sms: { stopped: 'opted-out' } });
    expect(followUp.revokedAt).toBe(followUp.reach.sms?.stoppedAt);
  });
});
