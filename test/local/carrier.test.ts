import { describe, expect, it } from 'vitest';
import { noon, runStack } from './fixtures/run-stack.ts';
import { aRoute, get, ref, smallStack, type SmallFunction } from './fixtures/small-stack.ts';

const sendText: SmallFunction = {
  source: `
  import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
  import twilio from 'twilio';
  export const handler = async (event) => {
    const id = process.env.TWILIO_SECRET_ARN;
    const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: id }));
    const { accountSid, authToken } = JSON.parse(SecretString);
    const httpClient = new twilio.RequestClient({ timeout: 300 });
    const send = httpClient.request.bind(httpClient);
    httpClient.request = (o) => send({ ...o, uri: o.uri.replace('https://api.twilio.com', process.env.TWILIO_BASE_URL) });
    const client = twilio(accountSid, authToken, { httpClient });
    const input = JSON.parse(event.body);
    try {
      const value = input.list ? await client.messages.list(input.list) : await client.messages.create(input);
      return { statusCode: 200, body: JSON.stringify(value) };
    } catch (error) {
      return { statusCode: 500, body: JSON.stringify({ code: error.code, status: error.status, name: error.name }) };
    }
  };`,
  allow: [{ Action: 'secretsmanager:GetSecretValue', Resource: ref('TwilioSecret') }],
  environment: { TWILIO_SECRET_ARN: ref('TwilioSecret'), TWILIO_BASE_URL: 'https://api.twilio.com' },
};

/** Logs what it was posted and whether the signature holds for the address as the function sees it. */
const hearTwilio: SmallFunction = {
  source: `
  import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
  import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
  export const handler = async (event) => {
    const id = process.env.TWILIO_SECRET_ARN;
    const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: id }));
    const form = Object.fromEntries(new URLSearchParams(Buffer.from(event.body, 'base64').toString()));
    const query = event.rawQueryString ? '?' + event.rawQueryString : '';
    const url = process.env.PUBLIC_URL + event.rawPath + query;
    const signed = validateRequest(JSON.parse(SecretString).authToken, event.headers['x-twilio-signature'], url, form);
    process.stdout.write(JSON.stringify({ path: event.rawPath + query, signed, ...form }) + '\\n');
    return { statusCode: form.Body === 'fail' && event.rawPath === '/twilio/text' ? 500 : 200, body: '' };
  };`,
  allow: sendText.allow ?? [],
  environment: { TWILIO_SECRET_ARN: ref('TwilioSecret'), PUBLIC_URL: get('Api', 'ApiEndpoint') },
};

// The twilio package takes a second to bundle: once is enough.
const carrierTemplate = smallStack(
  {
    ...aRoute('POST /send', 'SendText'),
    ...aRoute('POST /twilio/text', 'HearTwilio'),
    ...aRoute('POST /twilio/text-fallback', 'HearTwilio'),
    ...aRoute('POST /twilio/status', 'HearTwilio'),
  },
  { SendText: sendText, HearTwilio: hearTwilio },
);

const maya = '+14105550134';

async function carrier(optOut: 'carrier' | 'self' = 'carrier') {
  const { stack, kinds } = await runStack(await carrierTemplate, { carrier: { optOut } });
  const send = async (more: object = {}) => {
    const statusCallback = `${stack.http}/twilio/status?m=msg-1#rc=3&rp=all`;
    const messagingServiceSid = `MG${'0'.repeat(32)}`;
    const body = JSON.stringify({
      to: maya,
      body: 'How are you?',
      messagingServiceSid,
      statusCallback,
      ...more,
    });
    const response = await fetch(`${stack.http}/send`, { method: 'POST', body });
    return { status: response.status, json: JSON.parse(await response.text()) };
  };
  const heard = () => kinds('function-log').map(({ line }): Record<string, unknown> => JSON.parse(line));
  return { stack, kinds, send, heard };
}

