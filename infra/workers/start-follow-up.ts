import { Env } from '#functions/start-follow-up/env.ts';
import { outcomeOf } from '#infra/constructs/own-metrics.ts';
import { Worker } from '#infra/constructs/worker.ts';
import type { Parts } from './parts.ts';

/** Decides whether a closed session starts a follow-up, and records why not. */
export function addStartFollowUp(parts: Parts): void {
  const { stack, workshop, queues } = parts;
  const worker = new Worker(stack, 'start-follow-up', workshop, {
    env: Env,
    impact: 'Nobody new is followed up: sessions that closed today get no check-in until this runs again.',
    grants: {
      FOLLOW_UPS_TABLE: parts.followUps.allow('read', 'write', 'change'),
      CASES_TABLE: parts.cases.allow('read', 'write'),
      CONTACTS_TABLE: parts.contacts.allow('read', 'list', 'write', 'change'),
      FACTS_TABLE: parts.facts.allow('read', 'write'),
      INBOX_TABLE: parts.inbox.allow('read', 'write', 'change'),
      PEPPER_SECRET_ARN: parts.secrets.pepper,
      FOLLOW_UP_QUEUE_URL: queues.followUps.send,
      CASE_QUEUE_URL: queues.cases.send,
      EVENT_BUS_NAME: parts.bus,
    },
  }).consume(queues.inbox, { batchSize: 10 });

  workshop.operators.alarm(worker, 'ParkedAlarm', {
    name: 'bus-event-parked',
    article: 'event-parked',
    impact:
      'A closed session could not be read and was set aside: that person gets no check-in until it is sent again, put right.',
    metric: outcomeOf(worker, 'parked'),
  });
}
