import { neverAgain } from '../follow-up/on-agency.ts';
import { cancelAll } from '../follow-up/on-consent.ts';
import type { FollowUp, Hold } from '../follow-up/follow-up.ts';
import { begin, change, endCheckIn, note, raise, type Context, type Turn } from '../follow-up/turn.ts';
import type { ClosedSession } from './closed-session.ts';
import { enrol, type Enrolled } from './enrol.ts';

/** What a second event for a session that has a record already comes to. */
export type EnrolledAgain = { kind: 'unchanged'; why: 'replay' | 'older' } | ({ kind: 'changed' } & Enrolled);

/**
 * The same event again changes nothing, nor does an older one; a later closing replaces the plan.
 * What was asked stays asked, a tier is never lowered, and a deadline that stands is kept: its case has the same id.
 */
export function enrolAgain(existing: FollowUp, session: ClosedSession, context: Context): EnrolledAgain {
  if (existing.session.eventIds.includes(session.eventId)) return { kind: 'unchanged', why: 'replay' };
  if (session.closedAt <= existing.session.closedAt) return { kind: 'unchanged', why: 'older' };
  const generation = `g${existing.session.eventIds.length + 1}`;
  const keepsTier = existing.status === 'declined' ? session : { ...session, highestOpenTier: existing.tier };
  const died = existing.hold?.why === 'death';
  const fresh = enrol(died ? { ...keepsTier, saidToHaveDied: true } : keepsTier, context, generation);
  const turn = merge(begin(existing, context), fresh, session);
  return {
    kind: 'changed',
    followUp: turn.followUp,
    effects: turn.effects,
    facts: turn.facts,
    decision: fresh.decision,
  };
}

function merge(turn: Turn, fresh: Enrolled, session: ClosedSession): Turn {
  const { followUp } = turn;
  const closed = note(turn, 'follow-up-superseded', {
    by: 'agency',
    at: session.closedAt,
    detail: { by: 'later-closing' },
  });
  const cleared =
    fresh.decision.kind === 'decline'
      ? cancelAll(closed, `declined:${fresh.decision.reason}`)
      : withoutUnasked(closed);
  const { hold, declined: _before, linkedUntil: _until, ...rest } = cleared.followUp;
  const merged: FollowUp = {
    ...rest,
    ...fresh.followUp,
    ...keptHold(hold, fresh.followUp, session),
    version: followUp.version,
    record: followUp.record,
    session: {
      ...fresh.followUp.session,
      eventIds: [...followUp.session.eventIds, session.eventId].slice(-20),
    },
    checkIns: [...cleared.followUp.checkIns, ...fresh.followUp.checkIns],
    ended: neverAgain(cleared).followUp.ended,
    outbox: cleared.followUp.outbox,
    repliesSeen: followUp.repliesSeen,
    casesToRaise: cleared.followUp.casesToRaise,
    casesToTell: cleared.followUp.casesToTell,
  };
  const replaced = { ...cleared, followUp: merged, facts: [...cleared.facts, ...fresh.facts] };
  return fresh.followUp.casesToRaise.reduce<Turn>((next, { newCase }) => raise(next, newCase), replaced);
}

/** A hold that began after this closing, which is told late, holds the new plan, too; a death holds every plan. */
function keptHold(
  hold: Hold | undefined,
  { status }: FollowUp,
  { closedAt }: ClosedSession,
): Pick<FollowUp, 'hold'> & Partial<Pick<FollowUp, 'status'>> {
  if (!hold || (hold.why !== 'death' && hold.since <= closedAt)) return {};
  return { hold, ...(status === 'open' && { status: 'held' }) };
}

/** Steps that nobody has been asked about yet give way to the new plan. */
function withoutUnasked(turn: Turn): Turn {
  return turn.followUp.checkIns
    .filter((checkIn) => checkIn.state === 'scheduled' && checkIn.attempts.length === 0)
    .reduce(
      (next, checkIn) => endCheckIn(next, checkIn.id, 'cancelled', { why: 'superseded', by: 'agency' }),
      change(turn, {}),
    );
}
