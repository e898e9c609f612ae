import type { Happening } from '../happening.ts';
import type { Mail } from '../mail/local-mail.ts';
import { segmentsOf, type TwilioMessage } from '../twilio/twilio-message.ts';
import type { Draft } from './lines-of.ts';
import { originOfMail, originOfText } from './message-of.ts';
import type { People } from './people.ts';

const clientField = async (people: People, address: string) => {
  const client = await people.clientAt(address);
  return client === undefined ? {} : { client };
};

export async function textLine(message: TwilioMessage, people: People): Promise<Draft> {
  const { sid, direction, from, to, body, by } = message;
  const received = direction === 'inbound';
  const checkIn = originOfText(message)?.checkIn;
  return {
    key: `text ${sid}`,
    line: {
      kind: received ? 'text-received' : 'text-sent',
      ...(await clientField(people, received ? from : to)),
      channel: 'sms',
      ...(checkIn !== undefined && { checkIn }),
      text: body,
      segments: segmentsOf(body),
      by,
    },
  };
}

const FINAL = new Set(['delivered', 'undelivered', 'failed', 'canceled']);

/** Only the last word on a text: what came of its delivery. */
export async function statusLine(message: TwilioMessage, people: People): Promise<Draft[]> {
  const { sid, to, status, errorCode, by } = message;
  if (!FINAL.has(status) || by !== 'handrail') return [];
  const checkIn = originOfText(message)?.checkIn;
  return [
    {
      key: `delivery ${sid}`,
      line: {
        kind: 'delivery',
        ...(await clientField(people, to)),
        channel: 'sms',
        ...(checkIn !== undefined && { checkIn }),
        outcome: status,
        ...(errorCode !== undefined && { code: String(errorCode) }),
      },
    },
  ];
}

/** The carrier did not take it, or did not say so: nothing was sent, unless it was stored all the same. */
export async function refusedLine(
  { at, to, reason, stored }: Extract<Happening, { kind: 'text-refused' }>,
  people: People,
): Promise<Draft[]> {
  if (stored) return [];
  const line = { kind: 'delivery', channel: 'sms', outcome: 'refused', code: reason } as const;
  return [{ key: `refused ${to} ${at}`, line: { ...line, ...(await clientField(people, to)) } }];
}

const MAIL_OUTCOMES = { 'email-delivered': 'delivered', 'email-bounced': 'bounced' } as const;

export async function mailLine(
  kind: 'email-sent' | 'email-delivered' | 'email-bounced',
  mail: Mail,
  people: People,
): Promise<Draft> {
  const checkIn = originOfMail(mail)?.checkIn;
  const about = {
    ...(await clientField(people, mail.to[0] ?? '')),
    channel: 'email' as const,
    ...(checkIn !== undefined && { checkIn }),
  };
  if (kind !== 'email-sent') {
    const line = { kind: 'delivery' as const, ...about, outcome: MAIL_OUTCOMES[kind] };
    return { key: `delivery ${mail.messageId}`, line };
  }
  const { subject, text } = mail;
  const words = { subject, ...(text !== undefined && { text }) };
  return { key: `email ${mail.messageId}`, line: { kind, ...about, ...words, by: 'handrail' } };
}
