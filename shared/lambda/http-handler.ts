import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { describeError, idsOf, logOutcome, type LogIds, type LogLine, type Write } from './log.ts';
import { functionName } from './function-name.ts';

/** An HTTP request, free of Lambda's shapes. Header names are lower-case. */
export type HttpRequest = {
  method: string;
  path: string;
  /** Path and query string exactly as requested: what a sender signed, after the public origin. */
  target: string;
  headers: Readonly<Record<string, string | undefined>>;
  rawBody: string;
  query: Readonly<Record<string, string | undefined>>;
  pathParameters: Readonly<Record<string, string | undefined>>;
  at: number;
};

/** An answer, with the outcome word for the log. `ids` are ours and are logged; nothing else of the answer is. */
export type HttpResult = {
  status: number;
  outcome: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  ids?: LogIds;
  /** Paths of fields that were refused, never their values. */
  fields?: readonly string[];
};

type Failure = Pick<HttpResult, 'headers' | 'body'>;

/**
 * A handler for HTTP API routes (payload 2.0). An exception becomes a 500 without any detail; the log names the error.
 * Where people read the answer, `whenFailed` writes what they see.
 */
export function httpHandler(
  work: (request: HttpRequest) => Promise<HttpResult>,
  write?: Write,
  whenFailed: (request: HttpRequest) => Promise<Failure> = () => Promise.resolve({}),
): (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2> {
  return async (event) => {
    const started = performance.now();
    const log = (outcome: string, more: Partial<LogLine>) =>
      logOutcome(
        {
          function: functionName(),
          outcome,
          ms: Math.round(performance.now() - started),
          requestId: event.requestContext.requestId,
          route: event.routeKey,
          ...more,
        },
        write,
      );
    try {
      const { status, outcome, headers = {}, body = '', ids, fields } = await work(requestOf(event));
      log(outcome, { status, ...(ids && { ids: idsOf(ids) }), ...(fields && { fields }) });
      return { statusCode: status, headers: { 'cache-control': 'no-store', ...headers }, body };
    } catch (error) {
      log('failed', { status: 500, error: describeError(error) });
      const { headers = {}, body = '' } = await shown(whenFailed, event);
      return { statusCode: 500, headers: { 'cache-control': 'no-store', ...headers }, body };
    }
  };
}

/** What failed may fail again while its page is written: then there is no page. */
async function shown(
  whenFailed: (request: HttpRequest) => Promise<Failure>,
  event: APIGatewayProxyEventV2,
): Promise<Failure> {
  try {
    return await whenFailed(requestOf(event));
  } catch {
    return {};
  }
}

function requestOf(event: APIGatewayProxyEventV2): HttpRequest {
  const body = event.body ?? '';
  return {
    method: event.requestContext.http.method,
    path: event.rawPath,
    target: event.rawQueryString ? `${event.rawPath}?${event.rawQueryString}` : event.rawPath,
    headers: Object.fromEntries(
      Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    rawBody: event.isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body,
    query: event.queryStringParameters ?? {},
    pathParameters: event.pathParameters ?? {},
    at: event.requestContext.timeEpoch,
  };
}
