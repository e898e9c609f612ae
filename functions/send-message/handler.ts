import { bodies } from '#shared/adapters/dynamo/bodies.ts';
import { signedLinks } from '#shared/adapters/links.ts';
import { programmeOf, readSettings } from '#shared/adapters/programme-file.ts';
import { rotatingSecret, secret, twilioSecret } from '#shared/adapters/secrets.ts';
import { sesMailer } from '#shared/adapters/ses/mailer.ts';
import { queues } from '#shared/adapters/sqs/queues.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { twilioCarrier } from '#shared/adapters/twilio/carrier.ts';
import { casesOf, contactsOf, followUpsOf } from '#shared/adapters/wiring.ts';
import { SendMessage } from '#shared/contracts/queue-messages.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { sqsWorker } from '#shared/lambda/sqs-worker.ts';
import { applyTo } from './apply-to.ts';
import { askCarrier } from './ask-carrier.ts';
import { Env } from './env.ts';
import { sendMessage } from './send-message.ts';
import { writeEmail } from './write-email.ts';

const env = readEnvironment(Env);
const settings = readSettings();
const contacts = contactsOf(env, settings);
const links = signedLinks({ secret: secret(env.LINK_SECRET_ARN, rotatingSecret), publicUrl: env.PUBLIC_URL });
const ports = {
  contacts,
  followUps: followUpsOf(env, settings),
  cases: casesOf(env, settings),
  programme: programmeOf(settings, contacts.idOf),
  bodies: bodies({ table: env.FOLLOW_UPS_TABLE, bodiesDays: settings.retention.bodiesDays }),
  queues: queues(env),
  carrier: twilioCarrier({
    account: secret(env.TWILIO_SECRET_ARN, twilioSecret),
    messagingServiceSid: settings.sms.messagingServiceSid,
    publicUrl: env.PUBLIC_URL,
    baseUrl: env.TWILIO_BASE_URL,
  }),
  // Without settings for e-mail no follow-up has an e-mail to send.
  mailer: sesMailer({
    from: { name: settings.email?.fromName ?? '', address: settings.email?.from ?? '' },
    replyTo: settings.email?.replyTo ?? '',
    configurationSet: env.SES_CONFIGURATION_SET,
  }),
  now: systemClock,
};
const deps = {
  apply: applyTo({
    ...ports,
    writeEmail: (message, text, to) => writeEmail({ links, now: systemClock }, message, text, to),
  }),
  askCarrier: (messageId: string) => askCarrier(ports, messageId),
};

export const handler = sqsWorker(SendMessage, (request) => sendMessage(deps, request));
