import { Env } from '#functions/receive-text-fallback/env.ts';
import { Worker } from '#infra/constructs/worker.ts';
import type { Parts } from './parts.ts';

/** Its own, so that it still stands when receive-text or the account has run out of copies. */
const RESERVED_COPIES = 5;

/** Where Twilio brings a text that receive-text did not take: it stores it and does nothing else that could fail. */
export function addReceiveTextFallback({ stack, workshop, contacts, secrets, api }: Parts): void {
  const worker = new Worker(stack, 'receive-text-fallback', workshop, {
    env: Env,
    impact:
      'Texts that could not be taken the first time are lost the second time too, until the watch finds them at Twilio.',
    reservedConcurrency: RESERVED_COPIES,
    grants: {
      CONTACTS_TABLE: contacts.allow('read', 'write'),
      TWILIO_SECRET_ARN: secrets.twilio,
      PEPPER_SECRET_ARN: secrets.pepper,
      PUBLIC_URL: api.url,
    },
  });
  api.carrierRoute('POST /twilio/text-fallback', worker, {
    name: 'twilio-text-fallback',
    refusedImpact:
      'A text was refused twice: only the watch, within five minutes, can still find it at Twilio.',
    failedImpact:
      'A text could not be taken twice: only the watch, within five minutes, can still find it at Twilio.',
  });
}
