import { Duration } from 'aws-cdk-lib';
import { Env } from '#functions/wake-due/env.ts';
import { FIVE_MINUTES } from '#infra/constructs/operators.ts';
import { countOf } from '#infra/constructs/own-metrics.ts';
import { tickByRule, tickByScheduler } from '#infra/constructs/schedules.ts';
import { Worker } from '#infra/constructs/worker.ts';
import type { Parts } from './parts.ts';

/** Finds what is due and wakes it: twice a minute, by two triggers that fail independently. */
export function addWakeDue({ stack, workshop, queues, ...stores }: Parts): void {
  const worker = new Worker(stack, 'wake-due', workshop, {
    env: Env,
    impact: 'Nothing falls due: no check-in goes out, no missed answer is noticed, no case climbs.',
    timeout: Duration.seconds(50),
    grants: {
      FOLLOW_UPS_TABLE: stores.followUps.allow('findDue'),
      CASES_TABLE: stores.cases.allow('findDue'),
      CONTACTS_TABLE: stores.contacts.allow('findDue'),
      INBOX_TABLE: stores.inbox.allow('findDue'),
      FOLLOW_UP_QUEUE_URL: queues.followUps.sendAndMeasure,
      CASE_QUEUE_URL: queues.cases.sendAndMeasure,
      INBOX_QUEUE_URL: queues.inbox.sendAndMeasure,
      WAKE_QUEUE_URL: queues.wake.sendAndMeasure,
    },
  }).consume(queues.wake, { batchSize: 1 });

  tickByRule(worker, Duration.minutes(1));
  tickByScheduler(worker, Duration.minutes(1));
  workshop.operators.alarm(worker, 'TickMissingAlarm', {
    name: 'tick-missing',
    impact: 'For five minutes nothing fell due: no check-in, no missed answer noticed, no case climbing.',
    metric: countOf('Tick', FIVE_MINUTES),
    expected: true,
  });
}
