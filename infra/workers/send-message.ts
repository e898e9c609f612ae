import { Env } from '#functions/send-message/env.ts';
import { Worker } from '#infra/constructs/worker.ts';
import type { Parts } from './parts.ts';
import { addSenderAlarms } from './sender-alarms.ts';

/** Copies that may run for answers to people who just wrote. */
const URGENT_AT_ONCE = 10;

/** Hands one text or e-mail to a carrier, once. */
export function addSendMessage(parts: Parts): void {
  const { stack, workshop, queues, secrets, settings } = parts;
  const worker = new Worker(stack, 'send-message', workshop, {
    env: Env,
    // A text that the rate holds back asks again, until it goes or is too late.
    invokesItself: true,
    impact: 'No text and no e-mail goes out: people wait for check-ins that were promised.',
    grants: {
      FOLLOW_UPS_TABLE: parts.followUps.allow('read', 'write', 'change'),
      CASES_TABLE: parts.cases.allow('read', 'write', 'change'),
      CONTACTS_TABLE: parts.contacts.allow('read', 'write', 'change'),
      FACTS_TABLE: parts.facts.allow('read', 'write'),
      TWILIO_SECRET_ARN: secrets.twilio,
      LINK_SECRET_ARN: secrets.links,
      PEPPER_SECRET_ARN: secrets.pepper,
      SES_CONFIGURATION_SET: parts.mail.send,
      PUBLIC_URL: parts.api.url,
      EVENT_BUS_NAME: parts.bus,
      SEND_QUEUE_URL: queues.sends.send,
      URGENT_SEND_QUEUE_URL: queues.urgentSends.send,
      CASE_QUEUE_URL: queues.cases.send,
      ...(parts.twilioStandIn && { TWILIO_BASE_URL: parts.twilioStandIn }),
    },
  })
    .consume(queues.sends, { batchSize: 1, atOnce: copiesFor(settings.sms.maxPerSecond) })
    .consume(queues.urgentSends, { batchSize: 1, atOnce: URGENT_AT_ONCE });

  addSenderAlarms(workshop.operators, worker, { later: false });
}

/** A hand-over takes about a second. Bounded on the mapping: a bound on the function would push messages to the dead letters. */
function copiesFor(maxPerSecond: number): number {
  return Math.min(100, Math.max(2, Math.ceil(maxPerSecond * 2)));
}
