import type { Consent, Contact } from '#shared/contracts/session-closed.ts';
import { isOwnWord, lastSaidAt } from '#shared/domain/contact/change-contact.ts';
import type { Suppression } from '#shared/domain/contact/contact.ts';
import type { Instant } from '#shared/domain/record.ts';

/** When the client consented to this channel after they had last stopped it, if so. A dead number stays dead. */
export function consentedAnewAt(
  suppression: Suppression,
  { channel }: Pick<Contact, 'channel'>,
  consents: readonly Consent[],
): Instant | undefined {
  if (!isOwnWord(suppression.reason)) return undefined;
  const later = consents
    .filter((one) => one.channel === channel && one.purpose === 'follow-up')
    .map(({ givenAt }) => Date.parse(givenAt))
    .filter((at) => at > lastSaidAt(suppression));
  return later.length > 0 ? Math.max(...later) : undefined;
}
