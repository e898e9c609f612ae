import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Activity } from '../clock/activity.ts';
import type { Tell } from '../happening.ts';
import type { LocalFunction } from '../lambda/local-function.ts';
import type { Access } from '../policies/access.ts';
import { ACCOUNT, REGION } from '../template/identities.ts';
import { apiError, apiEvent, apiResponse, type ApiResponse } from './api-event.ts';
import { matchRoute, type ApiRoute, type MatchedRoute } from './api-routes.ts';
import { listen, readBody, stopServer } from './server-parts.ts';

type ApiParts = {
  readonly apiId: string;
  readonly routes: readonly ApiRoute[];
  readonly functionByArn: (arn: string) => LocalFunction | undefined;
  readonly access: Access;
  readonly now: () => number;
  readonly tell: Tell;
  readonly onAnswered: (route: ApiRoute, status: number) => void;
};

/** Answers what no route takes, such as the console's pages; false leaves it to API Gateway's 404. */
export type OtherPages = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

export type LocalApi = {
  readonly url: string;
  readonly open: (parts: ApiParts) => void;
  readonly stop: () => Promise<void>;
};

/** The HTTP API on this machine. It holds its port before it can answer: the template's PUBLIC_URL contains it. */
export async function startApi(port: number, activity: Activity, otherPages?: OtherPages): Promise<LocalApi> {
  let opened: ApiParts | undefined;
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const matched = opened && matchRoute(opened.routes, request.method ?? 'GET', path);
    // Pages may stream for hours; only routes count as something going on.
    if (matched && opened) void activity.during(() => answerRoute(opened, matched, request, response));
    else void answerElse(otherPages, request, response, opened !== undefined);
  });
  const taken = await listen(server, port);
  return {
    url: `http://127.0.0.1:${taken}`,
    open: (parts) => {
      opened = parts;
    },
    stop: () => stopServer(server),
  };
}

async function answerRoute(
  parts: ApiParts | undefined,
  matched: MatchedRoute,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!parts) return;
  const body = await readBody(request);
  const target = parts.functionByArn(matched.route.functionArn);
  const answer = await invokeRoute(parts, matched, target, request, body);
  const name = target?.spec.nameInCode ?? '';
  parts.tell({ kind: 'http', route: matched.route.routeKey, status: answer.status, function: name });
  parts.onAnswered(matched.route, answer.status);
  send(response, answer);
}

async function invokeRoute(
  { apiId, access, now }: ApiParts,
  matched: MatchedRoute,
  target: LocalFunction | undefined,
  request: IncomingMessage,
  body: Buffer,
): Promise<ApiResponse> {
  if (!target) return apiError(500, 'Internal Server Error');
  const method = matched.route.method === 'ANY' ? '*' : matched.route.method;
  const sourceArn = `arn:aws:execute-api:${REGION}:${ACCOUNT}:${apiId}/$default/${method}/${matched.route.steps.join('/')}`;
  const who = { service: 'apigateway.amazonaws.com', sourceArn };
  if (access.refusal(who, [{ action: 'lambda:InvokeFunction', resource: target.spec.arn }]))
    return apiError(500, 'Internal Server Error');
  const result = await target.invoke(apiEvent(request, body, matched, apiId, now()));
  return result.ok ? apiResponse(result.value) : apiError(500, 'Internal Server Error');
}

async function answerElse(
  otherPages: OtherPages | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  started: boolean,
): Promise<void> {
  if (started && otherPages && (await otherPages(request, response))) return;
  send(response, started ? apiError(404, 'Not Found') : apiError(503, 'Service Unavailable'));
}

function send(response: ServerResponse, { status, headers, body }: ApiResponse): void {
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(body);
}
