import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { loadSettings } from '#infra/settings.ts';
import type { Route } from './request.ts';
import { PUBLIC_URL } from './secrets.ts';

export type Answer = { statusCode: number; headers?: Record<string, string>; body?: string };
export type Functions = {
  readonly call: (event: APIGatewayProxyEventV2) => Promise<Answer>;
  readonly remove: () => void;
};

/**
 * The functions behind the routes, as they are deployed: their own handlers with their own wiring, pointed at `awsUrl`.
 * They read their environment once, so a process can open them once.
 */
export async function openFunctions(awsUrl: string): Promise<Functions> {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-fuzz-'));
  const programme = join(folder, 'programme.json');
  writeFileSync(programme, JSON.stringify(loadSettings('local')));
  Object.assign(process.env, environment(awsUrl, programme));
  const [events, text, fallback, status, link] = await Promise.all([
    import('#functions/receive-session-closed/handler.ts'),
    import('#functions/receive-text/handler.ts'),
    import('#functions/receive-text-fallback/handler.ts'),
    import('#functions/receive-delivery-status/handler.ts'),
    import('#functions/serve-link/handler.ts'),
  ]);
  const handlers: Record<Route, (event: APIGatewayProxyEventV2) => Promise<unknown>> = {
    'POST /events': events.handler,
    'POST /twilio/text': text.handler,
    'POST /twilio/text-fallback': fallback.handler,
    'POST /twilio/status': status.handler,
    'GET /l/{token}': link.handler,
    'POST /l/{token}': link.handler,
    'GET /u/{token}': link.handler,
    'POST /u/{token}': link.handler,
  };
  return {
    // Events are made by eventOf, whose routes are those above; each answers as API Gateway wants it.
    call: async (event) => (await handlers[event.routeKey as Route](event)) as Answer,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const environment = (awsUrl: string, programme: string) => ({
  AWS_REGION: 'us-east-1',
  AWS_ENDPOINT_URL: awsUrl,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_LAMBDA_FUNCTION_NAME: 'handrail-under-fire',
  PROGRAMME_FILE: programme,
  PUBLIC_URL,
  EVENTS_SECRET_ARN: 'events',
  TWILIO_SECRET_ARN: 'twilio',
  LINK_SECRET_ARN: 'link',
  PEPPER_SECRET_ARN: 'pepper',
  FOLLOW_UPS_TABLE: 'followUps',
  CASES_TABLE: 'cases',
  CONTACTS_TABLE: 'contacts',
  INBOX_TABLE: 'inbox',
  FACTS_TABLE: 'facts',
  INBOX_QUEUE_URL: `${awsUrl}/111122223333/inbox`,
  FOLLOW_UP_QUEUE_URL: `${awsUrl}/111122223333/follow-ups`,
  CASE_QUEUE_URL: `${awsUrl}/111122223333/cases`,
  EVENT_BUS_NAME: 'handrail',
});
