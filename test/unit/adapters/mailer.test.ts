import { afterEach, describe, expect, it } from 'vitest';
import { sesMailer } from '#shared/adapters/ses/mailer.ts';
import { messageIdOf, tagOf } from '#shared/adapters/ses/message-tag.ts';
import { aServer, type Answer, type AServer } from './a-server.ts';

const EMAIL = {
  messageId: 'fu#1.c1.2.email',
  to: 'maya@example.org',
  subject: 'Checking in',
  text: 'Hi Maya',
  html: '<p>Hi Maya</p>',
  unsubscribeUrl: 'https://handrail.example.org/u/token',
};

const aRefusal = (status: number, type: string): Answer => ({
  status,
  headers: { 'x-amzn-errortype': type },
  body: { message: 'Address maya@example.org is not verified' },
});

describe('the mailer', () => {
  let server: AServer;
  afterEach(() => server.stop());

  const mailerThat = async (answer: Answer, name = 'Riverbend Care') => {
    server = await aServer(() => answer);
    return sesMailer({
      from: { name, address: 'checkin@example.org' },
      replyTo: 'care@example.org',
      configurationSet: 'handrail',
      config: {
        endpoint: server.origin,
        region: 'us-east-1',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      },
    });
  };
  const sent = () => JSON.parse(server.received[0]?.body ?? '{}') as Record<string, unknown>;

  it('hands an e-mail over with a mailbox that people read and a one-click way out', async () => {
    const mailer = await mailerThat({ status: 200, body: { MessageId: 'ses-1' } });
    expect(await mailer.send(EMAIL)).toEqual({ kind: 'accepted', providerId: 'ses-1', status: 'accepted' });
    expect(sent()).toMatchObject({
      FromEmailAddress: '"Riverbend Care" <checkin@example.org>',
      ReplyToAddresses: ['care@example.org'],
      Destination: { ToAddresses: ['maya@example.org'] },
      ConfigurationSetName: 'handrail',
      EmailTags: [{ Name: 'message', Value: tagOf(EMAIL.messageId) }],
      Content: {
        Simple: {
          Headers: [
            { Name: 'List-Unsubscribe', Value: '<https://handrail.example.org/u/token>' },
            { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
          ],
        },
      },
    });
  });

  it('lets a receipt find its message by a tag in the characters that SES takes', () => {
    expect(tagOf(EMAIL.messageId)).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
    expect(messageIdOf(tagOf(EMAIL.messageId))).toBe(EMAIL.messageId);
  });

  it('writes a name beyond ASCII so that mail programs read it', async () => {
    const mailer = await mailerThat({ status: 200, body: { MessageId: 'ses-1' } }, 'Línea Amiga');
    await mailer.send(EMAIL);
    expect(sent()['FromEmailAddress']).toBe('=?UTF-8?B?TMOtbmVhIEFtaWdh?= <checkin@example.org>');
  });

  it.each([
    ['names why SES refused', aRefusal(400, 'MessageRejected'), { kind: 'refused', code: 'MessageRejected' }],
    [
      'waits when SES is asked too often',
      aRefusal(429, 'TooManyRequestsException'),
      { kind: 'throttled', retryAfterSeconds: 30 },
    ],
    ['does not know the outcome when SES breaks', aRefusal(500, 'InternalFailure'), { kind: 'unknown' }],
    ['does not know the outcome when the line breaks', 'hang up' as const, { kind: 'unknown' }],
  ])('%s, and asks once', async (_, answer, result) => {
    const mailer = await mailerThat(answer);
    expect(await mailer.send(EMAIL)).toEqual(result);
    expect(server.received).toHaveLength(1);
  });
});
