import { dueIndex } from '#shared/adapters/dynamo/due-index.ts';
import { lostDocuments } from '#shared/adapters/dynamo/lost-documents.ts';
import { readSettings } from '#shared/adapters/programme-file.ts';
import { secret, twilioSecret } from '#shared/adapters/secrets.ts';
import { snsAlerts } from '#shared/adapters/sns/alerts.ts';
import { queues } from '#shared/adapters/sqs/queues.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { twilioCarrier } from '#shared/adapters/twilio/carrier.ts';
import { contactsOf } from '#shared/adapters/wiring.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { logMetric } from '#shared/lambda/log.ts';
import { emf } from '#shared/lambda/metrics.ts';
import { scheduleHandler } from '#shared/lambda/schedule-handler.ts';
import { Env } from './env.ts';
import { watch, type Deps } from './watch.ts';

const env = readEnvironment(Env);
const settings = readSettings();
const deps: Deps = {
  contacts: contactsOf(env, settings),
  carrier: twilioCarrier({
    account: secret(env.TWILIO_SECRET_ARN, twilioSecret),
    messagingServiceSid: settings.sms.messagingServiceSid,
    publicUrl: '',
    baseUrl: env.TWILIO_BASE_URL,
  }),
  queues: queues(env),
  alerts: snsAlerts({ stepTopics: [], operatorsTopic: env.OPERATORS_TOPIC_ARN }),
  followUpsDue: dueIndex({ table: env.FOLLOW_UPS_TABLE }),
  casesDue: dueIndex({ table: env.CASES_TABLE }),
  textsDue: dueIndex({ table: env.CONTACTS_TABLE }),
  eventsDue: dueIndex({ table: env.INBOX_TABLE }),
  lost: () => lostDocuments([env.FOLLOW_UPS_TABLE, env.CASES_TABLE]),
  measure: ({ oldestDueSeconds }) =>
    logMetric(
      emf([
        { name: 'Heartbeat', unit: 'Count', value: 1 },
        { name: 'OldestDueSeconds', unit: 'Seconds', value: oldestDueSeconds },
      ]),
    ),
  now: systemClock,
};

export const handler = scheduleHandler(() => watch(deps));
