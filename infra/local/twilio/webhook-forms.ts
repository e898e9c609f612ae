import type { CarrierKeyword } from './carrier-keywords.ts';
import { segmentsOf, type TwilioMessage } from './twilio-message.ts';

type Account = { readonly accountSid: string; readonly messagingServiceSid: string };
type Form = Record<string, string>;

/** https://www.twilio.com/docs/messaging/guides/track-outbound-message-status */
export const receiptForm = (account: Account, message: TwilioMessage): Form => ({
  ...common(account, message),
  MessageStatus: message.status,
  SmsStatus: message.status,
  ...(message.errorCode !== undefined && { ErrorCode: String(message.errorCode) }),
});

/** https://www.twilio.com/docs/messaging/guides/webhook-request; OptOutType comes with Advanced Opt-Out. */
export const inboundForm = (account: Account, message: TwilioMessage, keyword?: CarrierKeyword): Form => ({
  ...common(account, message),
  SmsMessageSid: message.sid,
  SmsStatus: 'received',
  Body: message.body,
  NumMedia: '0',
  NumSegments: String(segmentsOf(message.body)),
  FromCountry: 'US',
  ToCountry: 'US',
  ...(keyword && { OptOutType: keyword }),
});

const common = ({ accountSid, messagingServiceSid }: Account, { sid, to, from }: TwilioMessage): Form => ({
  MessageSid: sid,
  SmsSid: sid,
  AccountSid: accountSid,
  MessagingServiceSid: messagingServiceSid,
  To: to,
  From: from,
  ApiVersion: '2010-04-01',
});
