import { hoursIn, isWritten } from '#shared/apply/session-in-event.ts';
import type { Consent, Contact } from '#shared/contracts/session-closed.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Instant } from '#shared/domain/record.ts';
import type { Ports } from '#shared/ports.ts';
import { consentedAnewAt } from './fresh-consent.ts';

type Given = { contacts: readonly Contact[]; consents: readonly Consent[] };

/** Makes the contacts that the follow-up may use lead back to it, and keeps the consent that allows it. `saidAt`: when the agency said so. */
export async function linkTo(
  { contacts }: Pick<Ports, 'contacts'>,
  given: Given,
  followUp: FollowUp,
  saidAt: Instant,
): Promise<void> {
  const { agencyId, clientRef } = followUp.session;
  const owner = { followUpId: followUp.id, clientRef, agencyId };
  for (const contact of given.contacts) {
    if (!isWritten(contact)) continue;
    const id = await contacts.idOf(contact.channel, contact.value);
    const reach = followUp.reach[contact.channel];
    if (reach?.contactId !== id) continue;
    const { channel, value } = contact;
    const known = await contacts.get(id);
    const anewAt = known?.suppression && consentedAnewAt(known.suppression, contact, given.consents);
    if (anewAt !== undefined) await contacts.release(id, anewAt);
    await contacts.link(
      {
        id,
        channel,
        value,
        zones: followUp.zones,
        ...hoursIn(contact),
        saidAt,
      },
      owner,
    );
    for (const consent of given.consents.filter((one) => one.channel === channel)) {
      await contacts.addConsent({ ...consentOf(consent), contactId: id, followUpId: followUp.id });
    }
  }
  if (followUp.status === 'open' || followUp.status === 'held')
    await contacts.linkClient(agencyId, clientRef, followUp.id);
}

const consentOf = ({ channel, purpose, method, wordingVersion, givenAt }: Consent) => ({
  channel,
  purpose,
  method,
  wordingVersion,
  givenAt: Date.parse(givenAt),
});
