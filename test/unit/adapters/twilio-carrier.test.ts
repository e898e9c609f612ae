import { afterEach, describe, expect, it } from 'vitest';
import { twilioCarrier } from '#shared/adapters/twilio/carrier.ts';
import { aServer, type Answer, type AServer, type Received } from './a-server.ts';

const NOON = Date.parse('2026-11-23T17:00:00Z');
const ACCOUNT = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'a token for tests' };
const SERVICE = `MG${'0'.repeat(32)}`;
const SMS = { messageId: 'fu#1.c1.1.sms', to: '+14105550134', text: 'Hi Maya', validForSeconds: 3600 };

const aMessage = (different: Record<string, unknown> = {}) => ({
  sid: 'SM1',
  status: 'queued',
  direction: 'outbound-api',
  messaging_service_sid: SERVICE,
  to: SMS.to,
  from: '+14105550111',
  body: SMS.text,
  date_created: 'Mon, 23 Nov 2026 17:00:01 +0000',
  date_sent: null,
  error_code: null,
  ...different,
});
const aPage = (...messages: unknown[]) => ({
  status: 200,
  body: { messages, next_page_uri: null, page: 0, page_size: 50 },
});

const inbound = (sid: string) =>
  aMessage({
    sid,
    direction: 'inbound',
    status: 'received',
    body: 'ok',
    date_sent: 'Mon, 23 Nov 2026 17:00:01 +0000',
  });

