import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Env } from '#functions/watch/env.ts';
import { FIVE_MINUTES } from '#infra/constructs/operators.ts';
import { tickByScheduler } from '#infra/constructs/schedules.ts';
import { Worker } from '#infra/constructs/worker.ts';
import type { Parts } from './parts.ts';

const FIFTEEN_MINUTES = Duration.minutes(15);

/** Looks, from outside the rest, for what is overdue and has not moved, and for texts that only the carrier has. */
export function addWatch(parts: Parts): void {
  const { stack, workshop, queues } = parts;
  const worker = new Worker(stack, 'watch', workshop, {
    env: Env,
    impact:
      'Nobody looks for what was forgotten: overdue people and texts that never reached us stay unseen.',
    timeout: Duration.seconds(120),
    grants: {
      FOLLOW_UPS_TABLE: parts.followUps.allow('findDue', 'scan'),
      CASES_TABLE: parts.cases.allow('findDue', 'scan'),
      CONTACTS_TABLE: parts.contacts.allow('read', 'write', 'findDue'),
      INBOX_TABLE: parts.inbox.allow('findDue'),
      FACTS_TABLE: parts.facts.allow('read'),
      TWILIO_SECRET_ARN: parts.secrets.twilio,
      PEPPER_SECRET_ARN: parts.secrets.pepper,
      OPERATORS_TOPIC_ARN: workshop.operators.publish,
      FOLLOW_UP_QUEUE_URL: queues.followUps.send,
      CASE_QUEUE_URL: queues.cases.send,
      INBOX_QUEUE_URL: queues.inbox.send,
      EVENT_BUS_NAME: parts.bus,
      ...(parts.twilioStandIn && { TWILIO_BASE_URL: parts.twilioStandIn }),
    },
  });
  tickByScheduler(worker, Duration.minutes(5));
  workshop.operators.alarm(worker, 'HeartbeatMissingAlarm', {
    name: 'heartbeat-missing',
    impact: 'The watch has not looked for a quarter of an hour: what it would have found stays unseen.',
    metric: new Metric({
      namespace: 'Handrail',
      metricName: 'Heartbeat',
      statistic: Stats.SUM,
      period: FIFTEEN_MINUTES,
    }),
    expected: true,
  });
  workshop.operators.alarm(worker, 'OverdueAlarm', {
    name: 'overdue',
    impact: 'Somebody’s next step has been due for a quarter of an hour and has not moved.',
    metric: new Metric({
      namespace: 'Handrail',
      metricName: 'OldestDueSeconds',
      statistic: Stats.MAXIMUM,
      period: FIVE_MINUTES,
    }),
    threshold: FIFTEEN_MINUTES.toSeconds(),
  });
}
