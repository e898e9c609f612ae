import { Env } from '#functions/serve-link/env.ts';
import { Worker } from '#infra/constructs/worker.ts';
import type { Parts } from './parts.ts';

/** The pages behind signed links: answers in e-mails, unsubscribing, and staff’s acknowledgement of a case. */
export function addServeLink(parts: Parts): void {
  const { stack, workshop, queues, api } = parts;
  const worker = new Worker(stack, 'serve-link', workshop, {
    env: Env,
    impact:
      'Links do not work: staff cannot acknowledge a case, and people cannot answer or unsubscribe from an e-mail.',
    grants: {
      CASES_TABLE: parts.cases.allow('read', 'write', 'change'),
      CONTACTS_TABLE: parts.contacts.allow('read', 'write', 'change'),
      FACTS_TABLE: parts.facts.allow('read', 'write'),
      LINK_SECRET_ARN: parts.secrets.links,
      PUBLIC_URL: api.url,
      FOLLOW_UP_QUEUE_URL: queues.followUps.send,
      CASE_QUEUE_URL: queues.cases.send,
      EVENT_BUS_NAME: parts.bus,
      PEPPER_SECRET_ARN: parts.secrets.pepper,
    },
  });
  for (const page of ['/l/{token}', '/u/{token}']) {
    api.route(`GET ${page}`, worker).route(`POST ${page}`, worker);
  }
}