describe('the text carrier', () => {
  let server: AServer;
  afterEach(() => server.stop());

  const carrierThat = async (answer: Answer | ((request: Received) => Answer)) => {
    server = await aServer(typeof answer === 'function' ? answer : () => answer);
    return twilioCarrier({
      account: { get: () => Promise.resolve(ACCOUNT) },
      messagingServiceSid: SERVICE,
      publicUrl: 'https://handrail.example.org',
      baseUrl: server.origin,
      timeOut: 200,
    });
  };

  it('hands a text over once, with our id in the callback and an end to its validity', async () => {
    const carrier = await carrierThat({ status: 201, body: aMessage({ status: 'accepted' }) });
    expect(await carrier.send(SMS)).toEqual({ kind: 'accepted', providerId: 'SM1', status: 'accepted' });
    const [request] = server.received;
    expect(server.received).toHaveLength(1);
    expect(request?.url.pathname).toBe(`/2010-04-01/Accounts/${ACCOUNT.accountSid}/Messages.json`);
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      To: SMS.to,
      Body: SMS.text,
      MessagingServiceSid: SERVICE,
      StatusCallback: 'https://handrail.example.org/twilio/status?m=fu%231.c1.1.sms#rc=3&rp=all',
      ValidityPeriod: '3600',
    });
  });

  it.each([
    [0.4, '1'],
    [90_000, '36000'],
  ])('keeps a validity of %d s within what the carrier takes', async (validForSeconds, sent) => {
    const carrier = await carrierThat({ status: 201, body: aMessage() });
    await carrier.send({ ...SMS, validForSeconds });
    expect(new URLSearchParams(server.received[0]?.body).get('ValidityPeriod')).toBe(sent);
  });

  const refusals: [string, Answer, string][] = [
    [
      'a client who opted out',
      { status: 400, body: { code: 21610, message: 'To number +1410… opted out' } },
      '21610',
    ],
    ['a number that is none', { status: 400, body: { code: 21211 } }, '21211'],
    ['too many requests', { status: 429, body: { code: 20429 } }, '20429'],
    ['too many requests, without a code', { status: 429, body: 'slow down' }, '20429'],
    ['wrong credentials', { status: 401, body: { code: 20003 } }, '20003'],
    ['a gateway in between', { status: 403, body: '<html>' }, 'http-403'],
    [
      'a text that failed at once',
      { status: 201, body: aMessage({ status: 'failed', error_code: 30034 }) },
      '30034',
    ],
  ];
  it.each(refusals)('names the code when it is refused for %s', async (_, answer, code) => {
    const carrier = await carrierThat(answer);
    expect(await carrier.send(SMS)).toEqual({ kind: 'refused', code });
    expect(server.received).toHaveLength(1);
  });

  const unknowns: [string, Answer][] = [
    ['the carrier breaks', { status: 500, body: { code: 20500 } }],
    ['the carrier is overloaded', { status: 503 }],
    ['the request timed out there', { status: 408 }],
    ['the line breaks', 'hang up'],
    ['the carrier does not answer in time', 'no answer'],
    ['the answer is no JSON', { status: 201, body: 'ok' }],
    ['it is sent elsewhere', { status: 302, headers: { location: 'http://example.org' } }],
  ];
  it.each(unknowns)('does not know the outcome, and does not try again, when %s', async (_, answer) => {
    const carrier = await carrierThat(answer);
    expect(await carrier.send(SMS)).toEqual({ kind: 'unknown' });
    expect(server.received).toHaveLength(1);
  });

  it('does not know the outcome when nobody listens', async () => {
    const carrier = await carrierThat({ status: 201 });
    await server.stop();
    expect(await carrier.send(SMS)).toEqual({ kind: 'unknown' });
    server = await aServer(() => ({ status: 200 }));
  });

  it('throws when its own credentials cannot be read: then nothing was handed over', async () => {
    server = await aServer(() => ({ status: 201 }));
    const carrier = twilioCarrier({
      account: { get: () => Promise.reject(new Error('no secret')) },
      messagingServiceSid: SERVICE,
      publicUrl: 'https://handrail.example.org',
      baseUrl: server.origin,
    });
    await expect(carrier.send(SMS)).rejects.toThrow('no secret');
    expect(server.received).toEqual([]);
  });

  const find = { to: SMS.to, text: SMS.text, claimedAt: NOON };

  it('finds a text that the carrier took, by number, sender and exact words', async () => {
    const carrier = await carrierThat(
      aPage(aMessage({ sid: 'SM7', status: 'undelivered', error_code: 30003 })),
    );
    expect(await carrier.find(find)).toEqual({
      kind: 'found',
      providerId: 'SM7',
      status: 'undelivered',
      code: '30003',
    });
    expect(server.received[0]?.url.searchParams.get('To')).toBe(SMS.to);
  });

  const others: [string, Record<string, unknown>][] = [
    ['an earlier text with the same words', { date_created: 'Mon, 23 Nov 2026 16:30:00 +0000' }],
    ['other words', { body: 'Hi Maya!' }],
    ['another sender', { messaging_service_sid: null }],
    ['what the client wrote', { direction: 'inbound' }],
  ];
  it.each(others)('is not misled by %s', async (_, different) => {
    const carrier = await carrierThat(aPage(aMessage(different)));
    expect(await carrier.find(find)).toEqual({ kind: 'none' });
  });

  it('cannot say when two texts fit, or when the list does not answer', async () => {
    const twice = await carrierThat(aPage(aMessage({ sid: 'SM1' }), aMessage({ sid: 'SM2' })));
    expect(await twice.find(find)).toEqual({ kind: 'cannot-say' });
    await server.stop();
    const broken = await carrierThat({ status: 500 });
    expect(await broken.find(find)).toEqual({ kind: 'cannot-say' });
  });

  it('reads every page of what was received since, and nothing that was sent', async () => {
    const carrier = await carrierThat(({ url }) =>
      url.searchParams.get('Page') === '1'
        ? aPage(inbound('SM2'))
        : {
            status: 200,
            body: {
              messages: [inbound('SM1'), aMessage({ sid: 'SM9' })],
              next_page_uri: `/2010-04-01/Accounts/${ACCOUNT.accountSid}/Messages.json?Page=1`,
            },
          },
    );
    const received = await carrier.received(NOON);
    expect(received.map(({ providerId }) => providerId)).toEqual(['SM1', 'SM2']);
    expect(received[0]).toMatchObject({ body: 'ok', from: '+14105550111', at: NOON + 1000 });
    expect(server.received[0]?.url.searchParams.get('DateSent>')).toBe('2026-11-23T17:00:00Z');
  });

  it('says so when the list of what was received cannot be had', async () => {
    const carrier = await carrierThat({ status: 500 });
    await expect(carrier.received(NOON)).rejects.toThrow();
  });
});
