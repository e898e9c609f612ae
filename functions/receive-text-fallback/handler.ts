import { readSettings } from '#shared/adapters/programme-file.ts';
import { secret, twilioSecret } from '#shared/adapters/secrets.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { incomingText } from '#shared/adapters/twilio/incoming-text.ts';
import { formOf, twilioSignature } from '#shared/adapters/twilio/signature.ts';
import { contactsOf } from '#shared/adapters/wiring.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { empty, twiml } from '#shared/lambda/http-results.ts';
import { Env } from './env.ts';
import { receiveTextFallback } from './receive-text-fallback.ts';

const env = readEnvironment(Env);
const deps = { contacts: contactsOf(env, readSettings()) };
const isSigned = twilioSignature({
  secret: secret(env.TWILIO_SECRET_ARN, twilioSecret),
  publicUrl: env.PUBLIC_URL,
});

export const handler = httpHandler(async ({ target, rawBody, headers }) => {
  const signed = await isSigned({ target, rawBody, signature: headers['x-twilio-signature'] });
  if (!signed) return empty(403, { outcome: 'unsigned' });
  const incoming = incomingText(formOf(rawBody), systemClock());
  if (!incoming) return empty(400, { outcome: 'not-a-text' });
  return twiml('<Response/>', {
    outcome: await receiveTextFallback(deps, incoming),
    ids: { inboundId: incoming.messageSid },
  });
});
