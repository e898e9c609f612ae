import type { Channel } from '../contact/contact.ts';
import type { Reach } from '../follow-up/follow-up.ts';
import { CONFIRMATION_HOLDS } from '../follow-up/text-of.ts';
import { isKnownWording } from '../messages/closing-wordings.ts';
import type { Programme } from '../programme.ts';
import type { ClosedSession, OfferedContact } from './closed-session.ts';

/** Why a contact cannot be used. */
export type ContactProblem =
  | 'contact-unsafe'
  | 'contact-safety-unknown'
  | 'contact-needs-profile'
  | 'no-consent'
  | 'opted-out-before'
  | 'used-by-another-client'
  | 'email-is-off';

export type ChosenReach = {
  reach: Readonly<Partial<Record<Channel, Reach>>>;
  problems: readonly ContactProblem[];
};

type Offered = Pick<ClosedSession, 'closedAt' | 'contacts' | 'consents'>;

/** The contacts that may be used, one per channel, and why each of the others may not. */
export function chooseReach(session: Offered, programme: Programme): ChosenReach {
  const judged = session.contacts.map((contact) => ({
    contact,
    problem: problemWith(contact, session, programme),
  }));
  const usable = judged.filter(({ problem }) => !problem).map(({ contact }) => contact);
  const reach = Object.fromEntries(
    usable.toReversed().map((contact) => [contact.channel, reachOf(contact, session)]),
  );
  return { reach, problems: judged.flatMap(({ problem }) => problem ?? []) };
}

function problemWith(
  contact: OfferedContact,
  session: Offered,
  programme: Programme,
): ContactProblem | undefined {
  if (contact.safety === 'unsafe') return 'contact-unsafe';
  if (contact.safety === 'unknown') return 'contact-safety-unknown';
  if (contact.shared || contact.hasAgreedWords) return 'contact-needs-profile';
  if (contact.suppressed) return 'opted-out-before';
  if (contact.usedByAnother) return 'used-by-another-client';
  if (contact.channel === 'email' && !programme.email) return 'email-is-off';
  const consented = session.consents.some(
    (consent) =>
      consent.channel === contact.channel &&
      consent.purpose === 'follow-up' &&
      isKnownWording(consent.wordingVersion),
  );
  return consented ? undefined : 'no-consent';
}

/** A contact that was not confirmed in the last 45 days may have another owner: its first text gives nothing away. */
function reachOf(contact: OfferedContact, session: Offered): Reach {
  const fresh =
    contact.confirmedAt !== undefined && session.closedAt - contact.confirmedAt <= CONFIRMATION_HOLDS;
  return {
    contactId: contact.contactId,
    ...(contact.safeHours && { safeHours: contact.safeHours }),
    discreet: !fresh,
  };
}