describe('the stand-in for Twilio', () => {
  it('takes a text, delivers it and posts signed receipts', async () => {
    const { stack, send, heard } = await carrier();

    const sent = await send();
    await stack.advance(60_000);

    expect(sent.json).toMatchObject({
      status: 'accepted',
      to: maya,
      sid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
    });
    expect(heard().map((post) => post['MessageStatus'])).toEqual(['queued', 'sent', 'delivered']);
    expect(heard()).toEqual(
      heard().map(() => expect.objectContaining({ signed: true, path: '/twilio/status?m=msg-1', To: maya })),
    );
  });

  it('posts a client’s text, and to the fallback when ours fails', async () => {
    const { stack, heard } = await carrier();

    await stack.text(maya, 'doing ok');
    await stack.text(maya, 'fail');

    expect(heard()).toMatchObject([
      { path: '/twilio/text', signed: true, Body: 'doing ok', From: maya },
      { path: '/twilio/text', Body: 'fail' },
      { path: '/twilio/text', Body: 'fail' },
      { path: '/twilio/text-fallback', signed: true, Body: 'fail', ErrorCode: '11200' },
    ]);
  });

  it('answers STOP by itself, once, and refuses what we send afterwards', async () => {
    const { stack, kinds, send, heard } = await carrier();

    await stack.text(maya, ' Stop ');
    await stack.text(maya, 'STOP');
    const refused = await send();
    await stack.text(maya, 'start');
    const sent = await send();

    expect(kinds('carrier-answered').map(({ message }) => message.body.slice(0, 25))).toEqual([
      'You have successfully bee',
      'You have successfully bee',
    ]);
    expect(refused.json).toMatchObject({ code: 21610, status: 400 });
    expect(sent.status).toBe(200);
    expect(heard()).toMatchObject([{ OptOutType: 'STOP' }, { OptOutType: 'STOP' }, { OptOutType: 'START' }]);
  });

  it('leaves “stop please” and, when we answer ourselves, STOP to us', async () => {
    const carriers = await carrier();
    await carriers.stack.text(maya, 'stop please');
    const ours = await carrier('self');
    await ours.stack.text(maya, 'STOP');

    expect([...carriers.kinds('carrier-answered'), ...ours.kinds('carrier-answered')]).toEqual([]);
    expect((await ours.send()).status).toBe(200);
  });

  it('fails as told: the second text is refused by the handset, the others arrive', async () => {
    const { stack, send } = await carrier();
    stack.twilio.fail({ fault: 30003, to: maya, nth: 2 });

    await send();
    await send();
    await send();
    await stack.advance(60_000);

    expect(stack.twilio.messages().map(({ status, errorCode }) => [status, errorCode])).toEqual([
      ['delivered', undefined],
      ['undelivered', 30003],
      ['delivered', undefined],
    ]);
  });

  it.each([
    { fault: '429', sent: 0, error: { status: 429, code: 20429 } },
    { fault: '500-before', sent: 0, error: { status: 500 } },
    { fault: '500-after', sent: 1, error: { status: 500 } },
    { fault: 'reset-after', sent: 1, error: { code: 'ECONNRESET' } },
    { fault: 'silence-after', sent: 1, error: { code: 'ECONNABORTED' } },
  ] as const)('can answer a send with $fault, having sent $sent', async ({ fault, sent, error }) => {
    const { stack, send } = await carrier();
    stack.twilio.fail({ fault });

    const answer = await send();

    expect(answer.json).toMatchObject(error);
    expect(stack.twilio.messages()).toHaveLength(sent);
  });

  it('gives a text up when the phone stays off longer than it is valid', async () => {
    const { stack, send, heard } = await carrier();
    stack.twilio.switchOff(maya);

    await send({ validityPeriod: 3600 });
    await stack.advance(2 * 3_600_000);

    expect(stack.twilio.messages()).toMatchObject([
      { status: 'failed', errorCode: 30036, updatedAt: noon + 3_600_000 },
    ]);
    expect(heard()).toMatchObject([{ MessageStatus: 'failed', ErrorCode: '30036' }]);
  });

  it('lists messages page by page, as the twilio package asks', async () => {
    const { stack, send } = await carrier();
    for (let count = 0; count < 5; count += 1) await send({ body: `text ${count}` });
    await stack.text(maya, 'hello');
    await stack.advance(60_000);

    const toMaya = await send({ list: { to: maya, dateSentAfter: '2026-11-23T11:00:00Z', pageSize: 2 } });
    const tomorrow = await send({ list: { dateSentAfter: '2026-11-24' } });

    expect(toMaya.json).toHaveLength(5);
    expect(tomorrow.json).toEqual([]);
  });

  it('posts every receipt twice, or not at all, when told to', async () => {
    const { stack, send, heard } = await carrier();
    stack.twilio.fail({ webhook: 'lose-receipts', times: 2 });
    stack.twilio.fail({ webhook: 'double-receipts' });

    await send();
    await stack.advance(60_000);

    expect(heard().map((post) => post['MessageStatus'])).toEqual(['delivered', 'delivered']);
  });

  it('can lose a client’s text on the way, which the list still shows', async () => {
    const { stack, heard } = await carrier();
    stack.twilio.fail({ webhook: 'lose-inbound' });

    await stack.text(maya, 'are you there?');

    expect(heard()).toEqual([]);
    expect(stack.twilio.messages()).toMatchObject([{ direction: 'inbound', body: 'are you there?' }]);
  });
});
