import type { CaseStory, ContactStory, Session, Story } from './model.ts';
import type { Plan } from './plans.ts';
import { isStop } from './stops.ts';

type Cases = ReadonlyMap<string, readonly CaseStory[]>;

/** Whether outsiders saw, by `at`, why a check-in was cancelled. An unknown reason has no cause. */
export function causeOf(story: Story, plan: Plan, why: string, at: number, cases: Cases): boolean {
  const { session, closing } = plan;
  const { later, closings } = session;
  const by = at + story.known.clockSkew;
  const told = by + story.tolerances.sentAgain;
  const said = (isMeant: (event: (typeof later)[number]['event']) => boolean): boolean =>
    later.some((one) => one.at <= told && isMeant(one.event));
  const contacts = contactsOf(story, session.person);
  switch (why.split(':')[0]) {
    case 'opted-out':
      return isRevoked(story, session.person, told) || wasStopped(contacts, by);
    case 'wrong-number':
      return contacts.some(({ texts }) =>
        texts.some((text) => text.means === 'wrong-number' && text.at <= by),
      );
    case 'superseded':
    case 'declined':
      return (
        closings.some((one) => one.at <= told && one.closedAt > closing.closedAt) ||
        isSuperseded(story, plan, told)
      );
    case 'reached-by-staff':
      return (
        said((event) => event.type === 'handrail.human-contact' && event.outcome === 'reached') ||
        // What was kept before its page crashed is written down when they press again.
        wasReached(casesAbout(session, cases, contacts, story), by + story.tolerances.pressedAgain)
      );
    case 'client-declined':
      return said((event) => event.type === 'handrail.human-contact' && event.outcome === 'declined');
    case 'death':
      return diedBy(story, session.person, told);
    case 'held':
      return (
        said(({ type }) => type === 'handrail.client-held' || type === 'handrail.session-reopened') ||
        closings.some((one) => one.at <= told && isHeld(one.event.disposition)) ||
        contacts.some(({ texts }) => texts.some((text) => text.means === 'stop-ambiguous' && text.at <= by))
      );
    default:
      return false;
  }
}

/** Told of any session of theirs: the contact is the same, and whoever looks at it finds it stopped. */
const isRevoked = ({ people }: Story, person: string, by: number): boolean =>
  people
    .get(person)
    ?.sessions.some(({ later }) =>
      later.some(({ at, event }) => event.type === 'handrail.consent-revoked' && at <= by),
    ) ?? false;

const isHeld = (disposition: string | undefined): boolean =>
  disposition === 'inpatient' || disposition === 'custody';

function contactsOf({ people, contacts }: Story, person: string): ContactStory[] {
  return [...(people.get(person)?.windows.keys() ?? [])].flatMap((value) => contacts.get(value) ?? []);
}

const wasStopped = (contacts: readonly ContactStory[], by: number): boolean =>
  contacts.some(
    ({ texts, unsubscribed, complained, asks, refusedAsStopped }) =>
      texts.some((text) => isStop(text) && text.at <= by) ||
      [...unsubscribed, ...complained, ...refusedAsStopped].some((one) => one <= by) ||
      asks.some(({ refused, at }) => refused === '21610' && at <= by),
  );

/** Another session of this client: newer, or known before this one and asking for as much. */
function isSuperseded({ people }: Story, { session }: Plan, by: number): boolean {
  const others = people.get(session.person)?.sessions.filter((one) => one !== session) ?? [];
  return others.some(({ closings }) => closings.some((one) => one.at <= by));
}

/** Of the session, of a text to one of their contacts, or of words on a page: whose those were, its reader saw. */
function casesAbout(
  { doc, person }: Session,
  ofSessions: Cases,
  contacts: readonly ContactStory[],
  { cases }: Story,
): readonly CaseStory[] {
  const ofTexts = contacts.flatMap(({ texts }) =>
    texts.flatMap(({ sid }) => cases.get(`case#in.${sid}`) ?? []),
  );
  const ofPages = [...cases.values()].filter(
    ({ doc: about, reads }) => about === undefined && reads.some((read) => read.person === person),
  );
  return [...(ofSessions.get(doc) ?? []), ...ofTexts, ...ofPages];
}

const wasReached = (cases: readonly CaseStory[], by: number): boolean =>
  cases
    .flatMap(({ moves }) => moves)
    .some(({ kind, outcome, at }) => kind === 'closed' && outcome === 'reached' && at <= by);

const diedBy = ({ people }: Story, person: string, by: number): boolean =>
  people
    .get(person)
    ?.sessions.some(({ later }) =>
      later.some(
        ({ at, event }) => event.type === 'handrail.client-held' && event.why === 'death' && at <= by,
      ),
    ) ?? false;
