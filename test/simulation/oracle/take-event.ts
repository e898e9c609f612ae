import type { Seen } from '../what-was-seen.ts';
import { asEvent, hoursOf, mayBeUsed, type Consent, type OfferedContact } from './accepted-event.ts';
import type { Hours } from './hours.ts';
import { documentOf } from './ids.ts';
import type { Person, Session, Story } from './model.ts';
import { contactOf, personOf } from './people.ts';

type Accepted = Extract<Seen, { kind: 'event-accepted' }>;

/** What the agency says becomes known from the moment it was answered. */
export function takeEvent(story: Story, accepted: Accepted): void {
  const { at, person: ref, event: wire, zones, malformed } = accepted;
  const doc = documentOf(wire.agencyId, wire.sessionId);
  if (malformed) return void story.malformed.set(doc, { at, person: ref });
  const person = personOf(story, ref);
  const session = sessionOf(story, doc, person);
  const event = asEvent(wire);
  if (zones.length > 0) session.zones = zones;
  if (event.type === 'handrail.session-closed') {
    const closedAt = Date.parse(event.closedAt);
    session.closings.push({ at, closedAt, event });
    offers(story, { person, session, at, saidAt: closedAt }, event);
    return;
  }
  const saidAt = Date.parse(event.at);
  session.later.push({ at, saidAt, event });
  if (event.type === 'handrail.contact-changed') offers(story, { person, session, at, saidAt }, event);
}

function sessionOf(story: Story, doc: string, person: Person): Session {
  const known = story.sessions.get(doc);
  if (known) return known;
  const session: Session = { doc, person: person.ref, closings: [], later: [], zones: [] };
  story.sessions.set(doc, session);
  person.sessions.push(session);
  return session;
}

type Offering = { person: Person; session: Session; at: number; saidAt: number };

type Given = { contacts: readonly OfferedContact[]; consents?: readonly Consent[] };

function offers(story: Story, offering: Offering, { contacts, consents }: Given): void {
  for (const contact of contacts) {
    const known = contactOf(story, contact.value);
    known.owners.add(offering.person.ref);
    known.offers.push({ at: offering.at, contact, session: offering.session });
    // What may not be used says nothing about when to use it.
    if (mayBeUsed(contact, consents)) addWindow(story, offering, contact);
  }
}

/** The newest event that a contact stands in says when it may be used, and where its owner is. */
function addWindow(
  { known }: Story,
  { person, session, at, saidAt }: Offering,
  contact: OfferedContact,
): void {
  const states = person.windows.get(contact.value) ?? [];
  person.windows.set(contact.value, states);
  const last = states.at(-1);
  if (last && saidAt < last.saidAt) return;
  const safe = hoursOf(contact);
  const zones = session.zones.length > 0 ? session.zones : [known.agencyZone];
  const agency = agencyHours(known.contactWindow);
  states.push({ from: at, saidAt, window: { zones, hours: safe ? [agency, safe] : [agency] } });
}

const agency = new WeakMap<object, Hours>();

function agencyHours(window: { from: string; to: string }): Hours {
  const known = agency.get(window);
  if (known) return known;
  const hours = [window];
  agency.set(window, hours);
  return hours;
}
