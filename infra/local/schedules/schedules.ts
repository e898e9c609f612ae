import * as z from 'zod';
import type { EventRule } from '../events/event-buses.ts';
import { LocalStackError } from '../local-stack-error.ts';
import { ACCOUNT, REGION } from '../template/identities.ts';
import type { Resource, Resources } from '../template/resources.ts';

export type Schedule = {
  readonly name: string;
  readonly arn: string;
  readonly everyMs: number;
  readonly by: 'events.amazonaws.com' | 'scheduler.amazonaws.com';
  /** The role that Scheduler takes on; a rule needs none. */
  readonly roleArn?: string;
  readonly targetArn: string;
  readonly input?: string;
};

const ScheduleProperties = z.object({
  ScheduleExpression: z.string(),
  State: z.string().default('ENABLED'),
  Target: z.object({ Arn: z.string(), RoleArn: z.string(), Input: z.string().optional() }),
});

const units: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Throws LocalStackError `unsupported-template` for anything but rate(…). */
export function gatherSchedules(resources: Resources, rules: readonly EventRule[]): Schedule[] {
  const byRule = rules.flatMap(({ arn, scheduleExpression, targets }): Schedule[] => {
    if (scheduleExpression === undefined) return [];
    const everyMs = readRate(arn, scheduleExpression);
    return targets.map((target) => ({
      name: arn.split('/').at(-1) ?? arn,
      arn,
      everyMs,
      by: 'events.amazonaws.com',
      targetArn: target.arn,
      ...(target.input !== undefined && { input: target.input }),
    }));
  });
  return [...byRule, ...resources.ofType('AWS::Scheduler::Schedule').flatMap(readSchedule)];
}

function readSchedule(resource: Resource): Schedule[] {
  const { ScheduleExpression, State, Target } = ScheduleProperties.parse(resource.properties);
  if (State !== 'ENABLED') return [];
  return [
    {
      name: resource.name,
      arn: resource.attributes['Arn'] ?? '',
      everyMs: readRate(resource.logicalId, ScheduleExpression),
      by: 'scheduler.amazonaws.com',
      roleArn: Target.RoleArn,
      targetArn: Target.Arn,
      ...(Target.Input !== undefined && { input: Target.Input }),
    },
  ];
}

function readRate(origin: string, expression: string): number {
  const [, amount, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const unitMs = units[unit];
  if (amount !== undefined && unitMs !== undefined) return Number(amount) * unitMs;
  throw new LocalStackError(
    'unsupported-template',
    origin,
    `${origin} runs on ${expression}; the local stack knows rate(…) only`,
  );
}

/** The event that a schedule sends when the template gives it no input. */
export function scheduledEvent(schedule: Schedule, id: string, now: number): string {
  if (schedule.input !== undefined) return schedule.input;
  return JSON.stringify({
    version: '0',
    id,
    'detail-type': 'Scheduled Event',
    source: schedule.by === 'events.amazonaws.com' ? 'aws.events' : 'aws.scheduler',
    account: ACCOUNT,
    time: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
    region: REGION,
    resources: [schedule.arn],
    detail: {},
  });
}
