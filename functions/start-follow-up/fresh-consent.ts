import type { Consent, Contact } from '#shared/contracts/session-closed.ts';
import { isOwnWord } from '#shared/domain/contact/change-contact.ts';
import type { Suppression } from '#shared/domain/contact/contact.ts';

/** Whether the client consented to this channel after they had stopped it. A dead number stays dead. */
export function consentedAnew(
  suppression: Suppression,
  { channel }: Pick<Contact, 'channel'>,
  consents: readonly Consent[],
): boolean {
  const later = consents.filter(({ givenAt }) => Date.parse(givenAt) > suppression.at);
  return (
    isOwnWord(suppression.reason) &&
    later.some((one) => one.channel === channel && one.purpose === 'follow-up')
  );
}
