import { signedLinks } from '#shared/adapters/links.ts';
import { programmeOf, readSettings } from '#shared/adapters/programme-file.ts';
import { rotatingSecret, secret } from '#shared/adapters/secrets.ts';
import { queues } from '#shared/adapters/sqs/queues.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { casesOf, contactsOf } from '#shared/adapters/wiring.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler, type HttpRequest } from '#shared/lambda/http-handler.ts';
import { html } from '#shared/lambda/http-results.ts';
import { Env } from './env.ts';
import { problemPage, serveLink } from './serve-link.ts';

const env = readEnvironment(Env);
const settings = readSettings();
const contacts = contactsOf(env, settings);
const deps = {
  contacts,
  cases: casesOf(env, settings),
  links: signedLinks({ secret: secret(env.LINK_SECRET_ARN, rotatingSecret), publicUrl: env.PUBLIC_URL }),
  programme: programmeOf(settings, (channel, value) => contacts.idOf(channel, value)),
  queues: queues(env),
  now: systemClock,
};

export const handler = httpHandler(
  async (request) => {
    const { status, page, ...logged } = await serveLink(deps, {
      method: request.method,
      token: tokenOf(request),
      chosen: request.query['a'],
      form: new URLSearchParams(request.rawBody),
    });
    return html(status, page, logged);
  },
  undefined,
  async (request) => html(500, await problemPage(deps, tokenOf(request)), { outcome: 'failed' }),
);

function tokenOf({ pathParameters }: HttpRequest): string {
  return pathParameters['token'] ?? '';
}
