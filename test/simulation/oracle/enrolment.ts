import { mayBeUsed, needsProfile } from './accepted-event.ts';
import type { Closing, Session, Story } from './model.ts';
import { personOf } from './people.ts';
import { stopsOfPerson } from './plan-stops.ts';
import { stopsOfContact } from './stops.ts';

/** Why this closing must lead to no automation, and why it may not, by what else was known then. */
export type Enrolment = { readonly must: readonly string[]; readonly may: readonly string[] };

const PROFILE_FLAGS = ['ipv', 'discreet', 'shared-phone', 'sud-part2'];

export function enrolment(story: Story, session: Session, closing: Closing): Enrolment {
  const { event } = closing;
  const flags = event.flags ?? [];
  const usable = event.contacts.filter((contact) => mayBeUsed(contact, event.consents));
  const must = [
    ...(event.risk.tier === 'imminent' ? ['imminent'] : []),
    ...(flags.includes('do-not-contact') ? ['do-not-contact'] : []),
    ...(event.offer === 'declined' || event.offer === 'not-offered' ? [`offer ${event.offer}`] : []),
    ...(flags.some((flag) => PROFILE_FLAGS.includes(flag)) || event.contacts.some(needsProfile)
      ? ['needs a contact profile']
      : []),
    ...(isMinor(closing) && !event.permission ? ['a minor without permission'] : []),
    ...(/^(en|eng|es|spa)(-|$)/i.test(event.client.language) ? [] : ['a language without wording']),
    ...(usable.length === 0 ? ['no contact that may be used'] : []),
  ];
  const { at } = closing;
  const died = stopsOfPerson(story, personOf(story, session.person)).some((stop) => stop.saidAt <= at);
  const doubtful = usable.every(({ value }) => isDoubtful(story, session, closing, value));
  return {
    must,
    may: [
      ...(doubtful ? ['stopped before, or used by another client'] : []),
      ...(died ? ['said to have died'] : []),
      ...(wasRevokedSince(story, session, closing) ? ['what was agreed to was taken back since'] : []),
    ],
  };
}

/** At the agency, of any session of theirs, or by the client's own word since this closing; told before this closing was. */
function wasRevokedSince(story: Story, { person }: Session, { at, closedAt, event }: Closing): boolean {
  const { sessions, windows } = personOf(story, person);
  const revoked = sessions.flatMap(({ later }) =>
    later.filter((one) => one.event.type === 'handrail.consent-revoked' && one.at <= at),
  );
  const stopped = [...windows.keys()].flatMap((value) => {
    const contact = story.contacts.get(value);
    return contact
      ? stopsOfContact(story, contact).filter(({ saidAt }) => saidAt >= closedAt && saidAt <= at)
      : [];
  });
  const givenAt = (event.consents ?? []).map((consent) => Date.parse(consent.givenAt));
  return [...revoked, ...stopped].some(({ saidAt }) => givenAt.every((given) => given <= saidAt));
}

function isMinor({ closedAt, event }: Closing): boolean {
  const { birthYear } = event.client;
  const year = new Date(closedAt).getUTCFullYear();
  return (event.flags ?? []).includes('minor') || (birthYear !== undefined && year - birthYear < 18);
}

/** Stopped at some time before, or given by another client too: then Handrail's own records may stand against it. */
function isDoubtful(story: Story, session: Session, { at }: Closing, value: string): boolean {
  const contact = story.contacts.get(value);
  if (!contact) return false;
  const decidedBy = story.troubles.after(at, story.tolerances.looked, 'work', session.doc);
  const others = contact.offers.some((one) => one.session.person !== session.person && one.at <= decidedBy);
  return others || stopsOfContact(story, contact).some(({ saidAt }) => saidAt <= decidedBy);
}
