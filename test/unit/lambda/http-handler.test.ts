import { describe, expect, it } from 'vitest';
import { httpHandler, type HttpRequest } from '#shared/lambda/http-handler.ts';
import { empty, html, json, problem, twiml } from '#shared/lambda/http-results.ts';
import { aLog, anHttpEvent } from './events.ts';

const seen = async (different: Parameters<typeof anHttpEvent>[0]): Promise<HttpRequest> => {
  let request: HttpRequest | undefined;
  const handler = httpHandler((asked) => {
    request = asked;
    return Promise.resolve(empty(204, { outcome: 'seen' }));
  }, aLog().write);
  await handler(anHttpEvent(different));
  if (!request) throw new Error('never asked');
  return request;
};

const fails = () => Promise.reject(new Error('Maya is not in the table'));
const page = () => Promise.resolve(html(500, '<p>Try again</p>', { outcome: 'failed' }));

describe('a handler of HTTP requests', () => {
  it('passes on what was asked, word for word, as a signature needs it', async () => {
    expect(await seen({ body: 'Body=S%C3%AD+' })).toMatchObject({
      method: 'POST',
      target: '/twilio/status?m=fu%231.c1.1.sms',
      headers: { 'x-twilio-signature': 'abc' },
      rawBody: 'Body=S%C3%AD+',
      query: { m: 'fu#1.c1.1.sms' },
      at: 1_795_453_200_000,
    });
  });

  it('reads a body that arrives as base64', async () => {
    const body = Buffer.from('Body=Sí').toString('base64');
    expect((await seen({ body, isBase64Encoded: true })).rawBody).toBe('Body=Sí');
  });

  it('needs neither body nor query', async () => {
    const request = await seen({ rawQueryString: '', queryStringParameters: {} });
    expect([request.rawBody, request.target, request.query]).toEqual(['', '/twilio/status', {}]);
  });

  it('logs route, status and ids, and neither path, query, address nor body', async () => {
    const log = aLog();
    const handler = httpHandler(
      () => Promise.resolve(json(202, { name: 'Maya' }, { outcome: 'accepted', ids: { inboxId: 'in-1' } })),
      log.write,
    );
    await handler(anHttpEvent({ rawPath: '/l/secret-token', body: 'Maya', routeKey: 'GET /l/{token}' }));
    expect(log.entries()).toMatchObject([
      {
        outcome: 'accepted',
        status: 202,
        route: 'GET /l/{token}',
        requestId: 'req-1',
        ids: { inboxId: 'in-1' },
      },
    ]);
    for (const word of ['secret-token', 'Maya', '192.0.2.1', 'fu#1']) expect(log.text()).not.toContain(word);
  });

  it('answers a failure with nothing but its status', async () => {
    const log = aLog();
    const handler = httpHandler(() => Promise.reject(new Error('Maya is not in the table')), log.write);
    expect(await handler(anHttpEvent())).toEqual({
      statusCode: 500,
      headers: { 'cache-control': 'no-store' },
      body: '',
    });
    expect(log.entries()[0]).toMatchObject({ outcome: 'failed', status: 500, error: { name: 'Error' } });
    expect(log.text()).not.toContain('Maya');
  });

  it('shows a page after a failure where a person waits, and nothing when that fails too', async () => {
    const log = aLog();
    expect(await httpHandler(fails, log.write, page)(anHttpEvent())).toMatchObject({
      statusCode: 500,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
      body: '<p>Try again</p>',
    });
    expect(await httpHandler(fails, log.write, fails)(anHttpEvent())).toMatchObject({
      statusCode: 500,
      body: '',
    });
    expect(log.text()).not.toContain('Maya');
  });
});

describe('an answer', () => {
  it('with a page allows no script, no frame, no store and no referrer', () => {
    const { headers } = html(200, '<p>Thank you</p>', { outcome: 'shown' });
    expect(headers?.['content-security-policy']).toContain("default-src 'none'");
    expect(headers?.['content-security-policy']).not.toContain('script-src');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-type': 'text/html; charset=utf-8',
    });
  });

  it('that refuses lists every problem at once', () => {
    const problems = [
      { path: 'client.ref', problem: 'is missing' },
      { path: 'closedAt', problem: 'expected an instant' },
    ];
    const answer = problem(400, 'The event is not valid', { outcome: 'invalid', problems });
    expect(answer.headers?.['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ status: 400, problems });
    expect(answer).not.toHaveProperty('problems');
  });

  it('to Twilio is XML', () => {
    expect(twiml('<Response/>', { outcome: 'stored' }).headers?.['content-type']).toContain('text/xml');
  });
});
