import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Activity } from '../clock/activity.ts';
import type { Tell } from '../happening.ts';
import { listen, readBody, stopServer } from '../http/server-parts.ts';
import type { SendFault } from './faults.ts';
import { listMessages } from './list-messages.ts';
import type { TwilioCarrier } from './twilio-carrier.ts';
import { messageJson } from './twilio-message.ts';

export type TwilioApi = { readonly url: string; stop(): Promise<void> };

type Answer = { readonly status: number; readonly json: unknown };

const problem = (status: number, code: number, message: string): Answer => ({
  status,
  json: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});

const codes: Readonly<Record<number, string>> = {
  20429: 'Too Many Requests',
  21211: "The 'To' number is not a valid phone number.",
  21408: 'Permission to send an SMS has not been enabled for the region indicated by the number.',
  21610: 'Attempt to send to unsubscribed recipient',
  21614: "'To' number is not a valid mobile number",
};

/** Twilio's REST API for messages: create, list, fetch, redact, cancel. https://www.twilio.com/docs/messaging/api/message-resource */
export async function startTwilioApi(
  carrier: () => TwilioCarrier,
  activity: Activity,
  tell: Tell,
): Promise<TwilioApi> {
  const server = createServer((request, response) => {
    void activity.during(async () => {
      const body = await readBody(request);
      const answer = route(carrier(), request, body, tell);
      if (answer === 'silence')
        await new Promise<void>((resolve) => request.socket.once('close', () => resolve()));
      else if (answer === 'reset') request.socket.destroy();
      else send(response, answer);
    });
  });
  const port = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}`, stop: () => stopServer(server) };
}

function route(
  carrier: TwilioCarrier,
  request: IncomingMessage,
  body: Buffer,
  tell: Tell,
): Answer | 'silence' | 'reset' {
  const { accountSid, authToken } = carrier.options;
  const given = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString(
    'utf8',
  );
  if (given !== `${accountSid}:${authToken}`) return problem(401, 20003, 'Authenticate');

  const url = new URL(request.url ?? '/', 'http://twilio');
  const [, sid] = /^\/2010-04-01\/Accounts\/\w+\/Messages(?:\/(\w+))?\.json$/.exec(url.pathname) ?? [
    undefined,
    '',
  ];
  if (sid === '') return problem(404, 20404, 'The requested resource was not found');
  const parameters = new URLSearchParams(body.toString('utf8'));
  if (sid !== undefined) return onMessage(carrier, sid, request.method ?? 'GET', parameters);
  if (request.method === 'GET') return { status: 200, json: listMessages(carrier, url) };
  return create(carrier, parameters, tell);
}

function create(
  carrier: TwilioCarrier,
  parameters: URLSearchParams,
  tell: Tell,
): Answer | 'silence' | 'reset' {
  const to = parameters.get('To') ?? '';
  const refuse = (answer: Answer | 'silence' | 'reset', reason: string, stored = false) => {
    tell({ kind: 'text-refused', to, reason, stored });
    return answer;
  };
  const invalid = invalidity(carrier, parameters);
  if (invalid) return refuse(invalid, String(Reflect.get(Object(invalid.json), 'code')));

  const sentBefore = [...carrier.state.messages.values()].filter(
    (one) => one.to === to && one.by === 'handrail',
  ).length;
  const fault = carrier.faults.ofSend(to, sentBefore + 1);
  const early = fault === undefined ? undefined : answerInstead(fault);
  if (early) return refuse(early, String(fault));

  const message = carrier.accept({
    to,
    body: parameters.get('Body') ?? '',
    validitySeconds: Number(parameters.get('ValidityPeriod') ?? 36_000),
    ...optional('statusCallback', parameters.get('StatusCallback')),
    ...optional('messagingServiceSid', parameters.get('MessagingServiceSid')),
    ...(typeof fault === 'number' && { failWith: fault }),
  });
  if (fault === '500-after') return refuse(problem(500, 20500, 'Internal Server Error'), fault, true);
  if (fault === 'reset-after') return refuse('reset', fault, true);
  if (fault === 'silence-after') return refuse('silence', fault, true);
  return { status: 201, json: messageJson(message, carrier.options.accountSid) };
}

const optional = <Name extends string>(name: Name, value: string | null): Partial<Record<Name, string>> =>
  // A computed key of a literal type is that literal.
  value === null ? {} : ({ [name]: value } as Record<Name, string>);

function invalidity(carrier: TwilioCarrier, parameters: URLSearchParams): Answer | undefined {
  const to = parameters.get('To') ?? '';
  const body = parameters.get('Body') ?? '';
  const validity = Number(parameters.get('ValidityPeriod') ?? 36_000);
  if (!/^\+[1-9]\d{7,14}$/.test(to))
    return problem(400, 21211, `The 'To' number ${to} is not a valid phone number.`);
  if (body === '') return problem(400, 21602, 'Message body is required.');
  if (body.length > 1600)
    return problem(400, 21617, 'The concatenated message body exceeds the 1600 character limit.');
  if (!parameters.has('From') && !parameters.has('MessagingServiceSid'))
    return problem(400, 21603, "A 'From' or 'MessagingServiceSid' parameter is required to send a message.");
  if (!(validity >= 1 && validity <= 36_000)) return problem(400, 21624, 'Invalid validity period value.');
  if (carrier.options.optOut === 'carrier' && carrier.state.optedOut.has(to))
    return problem(400, 21610, codes[21610] ?? '');
  return undefined;
}

/** The answer to a send that is not taken over, or undefined when it is. */
function answerInstead(fault: SendFault): Answer | 'silence' | 'reset' | undefined {
  if (fault === '429') return problem(429, 20429, codes[20429] ?? '');
  if (fault === '500-before') return problem(500, 20500, 'Internal Server Error');
  if (fault === 'reset-before') return 'reset';
  if (fault === 'silence-before') return 'silence';
  return typeof fault === 'number' && fault < 30_000
    ? problem(400, fault, codes[fault] ?? 'Bad Request')
    : undefined;
}

function onMessage(
  { state, options }: TwilioCarrier,
  sid: string,
  method: string,
  parameters: URLSearchParams,
): Answer {
  const found = state.messages.get(sid);
  if (!found) return problem(404, 20404, 'The requested resource was not found');
  if (method === 'POST') {
    const cancel = parameters.get('Status') === 'canceled';
    const redact = parameters.get('Body') === '';
    const message = { ...found, ...(redact && { body: '' }), ...(cancel && { status: 'canceled' as const }) };
    state.record({ message }, ...(cancel ? [{ plan: [], of: sid }] : []));
  }
  return { status: 200, json: messageJson(state.messages.get(sid) ?? found, options.accountSid) };
}

function send(response: ServerResponse, { status, json }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(json));
}
