import type { Meaning } from '../what-was-seen.ts';
import type { ContactStory, Story, TextStory } from './model.ts';

/** `at`: since when it is on record, at the latest. `saidAt`: when it was said; only what was said later lifts it. */
export type Stop = {
  readonly at: number;
  readonly saidAt: number;
  readonly why: string;
  /** A client takes back their own word; a hold is lifted by the agency; nothing lifts a death or a dead number. */
  readonly lifts: 'own-word' | 'hold' | 'new-closing' | 'never';
  /** Set where one client of a shared contact took back what they alone had allowed. */
  readonly person?: string;
};

const STOPPING: ReadonlySet<Meaning> = new Set<Meaning>([
  'stop-keyword',
  'stop-words',
  'stop-ambiguous',
  'stop-and-urgent',
  'wrong-number',
]);

export const isStop = ({ means }: TextStory): boolean => STOPPING.has(means);

/** When Handrail has a text on record, with the stop in it; undefined while nobody gave it the text. */
export function onRecordAt({ troubles, tolerances }: Story, text: TextStory): number | undefined {
  const stored =
    text.storedAt === undefined ? Infinity : troubles.after(text.storedAt, tolerances.looked, 'work');
  const at = Math.min(text.takenAt ?? Infinity, stored);
  return at === Infinity ? undefined : at;
}

const known = new WeakMap<ContactStory, readonly Stop[]>();

/** What keeps a number or an address from being written to. Asked only once everything seen has been read. */
export function stopsOfContact(story: Story, contact: ContactStory): readonly Stop[] {
  const stops = known.get(contact) ?? findStops(story, contact);
  known.set(contact, stops);
  return stops;
}

function findStops(story: Story, contact: ContactStory): Stop[] {
  const looked = (at: number) => story.troubles.after(at, story.tolerances.looked, 'work');
  return [
    ...contact.texts.filter(isStop).flatMap((text): Stop[] => {
      const at = onRecordAt(story, text);
      const lifts = text.means === 'wrong-number' ? 'never' : 'own-word';
      return at === undefined ? [] : [{ at, saidAt: text.at, why: `${text.means} texted`, lifts }];
    }),
    ...contact.unsubscribed.map((at): Stop => ({ at, saidAt: at, why: 'unsubscribed', lifts: 'own-word' })),
    ...contact.complained.map((at): Stop => ({
      at: looked(at),
      saidAt: at,
      why: 'complained about an e-mail',
      lifts: 'never',
    })),
    ...contact.refusedAsStopped.map((at): Stop => ({
      at,
      saidAt: at,
      why: 'stopped at the carrier',
      lifts: 'own-word',
    })),
    ...revokedAtAgency(story, contact),
  ];
}

/** Consent that the agency says was revoked, for the contact that the session then had on that channel. */
function revokedAtAgency({ troubles, tolerances }: Story, { value, offers }: ContactStory): Stop[] {
  return [...new Set(offers.map(({ session }) => session))].flatMap(({ closings, later, person }) =>
    later.flatMap(({ at, saidAt, event }): Stop[] => {
      if (event.type !== 'handrail.consent-revoked') return [];
      const statements = [
        ...closings.map((one) => ({ at: one.at, contacts: one.event.contacts })),
        ...later.flatMap((one) =>
          one.event.type === 'handrail.contact-changed' ? { at: one.at, contacts: one.event.contacts } : [],
        ),
      ].filter((one) => one.at <= at);
      const newest = statements
        .toSorted((one, other) => other.at - one.at)
        .find(({ contacts }) => contacts.some((one) => isMeant(event.channel, one.channel)));
      const meant = newest?.contacts.some(
        (one) => one.value === value && isMeant(event.channel, one.channel),
      );
      const onRecord = troubles.after(at, tolerances.looked, 'work');
      return meant ? [{ at: onRecord, saidAt, why: 'revoked at the agency', lifts: 'own-word', person }] : [];
    }),
  );
}

const isMeant = (revoked: string, channel: string): boolean =>
  revoked === 'all' || revoked === 'voice' || revoked === channel;

/** Whether the client took their stop back by `at`: a start texted later, or consent given later and told to us. */
export function isTakenBack(stop: Stop, { texts, offers }: ContactStory, at: number): boolean {
  if (stop.lifts !== 'own-word') return false;
  const started = texts.some(
    (text) => text.means === 'start-keyword' && text.at > stop.saidAt && text.at <= at,
  );
  return started || offers.some((offer) => offer.at <= at && consentedAfter(offer, stop.saidAt));
}

function consentedAfter({ contact, session, at }: ContactStory['offers'][number], saidAt: number): boolean {
  const told = [...session.closings, ...session.later].filter((one) => one.at === at);
  return told.some(({ event }) => {
    const consents = 'consents' in event ? (event.consents ?? []) : [];
    return consents.some(
      ({ channel, purpose, givenAt }) =>
        channel === contact.channel && purpose === 'follow-up' && Date.parse(givenAt) > saidAt,
    );
  });
}
