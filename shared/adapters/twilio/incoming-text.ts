import type { IncomingText } from '#shared/apply/store-text.ts';

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
    from,
    to: field('To'),
    body: field('Body'),
    media: Number(field('NumMedia')) || 0,
    at,
  };
}
