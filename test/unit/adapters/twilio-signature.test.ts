import { describe, expect, it } from 'vitest';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { secret, twilioSecret } from '#shared/adapters/secrets.ts';
import { formOf, twilioSignature } from '#shared/adapters/twilio/signature.ts';

const TARGET = '/twilio/status?m=fu%231.c1.1.sms';
const FORM = { MessageSid: 'SM1', MessageStatus: 'delivered', Body: 'Sí, gracias & adiós ' };
const rawBody = new URLSearchParams(FORM).toString();
const signedWith = (token: string, url = `https://handrail.example.org${TARGET}`) =>
  getExpectedTwilioSignature(token, url, FORM);

const aValidator = (...secrets: object[]) => {
  let reads = 0;
  let now = 0;
  const read = () =>
    Promise.resolve(JSON.stringify({ accountSid: 'AC1', ...secrets[Math.min(reads++, secrets.length - 1)] }));
  const isSigned = twilioSignature({
    secret: secret('arn', twilioSecret, { now: () => now, read }),
    publicUrl: 'https://handrail.example.org',
  });
  return { isSigned, reads: () => reads, later: (milliseconds: number) => void (now += milliseconds) };
};

describe('a webhook of the text carrier', () => {
  it('is taken when it is signed with our token over the public address and the form', async () => {
    const { isSigned, reads } = aValidator({ authToken: 'now' });
    expect(await isSigned({ target: TARGET, rawBody, signature: signedWith('now') })).toBe(true);
    expect(reads()).toBe(1);
  });

  it('is taken with the previous token during a rotation', async () => {
    const { isSigned } = aValidator({ authToken: 'next', previousAuthToken: 'now' });
    expect(await isSigned({ target: TARGET, rawBody, signature: signedWith('now') })).toBe(true);
  });

  it('is taken with a token that is newer than what was read, after one more look', async () => {
    const { isSigned, reads, later } = aValidator({ authToken: 'old' }, { authToken: 'new' });
    await isSigned({ target: TARGET, rawBody, signature: signedWith('old') });
    later(60_000);
    expect(await isSigned({ target: TARGET, rawBody, signature: signedWith('new') })).toBe(true);
    expect(reads()).toBe(2);
  });

  it('does not read the secret for every forged request', async () => {
    const { isSigned, reads, later } = aValidator({ authToken: 'now' });
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await isSigned({ target: TARGET, rawBody, signature: 'forged' })).toBe(false);
      later(5_000);
    }
    expect(reads()).toBe(1);
  });

  it.each([
    ['another token', { signature: signedWith('theirs') }],
    ['no signature', { signature: undefined }],
    ['an empty one', { signature: '' }],
    ['another form', { rawBody: `${rawBody}&extra=1` }],
    ['another message id', { target: '/twilio/status?m=fu%232.c1.1.sms' }],
    ['an address that is none', { target: ':::', signature: 'x' }],
  ])('is refused with %s', async (_, different) => {
    const { isSigned } = aValidator({ authToken: 'now' });
    const request = {
      target: TARGET,
      rawBody,
      signature: signedWith('now') as string | undefined,
      ...different,
    };
    expect(await isSigned(request)).toBe(false);
  });

  it('keeps every value of a field that came more than once, and no field of the prototype', () => {
    const form = formOf('a=1&a=2&b=%2B1&__proto__=x');
    expect(Object.entries(form)).toEqual([
      ['a', ['1', '2']],
      ['b', '+1'],
      ['__proto__', 'x'],
    ]);
  });
});
