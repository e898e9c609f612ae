import { mayBeUsed } from './accepted-event.ts';
import type { Later, Person, Session, Story } from './model.ts';
import { stopsOfContact, type Stop } from './stops.ts';

/** A death ends whatever is planned for this person, on every channel and in every session. */
export function stopsOfPerson({ troubles, tolerances }: Story, { sessions }: Person): Stop[] {
  return sessions.flatMap(({ later }) =>
    later.flatMap(({ at, saidAt, event }): Stop[] =>
      event.type === 'handrail.client-held' && event.why === 'death'
        ? [{ at: troubles.after(at, tolerances.looked, 'work'), saidAt, why: 'death', lifts: 'never' }]
        : [],
    ),
  );
}

/**
 * What ends or holds the plan of one session on every channel (decision 6: somebody who said stop by text is not e-mailed
 * instead). The plan hears of it through queues, so it has the time of a look; the contact itself has two seconds.
 */
export function stopsOfPlan(story: Story, session: Session): Stop[] {
  const { troubles, tolerances } = story;
  const looked = (at: number) => troubles.after(at, tolerances.looked, 'work');
  const held = session.closings.flatMap(({ at, closedAt, event }): Stop[] =>
    event.disposition === 'inpatient' || event.disposition === 'custody'
      ? [{ at, saidAt: closedAt, why: `held: ${event.disposition}`, lifts: 'hold' }]
      : [],
  );
  const said = session.later.flatMap((one): Stop[] => {
    const how = howItStops(story, one, session);
    return how ? [{ at: looked(one.at), saidAt: one.saidAt, ...how }] : [];
  });
  return [...held, ...said, ...stopsByContacts(story, session), ...stopsByNewer(story, session)];
}

function howItStops(
  story: Story,
  { at, event }: Later,
  session: Session,
): Pick<Stop, 'why' | 'lifts'> | undefined {
  switch (event.type) {
    case 'handrail.client-held':
      return event.why === 'death' ? undefined : { why: `held: ${event.why}`, lifts: 'hold' };
    case 'handrail.session-reopened':
      return { why: 'held: reopened', lifts: 'hold' };
    case 'handrail.human-contact':
      return event.outcome === 'declined' ? { why: 'declined to staff', lifts: 'new-closing' } : undefined;
    case 'handrail.consent-revoked':
      return usesChannel(story, session, event.channel, at)
        ? { why: 'revoked at the agency', lifts: 'own-word' }
        : undefined;
    case 'handrail.hold-lifted':
    case 'handrail.contact-changed':
      return undefined;
  }
}

/** By what the agency said last. A number that another client gives too is used for one of them alone, if for any. */
function usesChannel({ contacts }: Story, session: Session, channel: string, at: number): boolean {
  if (channel === 'all' || channel === 'voice') return true;
  const { contacts: offered, consents } = lastStatement(session, at);
  return offered.some(
    (contact) =>
      contact.channel === channel &&
      mayBeUsed(contact, consents) &&
      !contacts.get(contact.value)?.offers.some((offer) => offer.session.person !== session.person),
  );
}

const isOffered = (session: Session, value: string, at: number): boolean =>
  lastStatement(session, at).contacts.some((contact) => contact.value === value);

function lastStatement({ closings, later }: Session, until: number) {
  const statements = [...closings, ...later]
    .filter((one) => one.at <= until)
    .flatMap(({ at, event }) =>
      event.type === 'handrail.session-closed' || event.type === 'handrail.contact-changed'
        ? [{ at, contacts: event.contacts, consents: event.consents }]
        : [],
    );
  return statements.toSorted((one, other) => one.at - other.at).at(-1) ?? { contacts: [], consents: [] };
}

/** A stop that came by one of the contacts that this plan uses. */
function stopsByContacts(story: Story, session: Session): Stop[] {
  const { troubles, tolerances } = story;
  const { doc, person } = session;
  return [...(story.people.get(person)?.windows.keys() ?? [])].flatMap((value) => {
    const contact = story.contacts.get(value);
    if (!contact) return [];
    const firstAsk = contact.asks.find(({ message }) => message.doc === doc)?.at;
    if (firstAsk === undefined) return [];
    return (
      stopsOfContact(story, contact)
        .filter(({ at, why }) => at >= firstAsk && why !== 'revoked at the agency')
        // That a number is not theirs any more is no news where the agency has given another.
        .filter(({ why, saidAt }) => why !== 'wrong-number texted' || isOffered(session, value, saidAt))
        .map((stop): Stop => {
          const lifts = stop.lifts === 'never' ? 'new-closing' : stop.lifts;
          return { ...stop, lifts, at: troubles.after(stop.at, tolerances.looked, 'work') };
        })
    );
  });
}

/** A newer session in which the client says, or staff say for them, that they are not to be contacted. */
function stopsByNewer({ people, troubles, tolerances }: Story, session: Session): Stop[] {
  const closedAt = session.closings[0]?.closedAt ?? 0;
  const others = people.get(session.person)?.sessions.filter((one) => one !== session) ?? [];
  return others.flatMap(({ closings }) =>
    closings.flatMap((newer): Stop[] => {
      const { flags = [], offer } = newer.event;
      if (newer.closedAt <= closedAt || !(flags.includes('do-not-contact') || offer === 'declined'))
        return [];
      const at = troubles.after(newer.at, tolerances.looked, 'work');
      return [
        { at, saidAt: newer.closedAt, why: 'a newer session says not to contact', lifts: 'new-closing' },
      ];
    }),
  );
}

/** Whether the agency let this plan go on by `at`, or made a new one for the session. */
export function isPlanFreed(stop: Stop, story: Story, session: Session, at: number): boolean {
  if (stop.lifts === 'never') return false;
  if (session.closings.some((one) => one.at <= at && one.closedAt > stop.saidAt)) return true;
  if (stop.lifts === 'hold')
    return session.later.some(
      (one) => one.event.type === 'handrail.hold-lifted' && one.at <= at && one.saidAt >= stop.saidAt,
    );
  if (stop.lifts !== 'own-word') return false;
  return valuesOf(story, session).some((value) => {
    const contact = story.contacts.get(value);
    const started = contact?.texts.some(
      (text) => text.means === 'start-keyword' && text.at > stop.saidAt && text.at <= at,
    );
    return started || session.later.some((one) => isFreshConsent(one, stop, at));
  });
}

const valuesOf = ({ people }: Story, { person }: Session): string[] => [
  ...(people.get(person)?.windows.keys() ?? []),
];

function isFreshConsent({ at: acceptedAt, event }: Later, { saidAt }: Stop, at: number): boolean {
  if (event.type !== 'handrail.contact-changed' || acceptedAt > at) return false;
  return (event.consents ?? []).some(
    ({ purpose, givenAt }) => purpose === 'follow-up' && Date.parse(givenAt) > saidAt,
  );
}
