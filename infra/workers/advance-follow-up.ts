import { Env } from '#functions/advance-follow-up/env.ts';
import { largestOf } from '#infra/constructs/own-metrics.ts';
import { Worker } from '#infra/constructs/worker.ts';
import type { Parts } from './parts.ts';
import { addSenderAlarms } from './sender-alarms.ts';

/** A document grows to 8 KB in two years; at 400 KB DynamoDB refuses it, and that person is stuck. */
const LARGE_BYTES = 64 * 1024;

/** Moves one person’s follow-up on: what was due, what they answered, what became of a message. */
export function addAdvanceFollowUp(parts: Parts): void {
  const { stack, workshop, queues } = parts;
  const worker = new Worker(stack, 'advance-follow-up', workshop, {
    env: Env,
    impact: 'Follow-ups stand still: no check-in is planned, and answers and missed answers change nothing.',
    grants: {
      FOLLOW_UPS_TABLE: parts.followUps.allow('read', 'write', 'change'),
      CONTACTS_TABLE: parts.contacts.allow('read', 'write', 'remove'),
      FACTS_TABLE: parts.facts.allow('read', 'write'),
      SEND_QUEUE_URL: queues.sends.send,
      URGENT_SEND_QUEUE_URL: queues.urgentSends.send,
      CASE_QUEUE_URL: queues.cases.send,
      EVENT_BUS_NAME: parts.bus,
      PEPPER_SECRET_ARN: parts.secrets.pepper,
    },
  }).consume(queues.followUps, { batchSize: 10 });

  workshop.operators.alarm(worker, 'DocumentLargeAlarm', {
    name: 'document-large',
    impact:
      'One person’s follow-up has grown far beyond any plan; before it can no longer be saved somebody must look.',
    metric: largestOf('DocumentBytes'),
    threshold: LARGE_BYTES,
  });
  addSenderAlarms(workshop.operators, worker, { later: true });
}
