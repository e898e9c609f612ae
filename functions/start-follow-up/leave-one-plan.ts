import { whyOthersEnd, type Enrolment } from '#shared/domain/enrolment/decide-enrolment.ts';
import { TIER_RANK } from '#shared/domain/enrolment/tier-rank.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Ports } from '#shared/ports.ts';
import type { Known } from './closed-session-of.ts';
import { tellHours } from './tell-hours.ts';

/**
 * Of several sessions of one client the newest keeps its plan, in whatever order their events come; the others ask
 * nothing more, also where the newest says that this client is not to be reached by machine. A session that comes late
 * and has a higher tier goes on beside the newer, because nothing lowers a tier.
 */
export async function leaveOnePlan(
  deps: Pick<Ports, 'queues' | 'now'>,
  { id, session, tier }: FollowUp,
  decision: Enrolment,
  { others, session: given }: Known,
): Promise<void> {
  const { queues, now } = deps;
  const why = whyOthersEnd(decision);
  const older = others.filter(({ closedAt }) => closedAt <= session.closedAt);
  if (decision.kind === 'decline' && !why) return tellHours(deps, given, older);
  for (const other of older)
    await queues.toFollowUp(other.id, { kind: 'superseded', by: id, at: now(), ...(why && { why }) });
  const successor = others.find(
    (other) => !older.includes(other) && TIER_RANK[other.tier] >= TIER_RANK[tier],
  );
  if (successor && !why) await queues.toFollowUp(id, { kind: 'superseded', by: successor.id, at: now() });
}
