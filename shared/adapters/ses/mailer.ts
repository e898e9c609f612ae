import { SESv2Client, SendEmailCommand, type SESv2ClientConfig } from '@aws-sdk/client-sesv2';
import type { HandOverResult } from '#shared/domain/sending/message.ts';
import type { Mailer, OutgoingEmail } from '#shared/ports.ts';
import { oneAttempt } from '#shared/adapters/aws/client-options.ts';
import { MESSAGE_TAG, tagOf } from './message-tag.ts';

type Options = {
  from: { name: string; address: string };
  replyTo: string;
  configurationSet: string;
  config?: SESv2ClientConfig;
};

/** E-mail through SES, one attempt a call. Nothing about opening or clicking is tracked. */
export function sesMailer({ from, replyTo, configurationSet, config = {} }: Options): Mailer {
  const client = new SESv2Client({ ...oneAttempt, ...config });
  return {
    async send(email) {
      try {
        const { MessageId } = await client.send(
          new SendEmailCommand({
            FromEmailAddress: mailbox(from),
            ReplyToAddresses: [replyTo],
            Destination: { ToAddresses: [email.to] },
            Content: { Simple: contentOf(email) },
            ConfigurationSetName: configurationSet,
            EmailTags: [{ Name: MESSAGE_TAG, Value: tagOf(email.messageId) }],
          }),
        );
        return MessageId
          ? { kind: 'accepted', providerId: MessageId, status: 'accepted' }
          : { kind: 'unknown' };
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** RFC 8058: a mail program may unsubscribe with one POST, without asking the reader to log in. */
function contentOf({ subject, text, html, unsubscribeUrl }: OutgoingEmail) {
  return {
    Subject: utf8(subject),
    Body: { Text: utf8(text), Html: utf8(html) },
    Headers: [
      { Name: 'List-Unsubscribe', Value: `<${unsubscribeUrl}>` },
      { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
    ],
  };
}

/** RFC 2047 for a name beyond ASCII. */
function mailbox({ name, address }: Options['from']): string {
  const plain = /^[\x20-\x7e]*$/.test(name);
  const shown = plain
    ? `"${name.replace(/["\\]/g, '')}"`
    : `=?UTF-8?B?${Buffer.from(name).toString('base64')}?=`;
  return `${shown} <${address}>`;
}

/** A 4xx was not processed; a rate limit may go again soon; a 5xx, a time-out or a broken connection says nothing. */
function refusalOf(error: unknown): HandOverResult {
  if (!(error instanceof Error)) return { kind: 'unknown' };
  const { $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } }; // the SDK's errors carry it
  const status = $metadata?.httpStatusCode ?? 0;
  if (/TooManyRequests|Throttl/.test(error.name)) return { kind: 'throttled', retryAfterSeconds: 30 };
  if (status < 400 || status >= 500 || status === 408) return { kind: 'unknown' };
  return { kind: 'refused', code: error.name };
}
