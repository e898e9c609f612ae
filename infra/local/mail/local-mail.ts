import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Agenda } from '../agenda.ts';
import { openJournal } from '../data/journal.ts';
import { jsonReply, type AwsReply } from '../gateway/aws-call.ts';
import type { Tell } from '../happening.ts';
import { embedSes, type SentEmail } from './embedded-ses.ts';

export type Mail = {
  readonly messageId: string;
  /** Epoch ms. */
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet?: string;
};

export type LocalMail = {
  /** Answers SendEmail; `body` is its JSON. */
  readonly send: (body: Buffer) => Promise<AwsReply>;
  readonly mailbox: () => readonly Mail[];
  /** Mail to this address bounces from now on, permanently. */
  readonly bounce: (address: string) => void;
  readonly stop: () => Promise<void>;
};

export type MailReceipt = { readonly event: 'Send' | 'Delivery' | 'Bounce'; readonly mail: Mail };

const Request = z.object({
  ConfigurationSetName: z.string().optional(),
  EmailTags: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
});

const DELIVERY_MS = 2000;

export function openMail(
  agenda: () => Agenda,
  now: () => number,
  tell: Tell,
  file: string | undefined,
): LocalMail {
  const ses = embedSes();
  const journal = openJournal<Mail>(file);
  const mailbox = [...journal.past];
  const bouncing = new Set<string>();

  return {
    async send(body) {
      const { reply, email } = await ses.send(body);
      if (!email) return reply;
      const mail = mailOf(email, Request.parse(JSON.parse(body.toString('utf8'))), now());
      journal.append(mail);
      mailbox.push(mail);
      tell({ kind: 'email-sent', mail });
      const outcome = mail.to.some((address) => bouncing.has(address)) ? 'Bounce' : 'Delivery';
      agenda().add(now(), 'mail-receipt', { event: 'Send', mail } satisfies MailReceipt);
      agenda().add(now() + DELIVERY_MS, 'mail-receipt', { event: outcome, mail } satisfies MailReceipt);
      return jsonReply({ MessageId: mail.messageId });
    },
    mailbox: () => mailbox,
    bounce: (address) => void bouncing.add(address),
    stop: async () => {
      await ses.stop();
      journal.close();
    },
  };
}

function mailOf(email: SentEmail, request: z.infer<typeof Request>, at: number): Mail {
  const { text, html } = email.body;
  return {
    messageId: `0100${randomUUID()}-000000`,
    at,
    from: email.from,
    to: email.destination.to,
    replyTo: email.replyTo,
    subject: email.subject,
    ...(text !== undefined && { text }),
    ...(html !== undefined && { html }),
    headers: Object.fromEntries((email.headers ?? []).map(({ name, value }) => [name, value])),
    tags: Object.fromEntries(request.EmailTags.map(({ Name, Value }) => [Name, Value])),
    ...(request.ConfigurationSetName !== undefined && { configurationSet: request.ConfigurationSetName }),
  };
}
