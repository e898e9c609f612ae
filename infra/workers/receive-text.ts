import { Env } from '#functions/receive-text/env.ts';
import { Worker } from '#infra/constructs/worker.ts';
import type { Parts } from './parts.ts';

/** Kept free for texts, whatever else the account runs. */
const RESERVED_COPIES = 20;

/** Takes what people write to us: stores it, reads it, stops what must stop, before it answers. */
export function addReceiveText(parts: Parts): void {
  const { stack, workshop, queues, api } = parts;
  const worker = new Worker(stack, 'receive-text', workshop, {
    env: Env,
    impact:
      'Texts of people are not read as they come: a STOP or a cry for help waits in the fallback until the watch finds it.',
    reservedConcurrency: RESERVED_COPIES,
    grants: {
      CONTACTS_TABLE: parts.contacts.allow('read', 'write', 'change'),
      CASES_TABLE: parts.cases.allow('read', 'write'),
      TWILIO_SECRET_ARN: parts.secrets.twilio,
      PEPPER_SECRET_ARN: parts.secrets.pepper,
      PUBLIC_URL: api.url,
      FOLLOW_UP_QUEUE_URL: queues.followUps.send,
      CASE_QUEUE_URL: queues.cases.send,
    },
  });
  api.carrierRoute('POST /twilio/text', worker, {
    name: 'twilio-text',
    refusedImpact: 'Texts that people wrote were refused: a STOP or a cry for help may not have been read.',
    failedImpact:
      'Texts that people wrote could not be taken: a STOP or a cry for help may not have been read.',
  });
}
