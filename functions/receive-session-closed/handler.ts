import { inbox } from '#shared/adapters/dynamo/inbox.ts';
import { eventSignature } from '#shared/adapters/event-signature.ts';
import { readSettings } from '#shared/adapters/programme-file.ts';
import { rotatingSecret, secret } from '#shared/adapters/secrets.ts';
import { queues } from '#shared/adapters/sqs/queues.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler, type HttpResult } from '#shared/lambda/http-handler.ts';
import { json, problem } from '#shared/lambda/http-results.ts';
import { Env } from './env.ts';
import { receiveSessionClosed, type Outcome } from './receive-session-closed.ts';

const env = readEnvironment(Env);
const deps = {
  inbox: inbox({ table: env.INBOX_TABLE, inboxDays: readSettings().retention.inboxDays }),
  queues: queues(env),
  isSigned: eventSignature(secret(env.EVENTS_SECRET_ARN, rotatingSecret), systemClock),
  now: systemClock,
};

export const handler = httpHandler(async ({ rawBody, headers }) =>
  answer(await receiveSessionClosed(deps, { rawBody, signature: headers['handrail-signature'] })),
);

function answer(outcome: Outcome): HttpResult {
  switch (outcome.kind) {
    case 'accepted':
    case 'accepted-before':
      return json(202, { id: outcome.inboxId }, { outcome: outcome.kind });
    case 'invalid':
      return problem(400, 'The event is not valid; nothing was started, and it is parked for an operator.', {
        outcome: 'invalid',
        fields: outcome.problems.map(({ path }) => path),
        problems: outcome.problems,
      });
    case 'unsigned':
      return problem(401, 'The signature is missing, too old or does not fit.', { outcome: 'unsigned' });
  }
}
