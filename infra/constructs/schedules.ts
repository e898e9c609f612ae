import { Aws, type Duration } from 'aws-cdk-lib';
import { type EventPattern, type IRuleTarget, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { letInvoke } from './let-invoke.ts';
import type { AnyWorker } from './worker.ts';

/** Calls the worker every `every` through an EventBridge rule. A missed call is not made up for: the next does the same. */
export function tickByRule(worker: AnyWorker, every: Duration): void {
  new Rule(worker, 'Rule', { schedule: Schedule.rate(every), targets: [calls(worker, 'Rule')] });
}

/** Calls the worker every `every` through EventBridge Scheduler, which fails independently of the rules. */
export function tickByScheduler(worker: AnyWorker, every: Duration): void {
  new CfnSchedule(worker, 'Schedule', {
    scheduleExpression: `rate(${every.toMinutes()} minute${every.toMinutes() === 1 ? '' : 's'})`,
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: worker.function.functionArn,
      roleArn: roleThatInvokes(worker).roleArn,
      retryPolicy: { maximumRetryAttempts: 0 },
    },
  });
}

/** Calls the worker for events of AWS itself, on the account’s default bus. */
export function onAwsEvent(worker: AnyWorker, eventPattern: EventPattern): void {
  new Rule(worker, 'OnEvent', { eventPattern, targets: [calls(worker, 'OnEvent')] });
}

/** The ready-made target names its permission by a hash. */
function calls(worker: AnyWorker, id: string): IRuleTarget {
  return {
    bind: ({ ruleRef }) => {
      letInvoke(worker, id, { worker, service: 'events.amazonaws.com', sourceArn: ruleRef.ruleArn });
      return { arn: worker.function.functionArn };
    },
  };
}

function roleThatInvokes(worker: AnyWorker): Role {
  const invoke = new PolicyStatement({
    actions: ['lambda:InvokeFunction'],
    resources: [worker.function.functionArn],
  });
  return new Role(worker, 'ScheduleRole', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
    inlinePolicies: { Invoke: new PolicyDocument({ statements: [invoke] }) },
  });
}
