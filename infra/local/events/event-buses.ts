import * as z from 'zod';
import type { Tell } from '../happening.ts';
import { LocalStackError } from '../local-stack-error.ts';
import { ACCOUNT, REGION } from '../template/identities.ts';
import type { Resource, Resources } from '../template/resources.ts';
import { checkPattern, matchesPattern } from './event-pattern.ts';

type BusEvent = {
  readonly id: string;
  /** ARN of the bus. */
  readonly bus: string;
  readonly source: string;
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resources: readonly string[];
};

type RuleTarget = { readonly arn: string; readonly input: string | undefined };

/** Hands an event (JSON) to a rule's target; the target sees to its own retries. */
export type Deliver = (target: RuleTarget, ruleArn: string, event: string) => Promise<void>;

export type EventBuses = { put(event: BusEvent): Promise<void> };

export const DEFAULT_BUS = `arn:aws:events:${REGION}:${ACCOUNT}:event-bus/default`;

const Target = z.strictObject({
  Id: z.string(),
  Arn: z.string(),
  Input: z.string().optional(),
  RoleArn: z.string().optional(),
  RetryPolicy: z.unknown().optional(),
  DeadLetterConfig: z.unknown().optional(),
});
const RuleProperties = z.object({
  EventBusName: z.string().optional(),
  EventPattern: z.unknown().optional(),
  ScheduleExpression: z.string().optional(),
  State: z.string().default('ENABLED'),
  Targets: z.array(Target).default([]),
});

export type EventRule = {
  readonly arn: string;
  readonly bus: string;
  readonly pattern: unknown;
  readonly scheduleExpression: string | undefined;
  readonly targets: readonly RuleTarget[];
};

/** Throws LocalStackError `unsupported-template`, as for input transformers or patterns not known here. */
export function gatherRules(resources: Resources): EventRule[] {
  return resources.ofType('AWS::Events::Rule').flatMap((rule) => readRule(rule, resources));
}

function readRule(rule: Resource, resources: Resources): EventRule[] {
  const parsed = RuleProperties.safeParse(rule.properties);
  if (!parsed.success)
    throw new LocalStackError(
      'unsupported-template',
      rule.logicalId,
      `the rule ${rule.logicalId} cannot be run locally: ${z.prettifyError(parsed.error)}`,
    );
  const { EventBusName, EventPattern, ScheduleExpression, State, Targets } = parsed.data;
  checkPattern(rule.logicalId, EventPattern);
  if (State !== 'ENABLED') return [];
  const bus = EventBusName === undefined ? undefined : resources.byReference(EventBusName)?.attributes['Arn'];
  return [
    {
      arn: rule.attributes['Arn'] ?? '',
      bus: bus ?? DEFAULT_BUS,
      pattern: EventPattern,
      scheduleExpression: ScheduleExpression,
      targets: Targets.map((target) => ({ arn: target.Arn, input: target.Input })),
    },
  ];
}

/** EventBridge, as far as rules with patterns go. */
export function createEventBuses(
  rules: readonly EventRule[],
  deliver: Deliver,
  now: () => number,
  tell: Tell,
): EventBuses {
  return {
    async put({ id, bus, source, detailType, detail, resources }) {
      tell({ kind: 'bus-event', bus: bus.split('/').at(-1) ?? bus, source, detailType, detail });
      const event = {
        version: '0',
        id,
        'detail-type': detailType,
        source,
        account: ACCOUNT,
        time: new Date(now()).toISOString().replace(/\.\d+Z$/, 'Z'),
        region: REGION,
        resources,
        detail,
      };
      const matching = rules.filter(
        (rule) => rule.bus === bus && rule.pattern !== undefined && matchesPattern(rule.pattern, event),
      );
      for (const rule of matching) {
        for (const target of rule.targets)
          await deliver(target, rule.arn, target.input ?? JSON.stringify(event));
      }
    },
  };
}
