import type { Contact, SessionClosed } from '#shared/contracts/session-closed.ts';
import type { ClosedSession, OfferedContact } from '#shared/domain/enrolment/closed-session.ts';
import type { Hours } from '#shared/domain/time/contact-window.ts';
import { zonesOf } from '#shared/domain/time/zone-of-client.ts';
import { followUpIdOf } from './follow-up-id.ts';

/** What Handrail's own records say beside the event. */
export type OnRecord = Pick<ClosedSession, 'eventId' | 'contacts' | 'highestOpenTier' | 'saidToHaveDied'> & {
  agencyZone: string;
};

/** A closed session as enrolment needs it, from the agency's event and what is on record. */
export function sessionInEvent(
  event: SessionClosed,
  { eventId, contacts, highestOpenTier, saidToHaveDied, agencyZone }: OnRecord,
): ClosedSession {
  const { client, risk, distress, owner } = event;
  const zone = zonesOf({
    timeZone: client.timeZone,
    zip: client.zip,
    phones: event.contacts.filter(({ channel }) => channel !== 'email').map(({ value }) => value),
    agencyZone,
  });
  return {
    followUpId: followUpIdOf(event),
    eventId,
    agencyId: event.agencyId,
    sessionId: event.sessionId,
    clientRef: client.ref,
    closedAt: Date.parse(event.closedAt),
    ...(client.preferredName && { name: client.preferredName }),
    language: client.language,
    ...(client.birthYear && { birthYear: client.birthYear }),
    zones: zone.zones,
    zoneConfidence: zone.confidence,
    contacts,
    consents: event.consents.map(({ givenAt, ...consent }) => ({ ...consent, givenAt: Date.parse(givenAt) })),
    tier: risk.tier,
    ...(risk.meansSafetyDiscussed !== undefined && { meansSafetyDiscussed: risk.meansSafetyDiscussed }),
    ...(risk.safetyPlan && { safetyPlan: risk.safetyPlan }),
    ...(distress && {
      distress: {
        ...(distress.before !== undefined && { before: distress.before }),
        ...(distress.after !== undefined && { after: distress.after }),
      },
    }),
    flags: event.flags,
    ...(owner && { owner: { staffId: owner.staffId, ...(owner.name && { name: owner.name }) } }),
    ...(event.protocol && { protocol: event.protocol }),
    ...(event.offer && { offer: event.offer }),
    callIfQuiet: event.ifQuiet?.call ?? false,
    ...(event.disposition && { disposition: event.disposition }),
    permissionGiven: event.permission !== undefined,
    ...(highestOpenTier && { highestOpenTier }),
    ...(saidToHaveDied && { saidToHaveDied }),
  };
}

/** A contact that can be written to. A `voice` number is for staff alone. */
export type WrittenContact = Contact & { channel: 'sms' | 'email' };

export const isWritten = (contact: Contact): contact is WrittenContact => contact.channel !== 'voice';

/** The hours that the event names for a contact, if any. */
export const hoursIn = ({ safeHours }: WrittenContact): Pick<OfferedContact, 'safeHours'> =>
  safeHours
    ? { safeHours: safeHours.map(({ from, to, days }) => ({ from, to, ...(days && { days }) })) }
    : {};

/** What Handrail's own records say of a contact. `safeHours`: those that hold, by the event and the record. */
type OfContact = Pick<OfferedContact, 'contactId' | 'suppressed' | 'usedByAnother'> & {
  safeHours: Hours | undefined;
};

/** A contact as the event offers it, with what is on record of its address. */
export function offeredInEvent(
  { channel, safety, shared, confirmedAt, alias, codePhrase, duressWord }: WrittenContact,
  { safeHours, ...onRecord }: OfContact,
): OfferedContact {
  return {
    channel,
    safety,
    shared: shared ?? false,
    hasAgreedWords: [alias, codePhrase, duressWord].some((words) => words !== undefined),
    ...(confirmedAt && { confirmedAt: Date.parse(confirmedAt) }),
    ...(safeHours && { safeHours }),
    ...onRecord,
  };
}
