import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export type Route =
  'POST /events' | 'POST /twilio/text' | 'POST /twilio/text-fallback' | 'POST /twilio/status' | LinkRoute;
export type LinkRoute = 'GET /l/{token}' | 'POST /l/{token}' | 'GET /u/{token}' | 'POST /u/{token}';

/** What a sender sends. */
export type Request = {
  readonly route: Route;
  /** Of a link; already decoded, as API Gateway hands it over. */
  readonly token: string;
  /** As in the address, without its question mark. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** How the gateway hands the body over, and what it says of it. */
  readonly encoding: 'text' | 'base64' | 'text-called-base64' | 'base64-called-text';
};

/** The request as API Gateway makes it an event, payload 2.0. */
export function eventOf(request: Request, at: number): APIGatewayProxyEventV2 {
  const { route, token, query, headers, body, encoding } = request;
  const [method = '', pattern = ''] = route.split(' ');
  const rawPath = pattern.replace('{token}', encodeURIComponent(token.toWellFormed()));
  return {
    version: '2.0',
    routeKey: route,
    rawPath,
    rawQueryString: query,
    headers,
    ...(query !== '' && { queryStringParameters: parametersOf(query) }),
    ...(pattern.includes('{') && { pathParameters: { token } }),
    requestContext: {
      accountId: '111122223333',
      apiId: 'api',
      domainName: 'care.example.org',
      domainPrefix: 'api',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'fuzz' },
      requestId: 'request-1',
      routeKey: route,
      stage: '$default',
      time: '',
      timeEpoch: at,
    },
    ...(body.length > 0 && { body: body.toString(encoding.startsWith('base64') ? 'base64' : 'utf8') }),
    isBase64Encoded: encoding === 'base64' || encoding === 'text-called-base64',
  };
}

function parametersOf(query: string): Record<string, string> {
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(query))
    values[name] = values[name] === undefined ? value : `${values[name]},${value}`;
  return values;
}

/** The body as text, as a receiver reads it. */
export function bodyIn({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string {
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}
