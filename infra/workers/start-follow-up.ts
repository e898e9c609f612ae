import { Env } from '#functions/start-follow-up/env.ts';
import { Worker } from '#infra/constructs/worker.ts';
import type { Parts } from './parts.ts';

/** Decides whether a closed session starts a follow-up, and records why not. */
export function addStartFollowUp(parts: Parts): void {
  const { stack, workshop, queues } = parts;
  new Worker(stack, 'start-follow-up', workshop, {
    env: Env,
    impact: 'Nobody new is followed up: sessions that closed today get no check-in until this runs again.',
    grants: {
      FOLLOW_UPS_TABLE: parts.followUps.allow('loadOne', 'save'),
      CASES_TABLE: parts.cases.allow('loadOne', 'save'),
      CONTACTS_TABLE: parts.contacts.allow('load', 'save'),
      FACTS_TABLE: parts.facts.allow('load', 'append'),
      INBOX_TABLE: parts.inbox.allow('loadOne', 'save'),
      PEPPER_SECRET_ARN: parts.secrets.pepper,
      FOLLOW_UP_QUEUE_URL: queues.followUps.send,
      CASE_QUEUE_URL: queues.cases.send,
      EVENT_BUS_NAME: parts.bus,
    },
  }).consume(queues.inbox, { batchSize: 10 });
}
