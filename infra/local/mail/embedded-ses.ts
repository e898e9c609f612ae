import type { Server } from 'node:http';
import { stopServer } from '../http/server-parts.ts';
import type { AwsReply } from '../gateway/aws-call.ts';

export type SentEmail = {
  readonly messageId: string;
  readonly from: string;
  readonly replyTo: readonly string[];
  readonly destination: { readonly to: readonly string[] };
  readonly subject: string;
  readonly body: { readonly html?: string | undefined; readonly text?: string | undefined };
  readonly headers?: readonly { readonly name: string; readonly value: string }[] | undefined;
};

/** SES v2, which validates and parses what is sent. Begun on the first e-mail, for it takes half a second to load. */
export type EmbeddedSes = {
  /** SES's reply, and the parsed e-mail when it took it. */
  send(body: Buffer): Promise<{ reply: AwsReply; email?: SentEmail }>;
  readonly stop: () => Promise<void>;
};

export function embedSes(): EmbeddedSes {
  let begun:
    Promise<{ server: Server; url: string; take: (messageId: string) => SentEmail | undefined }> | undefined;

  return {
    async send(body) {
      begun ??= begin();
      const { url, take } = await begun;
      const response = await fetch(`${url}/v2/email/outbound-emails`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'AWS4-HMAC-SHA256 local' },
        body: new Uint8Array(body),
      });
      const text = await response.text();
      const reply = { status: response.status, headers: { 'content-type': 'application/json' }, body: text };
      if (!response.ok) return { reply };
      const email = take(String(Reflect.get(Object(JSON.parse(text)), 'MessageId')));
      return email ? { reply, email } : { reply };
    },
    stop: async () => {
      if (begun) await stopServer((await begun).server);
    },
  };
}

async function begin() {
  const [ses, { getStoreReadonly }] = await Promise.all([
    import('aws-ses-v2-local'),
    import('aws-ses-v2-local/dist/store.js'),
  ]);
  const server = await ses.default.default({ host: '127.0.0.1', port: 0 });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const take = (messageId: string) => {
    const { emails } = getStoreReadonly();
    const index = emails.findIndex((email) => email.messageId === messageId);
    return emails.splice(index, 1)[0];
  };
  return { server, url: `http://127.0.0.1:${port}`, take };
}
