import type { Construct } from 'constructs';
import type { Settings } from '#shared/contracts/settings.ts';
import type { Grant } from '#infra/constructs/grant.ts';
import type { Mail } from '#infra/constructs/mail.ts';
import type { PublicApi } from '#infra/constructs/public-api.ts';
import type { Queues } from '#infra/constructs/queues.ts';
import type { Secrets } from '#infra/constructs/secrets.ts';
import type { Stores } from '#infra/constructs/stores.ts';
import type { Workshop } from '#infra/constructs/worker.ts';

/** Everything of the stack that a worker can be given. */
export interface Parts extends Stores {
  readonly stack: Construct;
  readonly workshop: Workshop;
  readonly settings: Settings;
  readonly queues: Queues;
  readonly secrets: Secrets;
  readonly bus: Grant<'EVENT_BUS_NAME'>;
  readonly alerts: Grant<'ALERT_TOPIC_ARNS'>;
  readonly mail: Mail;
  readonly api: PublicApi;
  /** On one machine only: where the stand-in for Twilio is. The local runner fills in its port. */
  readonly twilioStandIn?: Grant<'TWILIO_BASE_URL'>;
}
