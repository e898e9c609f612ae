import { Env } from '#functions/receive-delivery-status/env.ts';
import { onAwsEvent } from '#infra/constructs/schedules.ts';
import { Worker } from '#infra/constructs/worker.ts';
import type { Parts } from './parts.ts';

/** Takes the carriers’ receipts for texts and e-mails. */
export function addReceiveDeliveryStatus(parts: Parts): void {
  const { stack, workshop, queues, api } = parts;
  const worker = new Worker(stack, 'receive-delivery-status', workshop, {
    env: Env,
    impact:
      'Receipts are not taken: texts that never arrived look like silence, or silence like texts that never arrived.',
    parkedImpact: 'An e-mail’s receipt was set aside: whether that check-in arrived stays unknown.',
    grants: {
      FOLLOW_UPS_TABLE: parts.followUps.allow('read'),
      CASES_TABLE: parts.cases.allow('read'),
      TWILIO_SECRET_ARN: parts.secrets.twilio,
      PUBLIC_URL: api.url,
      FOLLOW_UP_QUEUE_URL: queues.followUps.send,
      CASE_QUEUE_URL: queues.cases.send,
    },
  });
  onAwsEvent(worker, parts.mail.receipts);
  api.carrierRoute('POST /twilio/status', worker, {
    name: 'twilio-status',
    refusedImpact:
      'Receipts of texts were refused: whether check-ins arrived stays unknown until the carrier is asked.',
    failedImpact:
      'Receipts of texts could not be taken: whether check-ins arrived stays unknown until the carrier is asked.',
  });
}
