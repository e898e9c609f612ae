import type { Consent, Contact, SessionClosed } from '#shared/contracts/session-closed.ts';
import type { ClosedSession, OfferedContact } from '#shared/domain/enrolment/closed-session.ts';
import type { Tier } from '#shared/domain/follow-up/follow-up.ts';
import { zonesOf } from '#shared/domain/time/zone-of-client.ts';
import type { Ports } from '#shared/ports.ts';
import { followUpIdOf } from './follow-up-id.ts';
import { consentedAnew } from './fresh-consent.ts';

type Deps = Pick<Ports, 'followUps' | 'contacts' | 'programme'>;

export type Known = {
  session: ClosedSession;
  /** This client's other open follow-ups. */ others: readonly string[];
};

/** The event with what Handrail's own records say: earlier opt-outs, other clients on the number, other follow-ups. */
export async function closedSessionOf(deps: Deps, event: SessionClosed, eventId: string): Promise<Known> {
  const followUpId = followUpIdOf(event);
  const others = await otherFollowUps(deps, event, followUpId);
  const { timeZone } = await deps.programme();
  const { client, risk, distress, owner } = event;
  const zone = zonesOf({
    timeZone: client.timeZone,
    zip: client.zip,
    phones: event.contacts.filter(({ channel }) => channel !== 'email').map(({ value }) => value),
    agencyZone: timeZone,
  });
  const session: ClosedSession = {
    followUpId,
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
    contacts: await offeredContacts(deps, event),
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
    ...(others.highestTier && { highestOpenTier: others.highestTier }),
  };
  return { session, others: others.ids };
}

async function offeredContacts(
  deps: Deps,
  event: Pick<SessionClosed, 'contacts' | 'consents' | 'client' | 'agencyId'>,
): Promise<OfferedContact[]> {
  const textable = event.contacts.filter(
    (contact): contact is Contact & { channel: 'sms' | 'email' } => contact.channel !== 'voice',
  );
  return Promise.all(textable.map((contact) => offeredContact(deps, event, contact)));
}

export async function offeredContact(
  { contacts }: Pick<Ports, 'contacts'>,
  { client, agencyId, consents }: { client: { ref: string }; agencyId: string; consents: readonly Consent[] },
  contact: Contact & { channel: 'sms' | 'email' },
): Promise<OfferedContact> {
  const contactId = await contacts.idOf(contact.channel, contact.value);
  const known = await contacts.get(contactId);
  const usedByAnother =
    known?.openFollowUps.some((open) => open.clientRef !== client.ref || open.agencyId !== agencyId) ?? false;
  return {
    channel: contact.channel,
    contactId,
    safety: contact.safety,
    ...(contact.safeHours && { safeHours: contact.safeHours.map(hoursOf) }),
    shared: contact.shared ?? false,
    ...(contact.confirmedAt && { confirmedAt: Date.parse(contact.confirmedAt) }),
    suppressed: known?.suppression !== undefined && !consentedAnew(known.suppression, contact, consents),
    usedByAnother,
  };
}

const hoursOf = ({ from, to, days }: NonNullable<Contact['safeHours']>[number]) => ({
  from,
  to,
  ...(days && { days }),
});

const RANK = { low: 0, moderate: 1, high: 2 } as const;

async function otherFollowUps({ contacts, followUps }: Deps, event: SessionClosed, followUpId: string) {
  const ids = (await contacts.openFollowUpsOf(event.agencyId, event.client.ref)).filter(
    (id) => id !== followUpId,
  );
  const open = (await Promise.all(ids.map((id) => followUps.get(id)))).filter(
    (other) => other?.status === 'open' || other?.status === 'held',
  );
  const highestTier = open.reduce<Tier | undefined>((highest, other) => {
    if (!other) return highest;
    return highest === undefined || RANK[other.tier] > RANK[highest] ? other.tier : highest;
  }, undefined);
  return { ids: open.flatMap((other) => (other ? [other.id] : [])), highestTier };
}
