import { createHmac } from 'node:crypto';
import type { Channel } from '#shared/domain/contact/contact.ts';
import { isPhoneNumber } from '#shared/domain/contact/is-phone-number.ts';

/** 132 bits: no two of the world's phone numbers share one. */
const LENGTH = 22;

/**
 * The id of a phone number or address: a keyed hash, so that no key in any table is a number and none can be guessed
 * without the pepper. The same number or address always gives the same id, however it was written.
 */
export function contactIds(
  pepper: () => Promise<string>,
): (channel: Channel, value: string) => Promise<string> {
  return async (channel, value) =>
    createHmac('sha256', await pepper())
      .update(`${channel}:${normalise(channel, value)}`)
      .digest('base64url')
      .slice(0, LENGTH);
}

/** E.164 without ornament; an address in lower case. Throws for a number without a country code. */
export function normalise(channel: Channel, value: string): string {
  if (channel === 'email') return value.trim().toLowerCase();
  const digits = value.replace(/[\s().-]/g, '');
  if (!isPhoneNumber(digits)) throw new NotANumber();
  return digits;
}

/** Thrown for a number that is neither E.164 nor a short code. Does not hold the number. */
class NotANumber extends Error {
  constructor() {
    super('expected a phone number in E.164 form or a short code');
    this.name = 'NotANumber';
  }
}
