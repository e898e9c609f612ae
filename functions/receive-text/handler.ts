import { programmeOf, readSettings } from '#shared/adapters/programme-file.ts';
import { secret, twilioSecret } from '#shared/adapters/secrets.ts';
import { queues } from '#shared/adapters/sqs/queues.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { incomingText } from '#shared/adapters/twilio/incoming-text.ts';
import { formOf, twilioSignature } from '#shared/adapters/twilio/signature.ts';
import { contactsOf, newCasesOf } from '#shared/adapters/wiring.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { empty, twiml } from '#shared/lambda/http-results.ts';
import { Env } from './env.ts';
import { receiveText } from './receive-text.ts';

const env = readEnvironment(Env);
const settings = readSettings();
const contacts = contactsOf(env, settings);
const deps = {
  contacts,
  cases: newCasesOf(env, settings),
  programme: programmeOf(settings, contacts.idOf),
  queues: queues(env),
  now: systemClock,
};
const isSigned = twilioSignature({
  secret: secret(env.TWILIO_SECRET_ARN, twilioSecret),
  publicUrl: env.PUBLIC_URL,
});

export const handler = httpHandler(async ({ target, rawBody, headers }) => {
  const signed = await isSigned({ target, rawBody, signature: headers['x-twilio-signature'] });
  if (!signed) return empty(403, { outcome: 'unsigned' });
  const incoming = incomingText(formOf(rawBody), deps.now());
  if (!incoming) return empty(400, { outcome: 'not-a-text' });
  const outcome = await receiveText(deps, incoming);
  return twiml('<Response/>', { outcome, ids: { inboundId: incoming.messageSid } });
});
