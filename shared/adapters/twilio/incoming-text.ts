import type { IncomingText } from '#shared/apply/store-text.ts';

/** In characters; Twilio's own limit is 1,600. */
const LONGEST_TEXT = 10_000;
/** Of a number, or of a name that a sender has in its place. */
const LONGEST_SENDER = 100;

/** Reads Twilio's form. Undefined when it is no incoming message. */
export function incomingText(
  form: Readonly<Record<string, string | string[]>>,
  at: number,
): IncomingText | undefined {
  const field = (name: string): string => {
    const value = form[name];
    return typeof value === 'string' ? value : '';
  };
  const messageSid = field('MessageSid');
  const from = field('From');
  if (!/^[A-Z]{2}[0-9a-f]{32}$/.test(messageSid) || from === '') return undefined;
  return {
    messageSid,
    from: from.slice(0, LONGEST_SENDER),
    to: field('To').slice(0, LONGEST_SENDER),
    body: field('Body').slice(0, LONGEST_TEXT),
    media: /^\d{1,3}$/.test(field('NumMedia')) ? Number(field('NumMedia')) : 0,
    at,
  };
}
