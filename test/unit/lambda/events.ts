import type { APIGatewayProxyEventV2, SQSEvent } from 'aws-lambda';

/** An SQS event with these bodies, one record each, with message ids m1, m2 … */
export function anSqsEvent(...bodies: unknown[]): SQSEvent {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `m${index + 1}`,
      receiptHandle: 'handle',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '0',
        SenderId: 'x',
        ApproximateFirstReceiveTimestamp: '0',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn',
      awsRegion: 'us-east-1',
    })),
  };
}

/** An HTTP API request, payload 2.0; say what differs. */
export function anHttpEvent(different: Partial<APIGatewayProxyEventV2> = {}): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey: 'POST /twilio/status',
    rawPath: '/twilio/status',
    rawQueryString: 'm=fu%231.c1.1.sms',
    headers: { 'X-Twilio-Signature': 'abc' },
    queryStringParameters: { m: 'fu#1.c1.1.sms' },
    requestContext: {
      accountId: '1',
      apiId: 'a',
      domainName: 'd',
      domainPrefix: 'p',
      http: {
        method: 'POST',
        path: '/twilio/status',
        protocol: 'HTTP/1.1',
        sourceIp: '192.0.2.1',
        userAgent: 'x',
      },
      requestId: 'req-1',
      routeKey: 'POST /twilio/status',
      stage: '$default',
      time: '',
      timeEpoch: 1_795_453_200_000,
    },
    isBase64Encoded: false,
    ...different,
  };
}

export type Logged = Record<string, unknown>;

/** Keeps log lines, each of which must be one line of JSON. */
export function aLog() {
  const lines: string[] = [];
  return {
    write: (line: string) => void lines.push(line),
    text: () => lines.join('\n'),
    entries: (): Logged[] => lines.map((line) => JSON.parse(line) as Logged),
  };
}
