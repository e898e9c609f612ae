import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { httpHandler, type HttpResult } from '#shared/lambda/http-handler.ts';
import type { Write } from '#shared/lambda/log.ts';

/**
 * Does the work of a route inside the handler of all routes, which writes its log line, of a failure too. What was
 * answered comes back, or what was thrown.
 * @param asked what the request says, in the form in which the play has it
 * @param told what the route's own handler hands to the log
 */
export async function throughHttp<T>(
  write: Write,
  { routeKey, asked }: { routeKey: string; asked: string },
  work: () => Promise<T>,
  told: (answer: T) => Pick<HttpResult, 'outcome' | 'ids' | 'fields'>,
): Promise<T> {
  const answer = work();
  await httpHandler(async () => ({ status: 200, ...told(await answer) }), write)(request(routeKey, asked));
  return answer;
}

function request(routeKey: string, body: string): APIGatewayProxyEventV2 {
  const [method = '', rawPath = ''] = routeKey.split(' ');
  const event = {
    routeKey,
    rawPath,
    rawQueryString: '',
    headers: {},
    body,
    requestContext: { requestId: 'req-1', http: { method }, timeEpoch: 0 },
  };
  return event as unknown as APIGatewayProxyEventV2; // the fields that the handler reads
}
