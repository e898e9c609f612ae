import { Env } from '#functions/advance-case/env.ts';
import { Worker } from '#infra/constructs/worker.ts';
import type { Parts } from './parts.ts';

/** Makes a person know: alerts the next step of the ladder until somebody acknowledges. */
export function addAdvanceCase(parts: Parts): void {
  const { stack, workshop, queues } = parts;
  new Worker(stack, 'advance-case', workshop, {
    env: Env,
    impact:
      'No alert goes out and no case climbs: staff do not hear who is silent or wrote that they are not safe.',
    grants: {
      CASES_TABLE: parts.cases.allow('read', 'write', 'change'),
      FACTS_TABLE: parts.facts.allow('read', 'write'),
      ALERT_TOPIC_ARNS: parts.alerts,
      OPERATORS_TOPIC_ARN: workshop.operators.publish,
      LINK_SECRET_ARN: parts.secrets.links,
      PUBLIC_URL: parts.api.url,
      URGENT_SEND_QUEUE_URL: queues.urgentSends.send,
      FOLLOW_UP_QUEUE_URL: queues.followUps.send,
      EVENT_BUS_NAME: parts.bus,
    },
  }).consume(queues.cases, { batchSize: 10 });
}
