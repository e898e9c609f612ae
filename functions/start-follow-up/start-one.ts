import type { SessionClosed } from '#shared/contracts/session-closed.ts';
import { followUpIdOf } from '#shared/apply/follow-up-id.ts';
import type { CarryOut } from '#shared/apply/apply-to-follow-up.ts';
import { withFreshCopy } from '#shared/apply/with-fresh-copy.ts';
import { decideEnrolment } from '#shared/domain/enrolment/decide-enrolment.ts';
import { enrol, type Enrolled } from '#shared/domain/enrolment/enrol.ts';
import { enrolAgain } from '#shared/domain/enrolment/enrol-again.ts';
import { advance } from '#shared/domain/follow-up/advance.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Ports } from '#shared/ports.ts';
import { closedSessionOf, type Known } from './closed-session-of.ts';
import { leaveOnePlan } from './leave-one-plan.ts';
import { linkTo } from './link-contacts.ts';

export type StartDeps = Pick<Ports, 'followUps' | 'contacts' | 'queues' | 'programme' | 'now'> & {
  carryOut: CarryOut;
};

/** Starts the follow-up of a closed session, or records why not. A replay changes nothing; a later closing supersedes. */
export async function startOne(deps: StartDeps, event: SessionClosed, eventId: string): Promise<string> {
  return withFreshCopy(async () => {
    const context = { now: deps.now(), programme: await deps.programme() };
    const { existing, ...known } = await gather(deps, event, eventId);
    const { session } = known;
    if (!existing) return create(deps, event, enrol(session, context), known);
    const again = enrolAgain(existing, session, context);
    if (again.kind === 'unchanged') {
      // The start of this very event may have crashed before it told the client's other follow-ups.
      if (again.why === 'replay')
        await leaveOnePlan(deps, existing, decideEnrolment(session, context.programme), known);
      return again.why;
    }
    await linkTo(deps, event, again.followUp, session.closedAt);
    await finish(deps, await deps.followUps.save(again.followUp, again.facts), again, known);
    return 'superseded';
  });
}

async function gather(deps: StartDeps, event: SessionClosed, eventId: string) {
  const existing = await deps.followUps.get(followUpIdOf(event));
  const known: Known = await closedSessionOf(deps, event, eventId, existing);
  return { ...known, existing };
}

/** Links first, the document last: a link to nothing is harmless, a document without a link makes a STOP unattributable. */
async function create(
  deps: StartDeps,
  event: SessionClosed,
  enrolled: Enrolled,
  known: Known,
): Promise<string> {
  await linkTo(deps, event, enrolled.followUp, known.session.closedAt);
  const created = await deps.followUps.create(enrolled.followUp, enrolled.facts);
  if (created === 'exists') return 'created-before';
  const stored = await deps.followUps.get(enrolled.followUp.id);
  if (stored) await finish(deps, stored, enrolled, known);
  return enrolled.decision.kind === 'start' ? 'started' : `declined-${enrolled.decision.reason}`;
}

/** Cases go to their queue, and the client keeps one plan. A crash here is made good by the due index and the event's replay. */
async function finish(
  deps: StartDeps,
  stored: FollowUp,
  { effects, decision }: Enrolled,
  known: Known,
): Promise<void> {
  const results = await deps.carryOut(stored, effects);
  if (results) await takeResults(deps, stored, results);
  await leaveOnePlan(deps, stored, decision, known);
}

async function takeResults(
  deps: StartDeps,
  stored: FollowUp,
  results: NonNullable<Awaited<ReturnType<CarryOut>>>,
): Promise<void> {
  const step = advance(stored, results, { now: deps.now(), programme: await deps.programme() });
  if (step.kind === 'changed') await deps.followUps.save(step.followUp, step.facts);
}
