import type { AgencyEvent, ContactChanged } from '#shared/contracts/session-closed.ts';
import { followUpIdOf } from '#shared/apply/follow-up-id.ts';
import { isWritten } from '#shared/apply/session-in-event.ts';
import { chooseReach } from '#shared/domain/enrolment/choose-reach.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { zonesOfPhone } from '#shared/domain/time/zone-of-client.ts';
import type { Ports } from '#shared/ports.ts';
import { offeredContact } from './closed-session-of.ts';
import { linkTo } from './link-contacts.ts';

type Deps = Pick<Ports, 'followUps' | 'contacts' | 'queues' | 'programme'>;
type LaterEvent = Exclude<AgencyEvent, { type: 'handrail.session-closed' }>;

/** What an agency's system says later about a session: handed to its follow-up as an input. */
export async function applyLaterEvent(deps: Deps, event: LaterEvent): Promise<string> {
  const followUp = await deps.followUps.get(followUpIdOf(event));
  if (!followUp) return 'unknown-session';
  const input = await inputOf(deps, event, followUp);
  for (const id of await toldOf(deps, event, followUp)) await deps.queues.toFollowUp(id, input);
  return event.type.replace('handrail.', '');
}

/** Some things are the client's, whichever of their sessions they are told of: every follow-up of theirs hears of them. */
async function toldOf(deps: Deps, event: LaterEvent, followUp: FollowUp): Promise<readonly string[]> {
  const { id, session } = followUp;
  const { agencyId, clientRef } = session;
  if (event.type === 'handrail.client-held' && event.why === 'death') {
    // Whoever closes another session finds the one that knows of it.
    await deps.contacts.linkClient(agencyId, clientRef, id);
    return [id, ...(await others(deps, followUp))];
  }
  if (event.type !== 'handrail.consent-revoked') return [id];
  // A session without a plan has no contacts to stop: whoever closes another one finds what was said here.
  if (followUp.status === 'declined') await deps.contacts.linkClient(agencyId, clientRef, id);
  const known = await Promise.all((await others(deps, followUp)).map((other) => deps.followUps.get(other)));
  // What they agreed to later stands.
  const before = known.flatMap((other) =>
    other && other.session.closedAt < Date.parse(event.at) ? [other.id] : [],
  );
  return [id, ...before];
}

async function others({ contacts }: Deps, { id, session }: FollowUp): Promise<readonly string[]> {
  const open = await contacts.openFollowUpsOf(session.agencyId, session.clientRef);
  return open.filter((other) => other !== id);
}

async function inputOf(deps: Deps, event: LaterEvent, followUp: FollowUp): Promise<FollowUpInput> {
  const at = Date.parse(event.at);
  switch (event.type) {
    case 'handrail.session-reopened':
      return { kind: 'reopened', at };
    case 'handrail.client-held':
      return { kind: 'held', why: event.why, at, by: 'agency' };
    case 'handrail.hold-lifted':
      return { kind: 'hold-lifted', at, by: 'agency' };
    case 'handrail.human-contact':
      return { kind: 'human-contact', outcome: event.outcome, channel: event.channel, at, by: 'agency' };
    case 'handrail.contact-changed':
      return changedContacts(deps, event, followUp);
    case 'handrail.consent-revoked':
      return {
        kind: 'consent-revoked',
        channel: event.channel === 'voice' ? 'all' : event.channel,
        how: 'opt-out-staff',
        at,
        by: 'agency',
      };
  }
}

async function changedContacts(
  deps: Deps,
  event: ContactChanged,
  followUp: FollowUp,
): Promise<FollowUpInput> {
  const at = Date.parse(event.at);
  const offer = {
    client: { ref: followUp.session.clientRef },
    agencyId: event.agencyId,
    consents: event.consents,
    saidAt: at,
  };
  const offered = await Promise.all(
    event.contacts.filter(isWritten).map((contact) => offeredContact(deps, offer, contact)),
  );
  const { reach } = chooseReach(
    { closedAt: at, contacts: offered, consents: consentsOf(event) },
    await deps.programme(),
  );
  // An area code says more than the agency's own zone, and less than what the client or a ZIP said.
  const { zoneConfidence } = followUp;
  const zones =
    zoneConfidence === 'area-code' || zoneConfidence === 'agency'
      ? event.contacts.flatMap(({ value }) => zonesOfPhone(value))
      : [];
  await linkTo(deps, event, { ...followUp, reach, ...(zones.length > 0 && { zones }) }, at);
  return { kind: 'contact-changed', reach, ...(zones.length > 0 && { zones }), at };
}

const consentsOf = ({ consents }: ContactChanged) =>
  consents.map(({ givenAt, ...consent }) => ({ ...consent, givenAt: Date.parse(givenAt) }));
