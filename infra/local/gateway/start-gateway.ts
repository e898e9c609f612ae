import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Activity } from '../clock/activity.ts';
import { listen, readBody, stopServer } from '../http/server-parts.ts';
import type { Access, WeighedCall, Who } from '../policies/access.ts';
import { errorReply, UnknownAwsCall, type AwsCall, type AwsReply, type AwsService } from './aws-call.ts';

export type Gateway = {
  readonly url: string;
  /** Answers calls from now on; before, it only holds its port, which the template's queue URLs contain. */
  readonly open: (
    services: Readonly<Record<string, AwsService>>,
    access: Access,
    callerOf: (accessKey: string) => Who | undefined,
  ) => void;
  readonly stop: () => Promise<void>;
};

type Opened = Parameters<Gateway['open']>;

/** The one address that the functions' AWS SDK is pointed at: every call is checked here, then passed on. */
export async function startGateway(activity: Activity, onUnknown: (call: string) => void): Promise<Gateway> {
  let opened: Opened | undefined;
  const server = createServer((request, response) => {
    void activity.during(async () => {
      const body = await readBody(request);
      const reply = opened
        ? await answer(opened, callOf(request, body), request, onUnknown)
        : errorReply('', 'ServiceUnavailable', 'the local stack is still starting', 503);
      send(response, reply);
    });
  });
  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    open: (...parts) => {
      opened = parts;
    },
    stop: () => stopServer(server),
  };
}

async function answer(
  [services, access, callerOf]: Opened,
  call: AwsCall,
  request: IncomingMessage,
  onUnknown: (call: string) => void,
): Promise<AwsReply> {
  const caller = callerOf(accessKeyOf(request));
  const service = services[call.service];
  if (!caller)
    return errorReply(call.service, 'UnrecognizedClientException', 'The security token is invalid.', 403);
  try {
    if (!service) throw new UnknownAwsCall(`${call.service}:${call.operation}`);
    const refusal = access.refusal(caller, service.needs(call));
    return refusal ? denial(call.service, refusal) : await service.serve(call);
  } catch (error) {
    if (!(error instanceof UnknownAwsCall))
      return errorReply(call.service, 'InternalFailure', String(error), 500);
    onUnknown(error.call);
    return errorReply(call.service, 'UnknownOperationException', error.message);
  }
}

const denial = (service: string, refusal: WeighedCall) =>
  errorReply(
    service,
    'AccessDeniedException',
    `${refusal.who} is not authorized to perform: ${refusal.action} on resource: ${refusal.resource} because ${refusal.because}`,
    service === 'dynamodb' ? 400 : 403,
  );

function callOf(request: IncomingMessage, body: Buffer): AwsCall {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const target = headers['x-amz-target']?.split('.').at(-1);
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  return {
    service: scopeOf(request)[3] ?? '',
    operation:
      target ?? (isForm ? new URLSearchParams(body.toString('utf8')).get('Action') : undefined) ?? '',
    method: request.method ?? 'POST',
    url: request.url ?? '/',
    headers,
    body,
  };
}

const accessKeyOf = (request: IncomingMessage) => scopeOf(request)[0] ?? '';

/** Access key, date, region and service, from the signature's credential scope. */
const scopeOf = (request: IncomingMessage): string[] =>
  /Credential=([^,\s]+)/.exec(request.headers.authorization ?? '')?.[1]?.split('/') ?? [];

function send(response: ServerResponse, reply: AwsReply): void {
  // An SDK whose clock differs from the Date it is answered with corrects its own and tries again.
  const headers = { date: new Date().toUTCString(), 'content-length': Buffer.byteLength(reply.body) };
  response.writeHead(reply.status, { ...reply.headers, ...headers });
  response.end(reply.body);
}
