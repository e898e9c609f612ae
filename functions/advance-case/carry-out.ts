import { putOnItsWay } from '#shared/apply/carry-out-follow-up.ts';
import type { CarryOutCase } from '#shared/apply/apply-to-case.ts';
import type { Case, CaseInput } from '#shared/domain/case/case.ts';
import type { Effect } from '#shared/domain/follow-up/inputs.ts';
import { DAY } from '#shared/domain/record.ts';
import type { Ports } from '#shared/ports.ts';

type Deps = Pick<Ports, 'alerts' | 'links' | 'queues' | 'programme' | 'now'>;

/** A link in an alert is good this long; the case itself never expires. */
const LINK_LIFE = 3 * DAY;

/** Pages, alarms and hand-ons of a case. An alert that could not be handed over is a result, not a failure of the case. */
export function carryOutCase(deps: Deps): CarryOutCase {
  return async (value, effects) => {
    let result: CaseInput | undefined;
    for (const effect of effects) result = (await carryOut(deps, value, effect)) ?? result;
    return result;
  };
}

async function carryOut(deps: Deps, value: Case, effect: Effect): Promise<CaseInput | undefined> {
  switch (effect.kind) {
    case 'page-step':
      return {
        kind: 'page-result',
        round: effect.round,
        step: effect.step,
        sent: await pageStep(deps, value, effect.step),
      };
    case 'page-operators':
      return {
        kind: 'page-result',
        round: effect.round,
        step: effect.step,
        sent: await soundAlarm(deps, value),
      };
    case 'send':
      await putOnItsWay(deps, effect);
      return undefined;
    case 'tell-follow-up':
      await deps.queues.toFollowUp(effect.followUpId, effect.input);
      return { kind: 'follow-up-told' };
    default:
      throw new Error(`advancing a case cannot carry out ${effect.kind}`);
  }
}

async function pageStep(deps: Deps, value: Case, step: number): Promise<boolean> {
  const { ladder } = await deps.programme();
  const person = ladder[step];
  if (!person) return false;
  return handedOver(async () => {
    const claim = {
      kind: 'case' as const,
      caseId: value.id,
      staffId: person.staffId,
      expiresAt: deps.now() + LINK_LIFE,
    };
    const url = await deps.links.urlOf(claim);
    await deps.alerts.toStep(step, { caseId: value.id, priority: value.priority, url });
  });
}

function soundAlarm(deps: Deps, value: Case): Promise<boolean> {
  if (value.state === 'acknowledged') return remindOperators(deps, value);
  const { id, reason, priority } = value;
  const { alerts } = deps;
  const text = `Case ${id} (${reason}, ${priority}) has gone up the whole ladder and nobody has acknowledged it. This alarm repeats daily until somebody does.`;
  return handedOver(() => alerts.toOperators({ subject: 'Handrail: nobody has acknowledged a case', text }));
}

/** Operators hear of a reminder only when nobody on the ladder could be told of it. */
function remindOperators({ alerts }: Deps, { id, reason, priority }: Case): Promise<boolean> {
  const text = `Case ${id} (${reason}, ${priority}) was acknowledged days ago and has no outcome, and nobody on the ladder could be reminded of it.`;
  return handedOver(() => alerts.toOperators({ subject: 'Handrail: a case is still open', text }));
}

/** An alert that cannot be handed over is a result to climb on, not a failure of the case. */
async function handedOver(alert: () => Promise<void>): Promise<boolean> {
  try {
    await alert();
    return true;
  } catch {
    return false;
  }
}
