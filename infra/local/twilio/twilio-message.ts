import { randomBytes } from 'node:crypto';

export type TwilioStatus =
  'accepted' | 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'canceled' | 'received';

/** Times are epoch ms. */
export type TwilioMessage = {
  readonly sid: string;
  readonly direction: 'outbound-api' | 'outbound-reply' | 'inbound';
  readonly to: string;
  readonly from: string;
  readonly body: string;
  readonly createdAt: number;
  readonly sentAt?: number;
  readonly updatedAt: number;
  readonly status: TwilioStatus;
  readonly errorCode?: number;
  readonly messagingServiceSid?: string;
  readonly statusCallback?: string;
  /** Epoch ms after which the carrier no longer sends it. */
  readonly validUntil?: number;
  readonly by: 'handrail' | 'carrier' | 'client';
};

export const newSid = () => `SM${randomBytes(16).toString('hex')}`;

export const isOver = (status: TwilioStatus) =>
  status === 'delivered' ||
  status === 'undelivered' ||
  status === 'failed' ||
  status === 'canceled' ||
  status === 'received';

const gsm7 =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const gsm7Extended = '^{}\\[~]|€\f';

/** Segments as a carrier counts them: 160/153 characters of GSM-7, or 70/67 UTF-16 units. */
export function segmentsOf(text: string): number {
  const characters = Array.from(text);
  if (characters.every((character) => gsm7.includes(character) || gsm7Extended.includes(character))) {
    const length = characters.reduce(
      (total, character) => total + (gsm7Extended.includes(character) ? 2 : 1),
      0,
    );
    return length <= 160 ? 1 : Math.ceil(length / 153);
  }
  return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
}

/** RFC 2822, as Twilio writes it. */
const date = (at: number | undefined) =>
  at === undefined ? null : new Date(at).toUTCString().replace('GMT', '+0000');

/** The message as Twilio's REST API shows it. */
export function messageJson(message: TwilioMessage, accountSid: string) {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}`;
  return {
    sid: message.sid,
    account_sid: accountSid,
    messaging_service_sid: message.messagingServiceSid ?? null,
    to: message.to,
    from: message.from,
    body: message.body,
    status: message.status,
    direction: message.direction,
    date_created: date(message.createdAt),
    date_updated: date(message.updatedAt),
    date_sent: date(message.sentAt),
    num_segments: String(segmentsOf(message.body)),
    num_media: '0',
    price: null,
    price_unit: 'USD',
    error_code: message.errorCode ?? null,
    error_message: null,
    api_version: '2010-04-01',
    uri: `${uri}.json`,
    subresource_uris: { media: `${uri}/Media.json` },
  };
}
