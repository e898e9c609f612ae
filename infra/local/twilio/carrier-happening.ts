import type { TwilioMessage, TwilioStatus } from './twilio-message.ts';

export type CarrierHappening =
  /** Taken over for sending: what a client is about to be texted. */
  | { readonly kind: 'text-accepted'; readonly message: TwilioMessage }
  | { readonly kind: 'text-status'; readonly message: TwilioMessage; readonly status: TwilioStatus }
  /** Not taken over: the API refused, failed or gave no answer. `stored` tells whether it is sent all the same. */
  | { readonly kind: 'text-refused'; readonly to: string; readonly reason: string; readonly stored: boolean }
  /** A client's text, as it reached the carrier; `posted`: our webhook is told. */
  | { readonly kind: 'text-inbound'; readonly message: TwilioMessage; readonly posted: boolean }
  /** The carrier's own answer to STOP, START or HELP. */
  | { readonly kind: 'carrier-answered'; readonly message: TwilioMessage }
  | { readonly kind: 'webhook-failed'; readonly url: string; readonly reason: string };
