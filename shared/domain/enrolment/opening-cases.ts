import type { NewCase } from '../case/case.ts';
import { caseAbout, queuePriority, readBy } from '../follow-up/case-plans.ts';
import type { FollowUp } from '../follow-up/follow-up.ts';
import type { Context } from '../follow-up/turn.ts';
import { checkInPlanOf } from '../protocols/protocol-of.ts';
import { HOUR } from '../record.ts';
import type { ClosedSession } from './closed-session.ts';

/** By when the owner has seen to what the session left open; sooner where the next staffed day ends sooner. */
const OWNER_WITHIN = { high: 48 * HOUR, moderate: 72 * HOUR, low: 96 * HOUR } as const;

/** What the session left for people to do, whatever the client answers. */
export function openingCases(followUp: FollowUp, session: ClosedSession, context: Context): NewCase[] {
  const { now } = context;
  const call = checkInPlanOf(followUp)?.callWhateverIsAnsweredHours;
  const atRisk = followUp.tier !== 'low';
  const priority = queuePriority(followUp);
  const dueAt = Math.max(
    Math.min(readBy(context), session.closedAt + OWNER_WITHIN[followUp.tier]),
    now + HOUR,
  );
  return [
    // The 988 guidance follows up by telephone: a text arranges the call and never replaces it.
    ...(call === undefined
      ? []
      : [
          caseAbout(followUp, 'high-tier-call', 'closing', {
            priority: 'high',
            dueAt: Math.max(session.closedAt + call * HOUR, now + HOUR),
          }),
        ]),
    ...(atRisk && (session.safetyPlan === 'none' || session.safetyPlan === 'partial')
      ? [
          caseAbout(followUp, 'safety-plan-incomplete', 'closing', {
            priority,
            dueAt,
            because: [session.safetyPlan],
          }),
        ]
      : []),
    ...(atRisk && session.meansSafetyDiscussed === false
      ? [caseAbout(followUp, 'means-safety-not-discussed', 'closing', { priority, dueAt })]
      : []),
  ];
}
