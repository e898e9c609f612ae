import { Duration } from 'aws-cdk-lib';
import { Env } from '#functions/watch/env.ts';
import { countOf, largestOf, outcomeOf } from '#infra/constructs/own-metrics.ts';
import { tickByScheduler } from '#infra/constructs/schedules.ts';
import { Worker } from '#infra/constructs/worker.ts';
import type { Parts } from './parts.ts';

const EVERY = Duration.minutes(5);
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
      TWILIO_SECRET_ARN: parts.secrets.twilio,
      PEPPER_SECRET_ARN: parts.secrets.pepper,
      OPERATORS_TOPIC_ARN: workshop.operators.publish,
      FOLLOW_UP_QUEUE_URL: queues.followUps.send,
      CASE_QUEUE_URL: queues.cases.send,
      INBOX_QUEUE_URL: queues.inbox.send,
      ...(parts.twilioStandIn && { TWILIO_BASE_URL: parts.twilioStandIn }),
    },
  });
  tickByScheduler(worker, EVERY);
  workshop.operators.alarm(worker, 'HeartbeatMissingAlarm', {
    name: 'heartbeat-missing',
    impact: 'The watch has not looked for a quarter of an hour: what it would have found stays unseen.',
    metric: countOf('Heartbeat', FIFTEEN_MINUTES),
    expected: true,
  });
  workshop.operators.alarm(worker, 'CarrierListFailedAlarm', {
    name: 'carrier-list-failed',
    impact:
      'The watch cannot see what people wrote to us at Twilio: a text that was lost on its way stays lost.',
    metric: outcomeOf(worker, 'carrier-list-failed', FIFTEEN_MINUTES),
    threshold: FIFTEEN_MINUTES.toMinutes() / EVERY.toMinutes(),
  });
  workshop.operators.alarm(worker, 'OverdueAlarm', {
    name: 'overdue',
    impact: 'Somebody’s next step has been due for a quarter of an hour and has not moved.',
    metric: largestOf('OldestDueSeconds'),
    threshold: FIFTEEN_MINUTES.toSeconds(),
  });
}
