import { isPhoneNumber } from '#shared/domain/contact/is-phone-number.ts';
import type { InboundText, Ports } from '#shared/ports.ts';

/** A text as the carrier gives it to us. `at` is when the carrier received it, or when we did. */
export type IncomingText = {
  messageSid: string;
  from: string;
  to: string;
  body: string;
  media: number;
  at: number;
};

/** Whose text it is. Some senders have a name in place of a number: those are found as addresses are. */
export function senderId({ idOf }: Pick<Ports['contacts'], 'idOf'>, from: string): Promise<string> {
  return idOf(isPhoneNumber(from.replace(/[\s().-]/g, '')) ? 'sms' : 'email', from);
}

/**
 * Stores a text once, under the carrier's id; undefined when it was stored before. Its own due time makes sure that it
 * is handled, whatever happens next. A sender whom nobody knows is remembered, so that their STOP holds.
 */
export async function storeText(
  { contacts }: Pick<Ports, 'contacts'>,
  incoming: IncomingText,
): Promise<InboundText | undefined> {
  const text: InboundText = {
    contactId: await senderId(contacts, incoming.from),
    id: incoming.messageSid,
    to: incoming.to,
    body: incoming.body,
    media: incoming.media,
    receivedAt: incoming.at,
  };
  await contacts.remember({ id: text.contactId, channel: 'sms', value: incoming.from });
  return (await contacts.storeText(text)) === 'stored' ? text : undefined;
}
