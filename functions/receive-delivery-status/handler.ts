import { caseKind } from '#shared/adapters/dynamo/case-kind.ts';
import { readDocuments } from '#shared/adapters/dynamo/documents.ts';
import { followUpKind } from '#shared/adapters/dynamo/follow-up-kind.ts';
import { secret, twilioSecret } from '#shared/adapters/secrets.ts';
import { queues } from '#shared/adapters/sqs/queues.ts';
import { formOf, twilioSignature } from '#shared/adapters/twilio/signature.ts';
import { busHandler } from '#shared/lambda/bus-handler.ts';
import { byEvent } from '#shared/lambda/by-event.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { empty } from '#shared/lambda/http-results.ts';
import { Env } from './env.ts';
import { MailEvent, mailReceipt } from './mail-receipt.ts';
import { receiveDeliveryStatus } from './receive-delivery-status.ts';
import { textReceipt } from './text-receipt.ts';

const env = readEnvironment(Env);
const deps = {
  followUps: readDocuments({ table: env.FOLLOW_UPS_TABLE, kind: followUpKind }),
  cases: readDocuments({ table: env.CASES_TABLE, kind: caseKind }),
  queues: queues(env),
};
const isSigned = twilioSignature({
  secret: secret(env.TWILIO_SECRET_ARN, twilioSecret),
  publicUrl: env.PUBLIC_URL,
});

const http = httpHandler(async ({ target, rawBody, headers, query, at }) => {
  const signed = await isSigned({ target, rawBody, signature: headers['x-twilio-signature'] });
  if (!signed) return empty(403, { outcome: 'unsigned' });
  const receipt = textReceipt(formOf(rawBody), query, at);
  if (!receipt) return empty(204, { outcome: 'says-nothing' });
  return empty(204, {
    outcome: await receiveDeliveryStatus(deps, receipt),
    ids: { messageId: receipt.messageId },
  });
});

const bus = busHandler(MailEvent, async (event, { at }) => {
  const receipt = mailReceipt(event, at);
  return receipt ? receiveDeliveryStatus(deps, receipt) : 'says-nothing';
});

export const handler = byEvent({ http, bus });
