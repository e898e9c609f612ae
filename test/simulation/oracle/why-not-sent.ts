import { mayBeUsed } from './accepted-event.ts';
import { causeOf } from './causes.ts';
import { DAY } from './clock.ts';
import type { CaseStory, ContactStory, Story } from './model.ts';
import { EXCUSES } from './opening.ts';
import type { Plan, Step } from './plans.ts';

type About = {
  step: Step;
  cases: ReadonlyMap<string, readonly CaseStory[]>;
  from: number;
  until: number;
};

/** What outsiders saw that keeps a planned message from going: somebody's word, the carrier's, or the day's cap. */
export function standsInTheWay(story: Story, plan: Plan, about: About): boolean {
  const { step, cases, until } = about;
  const contacts = contactsOf(story, plan);
  return (
    contacts.length === 0 ||
    EXCUSES.some((why) => causeOf(story, plan, why, until, cases)) ||
    wasLeftWithoutContact(plan, until) ||
    contacts.some((contact) => isOfAnother(contact, until) || wasRefused(contact, until)) ||
    contacts.some((contact) => isCapReached(story, step, contact, about)) ||
    wasAskedInVain(step)
  );
}

const contactsOf = ({ people, contacts }: Story, { session }: Plan): ContactStory[] =>
  [...(people.get(session.person)?.windows.keys() ?? [])].flatMap((value) => contacts.get(value) ?? []);

/** The agency gave contacts again, and none of them may be used. */
const wasLeftWithoutContact = ({ session, closing }: Plan, until: number): boolean =>
  session.later.some(
    ({ at, event }) =>
      event.type === 'handrail.contact-changed' &&
      at <= until &&
      !event.contacts.some((contact) => mayBeUsed(contact, event.consents ?? closing.event.consents)),
  );

const isOfAnother = ({ offers, owners }: ContactStory, until: number): boolean =>
  owners.size > 1 &&
  new Set(offers.filter(({ at }) => at <= until).map(({ session }) => session.person)).size > 1;

/** The carrier or the mailbox refused something to it, or gave it up: it may count as one that does not work. */
const wasRefused = ({ asks }: ContactStory, until: number): boolean =>
  asks.some(
    ({ at, refused, message }) =>
      at <= until && (refused !== undefined || message.takes.some(({ failedAt }) => failedAt !== undefined)),
  );

/** The carrier was asked and did not take it. */
const wasAskedInVain = ({ messages }: Step): boolean =>
  messages.some(({ asks, takes }) => asks.length > 0 && takes.length === 0);

/** Other messages took up a day's cap while it could have gone, on whatever clock the day is. */
function isCapReached({ known }: Story, step: Step, { asks }: ContactStory, { from, until }: About): boolean {
  const others = asks.filter(
    ({ at, message }) => at > from - DAY && at < until + DAY && !step.messages.includes(message),
  );
  return others.some(({ at }) => {
    const sameDay = others.filter((one) => one.at >= at && one.at < at + DAY + 1);
    return new Set(sameDay.map(({ message }) => message.id)).size >= known.dailyCap;
  });
}
