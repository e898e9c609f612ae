/**
 * What a carrier's error code means for us: five classes, five consequences.
 * Source: Twilio's error dictionary and the operators' notes in docs/architecture.md.
 */
export type ErrorClass = 'permanent' | 'suppress' | 'transient' | 'config' | 'content';

const CLASSES: Readonly<Record<string, ErrorClass>> = {
  '21211': 'permanent', // invalid To
  '21614': 'permanent', // not a mobile number
  '21635': 'permanent', // landline
  '30005': 'permanent', // unknown or inactive handset
  '30006': 'permanent', // landline or unreachable carrier
  '21610': 'suppress', // recipient opted out
  '30004': 'suppress', // blocked by the recipient or their carrier
  '30001': 'transient', // queue overflow
  '30003': 'transient', // handset off or out of reach
  '30008': 'transient', // unknown
  '20429': 'transient', // rate limit: not processed
  '30036': 'transient', // validity period ended in the carrier's queue
  '20003': 'config', // credentials refused
  '20404': 'config', // account or messaging service not found
  '21606': 'config', // sender cannot send
  '21608': 'config', // unverified number on a trial account
  '21703': 'config', // messaging service without senders
  '30002': 'config', // account suspended
  '30034': 'config', // unregistered 10DLC number
  '30007': 'content', // filtered as spam
  '21617': 'content', // body too long
  'mail-bounced': 'permanent',
  'mail-complained': 'suppress',
  'mail-delayed': 'transient',
  'mail-rejected': 'content',
};

/** The class of a carrier's code; a code that we do not know is treated as transient once, then goes to staff. */
export function classOfError(code: string): ErrorClass {
  return CLASSES[code] ?? 'transient';
}

/** How often a transient failure is tried again before staff take over, and how long to wait. */
export function retryOf(code: string): { retries: number; afterMinutes: number } {
  if (code === '30003') return { retries: 2, afterMinutes: 45 };
  if (code === '20429' || code === '30001') return { retries: 8, afterMinutes: 2 };
  return { retries: 1, afterMinutes: 20 };
}
