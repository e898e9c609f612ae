import type { NewCase } from '../case/case.ts';
import { caseAbout } from '../follow-up/case-plans.ts';
import type { FollowUp, Tier } from '../follow-up/follow-up.ts';
import type { Effect } from '../follow-up/inputs.ts';
import { begin, change, note, raise, type Context, type Turn } from '../follow-up/turn.ts';
import { newestProtocol } from '../protocols/protocol-of.ts';
import { HOUR, noRecord, type Fact, type Instant } from '../record.ts';
import { endOfNextStaffedDay } from '../time/staffed-hours.ts';
import type { ClosedSession } from './closed-session.ts';
import { decideEnrolment, type DeclineReason, type Enrolment } from './decide-enrolment.ts';
import { openingCases } from './opening-cases.ts';
import { planSteps } from './plan-steps.ts';

/** A new document, what must be done, and what goes on the record. */
export type Enrolled = {
  followUp: FollowUp;
  effects: readonly Effect[];
  facts: readonly Fact[];
  decision: Enrolment;
};

/**
 * Opens the record of a closed session: a follow-up that starts, or one that was declined with its reason.
 * `generation` numbers the plans of one session, so that a later plan's steps have ids of their own.
 */
export function enrol(session: ClosedSession, context: Context, generation = ''): Enrolled {
  const decision = decideEnrolment(session, context.programme);
  const blank = begin(blankFollowUp(session), context);
  const closed = note(blank, 'session-closed', {
    by: 'agency',
    at: session.closedAt,
    detail: { tier: session.tier },
  });
  const turn =
    decision.kind === 'start'
      ? start(closed, session, decision, generation)
      : decline(closed, session, decision);
  return { followUp: turn.followUp, effects: turn.effects, facts: turn.facts, decision };
}

function blankFollowUp(session: ClosedSession): FollowUp {
  const { agencyId, sessionId, clientRef, closedAt, eventId } = session;
  return {
    id: session.followUpId,
    schema: 1,
    version: 0,
    record: noRecord,
    session: { agencyId, sessionId, clientRef, closedAt, eventIds: [eventId] },
    status: 'declined',
    tier: session.tier === 'imminent' ? 'high' : session.tier,
    protocol: { name: session.protocol ?? 'post-crisis', version: 1 },
    language: 'en',
    ...(session.owner && { owner: session.owner }),
    zones: session.zones,
    zoneConfidence: session.zoneConfidence,
    reach: {},
    callIfQuiet: session.callIfQuiet,
    raisedPriority: hasRaisedPriority(session),
    checkIns: [],
    ended: [],
    outbox: [],
    repliesSeen: [],
    casesToRaise: [],
    casesToTell: [],
  };
}

function start(
  turn: Turn,
  session: ClosedSession,
  decision: Extract<Enrolment, { kind: 'start' }>,
  generation: string,
): Turn {
  const { context } = turn;
  const protocol = newestProtocol(session.protocol ?? context.programme.protocol);
  const held =
    session.disposition === 'inpatient' || session.disposition === 'custody'
      ? session.disposition
      : undefined;
  const opened = change(turn, {
    status: held ? 'held' : 'open',
    ...(held && { hold: { why: held === 'custody' ? 'custody' : 'admission', since: session.closedAt } }),
    tier: decision.tier,
    protocol: { name: protocol.name, version: protocol.version },
    language: decision.language,
    ...(session.name && { name: session.name }),
    reach: decision.reach,
  });
  const checkIns = planSteps({
    followUp: opened.followUp,
    protocol,
    now: context.now,
    programme: context.programme,
    generation,
  });
  const planned = change(opened, { checkIns });
  const told = note(planned, 'follow-up-started', {
    detail: {
      tier: decision.tier,
      protocol: protocol.name,
      steps: checkIns.length,
      zone: session.zoneConfidence,
    },
  });
  const noted = checkIns.reduce(
    (next, { id, sendAt }) => note(next, 'check-in-planned', { detail: { checkIn: id, sendAt } }),
    told,
  );
  const onHold = held ? note(noted, 'follow-up-held', { by: 'agency', why: held }) : noted;
  return openingCases(onHold.followUp, session, context).reduce(
    (next, newCase) => raise(next, newCase),
    onHold,
  );
}

/** Imminent risk goes to a person at once, at any hour; other declines are a task with a deadline where risk or profile ask for it. */
function decline(
  turn: Turn,
  session: ClosedSession,
  { reason, because }: Extract<Enrolment, { kind: 'decline' }>,
): Turn {
  const declined = note(change(turn, { declined: reason }), 'follow-up-declined', {
    why: reason,
    detail: { tier: session.tier, ...(because.length > 0 && { because: because.join(' ') }) },
  });
  const task = declinedCase(declined.followUp, session, reason, because, turn.context);
  return task ? raise(declined, task) : declined;
}

const ALWAYS_A_TASK: readonly DeclineReason[] = [
  'imminent',
  'said-to-have-died',
  'needs-contact-profile',
  'no-catalogue',
];

function declinedCase(
  followUp: FollowUp,
  session: ClosedSession,
  reason: DeclineReason,
  because: readonly string[],
  context: Context,
): NewCase | undefined {
  if (session.tier === 'low' && !ALWAYS_A_TASK.includes(reason)) return undefined;
  const imminent = reason === 'imminent';
  return caseAbout(followUp, 'declined', String(session.closedAt), {
    kind: imminent ? 'escalation' : 'task',
    priority: imminent ? 'urgent' : session.tier === 'high' ? 'high' : 'routine',
    dueAt: declineDeadline(session, context),
    because: [reason, ...because],
    pageAtAnyHour: imminent,
  });
}

/** A person follows up within the time the first check-in would have had. */
function declineDeadline(session: ClosedSession, { now, programme }: Context): Instant {
  const within: Record<Tier | 'imminent', number> = { imminent: 0, high: 24, moderate: 36, low: 0 };
  const byTier =
    session.tier === 'low'
      ? endOfNextStaffedDay(now, programme)
      : session.closedAt + within[session.tier] * HOUR;
  return Math.max(byTier, now + HOUR / 4);
}

/** SUDS-style 0-10: eight or more at the end, or no lower than at the start. A hint for the queue, never a tier. */
function hasRaisedPriority({ distress }: ClosedSession): boolean {
  if (distress?.after === undefined) return false;
  return distress.after >= 8 || (distress.before !== undefined && distress.after >= distress.before);
}
