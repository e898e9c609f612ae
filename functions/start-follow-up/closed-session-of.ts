import { followUpIdOf } from '#shared/apply/follow-up-id.ts';
import {
  hoursIn,
  isWritten,
  offeredInEvent,
  sessionInEvent,
  type WrittenContact,
} from '#shared/apply/session-in-event.ts';
import type { Consent, SessionClosed } from '#shared/contracts/session-closed.ts';
import { hoursThatHold } from '#shared/domain/contact/change-contact.ts';
import type { ClosedSession, OfferedContact } from '#shared/domain/enrolment/closed-session.ts';
import { TIER_RANK } from '#shared/domain/enrolment/tier-rank.ts';
import type { FollowUp, Tier } from '#shared/domain/follow-up/follow-up.ts';
import type { Instant } from '#shared/domain/record.ts';
import type { Ports } from '#shared/ports.ts';
import { consentedAnewAt } from './fresh-consent.ts';

type Deps = Pick<Ports, 'followUps' | 'contacts' | 'programme'>;

export type Known = {
  session: ClosedSession;
  /** This client's other open follow-ups. */
  others: readonly OtherFollowUp[];
};

export type OtherFollowUp = Pick<FollowUp, 'id' | 'tier' | 'reach'> & { closedAt: Instant };

/** The event with what Handrail's own records say: earlier opt-outs, other clients on the number, other follow-ups. */
export async function closedSessionOf(
  deps: Deps,
  given: SessionClosed,
  eventId: string,
  existing: FollowUp | undefined,
): Promise<Known> {
  const known = await otherFollowUps(deps, given, followUpIdOf(given));
  const event = withoutRevoked(given, [...revocationsOf(existing), ...known.flatMap(stopsOf)]);
  const others = known
    .filter(isOpen)
    .map(({ id, session: { closedAt }, tier, reach }) => ({ id, closedAt, tier, reach }));
  const highestOpenTier = highestTierOf(others);
  const { timeZone } = await deps.programme();
  const session = sessionInEvent(event, {
    eventId,
    agencyZone: timeZone,
    contacts: await offeredContacts(deps, event),
    saidToHaveDied: known.some(({ hold }) => hold?.why === 'death'),
    ...(highestOpenTier && { highestOpenTier }),
  });
  return { session, others };
}

/**
 * What was agreed to before it was taken back, of whichever session, is agreed to no more. Of a plan that was stopped before
 * this closing only the contact that said so is closed: in the session they spoke with somebody again.
 */
function withoutRevoked(event: SessionClosed, revocations: readonly Revocation[]): SessionClosed {
  const closedAt = Date.parse(event.closedAt);
  const holding = revocations.filter(({ at, hadPlan }) => !hadPlan || closedAt <= at);
  const revokedAt = Math.max(...holding.map(({ at }) => at), -Infinity);
  return { ...event, consents: event.consents.filter(({ givenAt }) => Date.parse(givenAt) > revokedAt) };
}

type Revocation = { at: Instant; hadPlan: boolean };

function revocationsOf(known: FollowUp | undefined): Revocation[] {
  if (known?.revokedAt === undefined) return [];
  return [{ at: known.revokedAt, hadPlan: known.status !== 'declined' }];
}

/** Words of which nobody could say what they meant stop another session's plan, too, until a person has judged them. */
function stopsOf(other: FollowUp): Revocation[] {
  const { hold } = other;
  const undecided = hold?.why === 'ambiguous-opt-out' || hold?.undecided === true;
  return [...revocationsOf(other), ...(hold && undecided ? [{ at: hold.since, hadPlan: true }] : [])];
}

async function offeredContacts(
  deps: Deps,
  event: Pick<SessionClosed, 'contacts' | 'consents' | 'client' | 'agencyId' | 'closedAt'>,
): Promise<OfferedContact[]> {
  const offer = { ...event, saidAt: Date.parse(event.closedAt) };
  return Promise.all(event.contacts.filter(isWritten).map((contact) => offeredContact(deps, offer, contact)));
}

type Offer = {
  client: { ref: string };
  agencyId: string;
  consents: readonly Consent[];
  /** When the agency says it. */
  saidAt: Instant;
};

export async function offeredContact(
  { contacts }: Pick<Ports, 'contacts'>,
  { client, agencyId, consents, saidAt }: Offer,
  contact: WrittenContact,
): Promise<OfferedContact> {
  const contactId = await contacts.idOf(contact.channel, contact.value);
  const known = await contacts.get(contactId);
  const safeHours = hoursThatHold(known, { ...hoursIn(contact), saidAt });
  const usedByAnother =
    known?.openFollowUps.some((open) => open.clientRef !== client.ref || open.agencyId !== agencyId) ?? false;
  return offeredInEvent(contact, {
    contactId,
    suppressed:
      known?.suppression !== undefined && consentedAnewAt(known.suppression, contact, consents) === undefined,
    usedByAnother,
    safeHours,
  });
}

/** Those that still lead to this client, ended ones among them for a while. */
async function otherFollowUps(
  { contacts, followUps }: Deps,
  event: SessionClosed,
  followUpId: string,
): Promise<FollowUp[]> {
  const ids = await contacts.openFollowUpsOf(event.agencyId, event.client.ref);
  const found = await Promise.all(ids.filter((id) => id !== followUpId).map((id) => followUps.get(id)));
  return found.filter((other) => other !== undefined);
}

const isOpen = ({ status }: FollowUp): boolean => status === 'open' || status === 'held';

const highestTierOf = (others: readonly OtherFollowUp[]): Tier | undefined =>
  others.map(({ tier }) => tier).sort((one, other) => TIER_RANK[other] - TIER_RANK[one])[0];
