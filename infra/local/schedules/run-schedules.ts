import { randomUUID } from 'node:crypto';
import type { Activity } from '../clock/activity.ts';
import type { FindFunction } from '../lambda/index-functions.ts';
import type { LocalFunction } from '../lambda/local-function.ts';
import { LocalStackError } from '../local-stack-error.ts';
import type { Access } from '../policies/access.ts';
import { scheduledEvent, type Schedule } from './schedules.ts';

export type RunSchedules = {
  /**
   * Runs every schedule whose interval has passed since it ran last, as a leap does. Of several that run the same
   * function each runs in its turn: two at one instant would find the same things due.
   */
  readonly fireInTurn: (now: number) => void;
  /** Runs those whose next whole interval has begun since they ran last, as in real time. */
  readonly fireDue: (now: number) => void;
};

/** Throws LocalStackError `unsupported-template` for a schedule whose target is not a function. */
export function runSchedules(
  schedules: readonly Schedule[],
  find: FindFunction,
  access: Access,
  activity: Activity,
): RunSchedules {
  const targets = schedules.map((schedule) => ({ schedule, target: targetOf(schedule, find) }));
  const byTarget = Map.groupBy(schedules, (schedule) => schedule.targetArn);
  const lastRun = new Map<Schedule, number>();

  const lastAt = new Map<Schedule, number>();
  const lastOf = (schedule: Schedule) => lastAt.get(schedule) ?? 0;
  const run = (schedule: Schedule, target: LocalFunction, now: number) => {
    lastRun.set(schedule, Math.floor(now / schedule.everyMs));
    lastAt.set(schedule, now);
    if (!mayInvoke(access, schedule, target)) return;
    const event: unknown = JSON.parse(scheduledEvent(schedule, randomUUID(), now));
    void activity.during(() => target.invoke(event));
  };
  return {
    fireInTurn(now) {
      for (const twins of byTarget.values()) {
        const rested = [...twins].sort((one, other) => lastOf(one) - lastOf(other));
        const [next] = rested;
        const latest = rested.at(-1);
        if (next && latest && now - lastOf(latest) >= next.everyMs) run(next, targetOf(next, find), now);
      }
    },
    fireDue: (now) =>
      targets
        .filter(({ schedule }) => (lastRun.get(schedule) ?? 0) < Math.floor(now / schedule.everyMs))
        .forEach(({ schedule, target }) => run(schedule, target, now)),
  };
}

function targetOf(schedule: Schedule, find: FindFunction): LocalFunction {
  const target = find(schedule.targetArn);
  if (target) return target;
  throw new LocalStackError(
    'unsupported-template',
    schedule.name,
    `the schedule ${schedule.name} runs ${schedule.targetArn}, which is not a function of the template`,
  );
}

function mayInvoke(access: Access, schedule: Schedule, target: LocalFunction): boolean {
  const need = { action: 'lambda:InvokeFunction', resource: target.spec.arn };
  if (schedule.roleArn === undefined)
    return !access.refusal({ service: schedule.by, sourceArn: schedule.arn }, [need]);
  return (
    access.mayAssume(schedule.by, schedule.roleArn, schedule.arn) &&
    !access.refusal({ role: schedule.roleArn, name: schedule.name }, [need])
  );
}
