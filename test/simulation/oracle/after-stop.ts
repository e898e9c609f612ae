import { mayBeUsed } from './accepted-event.ts';
import { iso } from './clock.ts';
import { answeredText, isOfCase, partsOfCase } from './ids.ts';
import type { Ledger } from './ledger.ts';
import type { Ask, ContactStory, Session, Story } from './model.ts';
import { personOfMessage } from './people.ts';
import { isPlanFreed, stopsOfPerson, stopsOfPlan } from './plan-stops.ts';
import { isTakenBack, stopsOfContact, type Stop } from './stops.ts';
import { LIMITS } from './tolerances.ts';

/** Promise 1: after a stop no hand-over begins for that contact, but one confirmation and one safety answer. */
export function judgeStops(story: Story, ledger: Ledger): void {
  const plans = new Map<Session, Stop[]>();
  for (const contact of story.contacts.values()) {
    if (contact.asks.length === 0) continue;
    const stops = stopsOfContact(story, contact);
    ledger.checked('afterStop', stops.length);
    const answers = new Map<Stop, Answers>();
    for (const ask of contact.asks) judgeAsk(story, ledger, { ask, contact, stops, answers, plans });
  }
}

type Answers = { confirmation?: string; safety?: string };
type Judged = {
  ask: Ask;
  contact: ContactStory;
  stops: readonly Stop[];
  answers: Map<Stop, Answers>;
  plans: Map<Session, Stop[]>;
};

function judgeAsk(story: Story, ledger: Ledger, judged: Judged): void {
  const { ask, contact, stops } = judged;
  const { doc, step } = ask.message;
  const broken = (because: string) =>
    ledger.broken('afterStop', ask.at, personOfMessage(story, ask.message), `${ask.message.id}: ${because}`);
  const owner = story.sessions.get(doc)?.person;
  const meant = stops.filter(({ person }) => person === undefined || owner === undefined || person === owner);
  const stop = firstActive(meant, ask.at, story, (one) => isTakenBack(one, contact, ask.at));
  if (isOfCase(doc) || answeredText(step) !== undefined) {
    const problem = stop && problemOfAnswer(story, judged, stop);
    return problem === undefined ? undefined : broken(problem);
  }
  if (stop) return broken(told(stop, ask.at));
  const session = story.sessions.get(doc);
  if (!session) return broken('no accepted event speaks of this session');
  const ended = stopOfPlan(story, judged, session);
  if (ended) return broken(told(ended, ask.at));
  if (!isOffered(story, session, ask)) broken('the agency does not say that this contact may be used');
}

const told = ({ why, at }: Stop, askedAt: number): string =>
  `a planned message began at ${iso(askedAt)} although ${why}, on record since ${iso(at)}`;

function firstActive(
  stops: readonly Stop[],
  at: number,
  { tolerances }: Story,
  isOver: (stop: Stop) => boolean,
): Stop | undefined {
  return stops.find((stop) => at > stop.at + tolerances.handOverCompletes && !isOver(stop));
}

function stopOfPlan(story: Story, { ask, plans }: Judged, session: Session): Stop | undefined {
  const known = plans.get(session);
  const person = story.people.get(session.person);
  const stops = known ?? [...(person ? stopsOfPerson(story, person) : []), ...stopsOfPlan(story, session)];
  plans.set(session, stops);
  return firstActive(stops, ask.at, story, (stop) => isPlanFreed(stop, story, session, ask.at));
}

/** One confirmation of an opt-out in words, soon; one safety answer to urgent words; nothing else. */
function problemOfAnswer(story: Story, { ask, answers }: Judged, stop: Stop): string | undefined {
  const { doc, step, id } = ask.message;
  const sid = answeredText(step) ?? partsOfCase(doc).about;
  const text = story.texts.get(sid);
  const given = answers.get(stop) ?? {};
  answers.set(stop, given);
  if (text?.means === 'stop-keyword') return 'the carrier itself answers that keyword';
  if (answeredText(step) !== undefined) {
    if (text?.means !== 'stop-words' && text?.means !== 'stop-and-urgent')
      return `after a stop no machine answers this: ${stop.why}`;
    if (ask.at > text.at + LIMITS.confirmation + story.known.clockSkew)
      return 'the stop was confirmed later than within five minutes';
    given.confirmation ??= id;
    return given.confirmation === id ? undefined : 'the stop was confirmed before';
  }
  // Whoever reads it as urgent only raises it; a text that stops nothing and says they are well is not.
  if (!text || text.means === 'ok') return `after a stop a machine answers urgent words only: ${stop.why}`;
  given.safety ??= id;
  return given.safety === id ? undefined : 'the one safety answer after the stop was given before';
}

type Statement = Pick<Session['closings'][number]['event'], 'contacts' | 'consents'> & { at: number };

/** By the newest word of the agency about this channel; while that settles, also by the one before. */
function isOffered({ troubles, tolerances }: Story, session: Session, { to, at, message }: Ask): boolean {
  const statements: Statement[] = [
    ...session.closings.map((one) => ({ ...one.event, at: one.at })),
    ...session.later.flatMap((one) =>
      one.event.type === 'handrail.contact-changed' ? { ...one.event, at: one.at } : [],
    ),
  ];
  const newestFirst = statements.filter((one) => one.at <= at).toSorted((one, other) => other.at - one.at);
  for (const { contacts, consents, at: saidAt } of newestFirst) {
    if (!contacts.some(({ channel }) => channel === message.channel)) continue;
    if (contacts.some((contact) => contact.value === to && mayBeUsed(contact, consents))) return true;
    if (troubles.after(saidAt, tolerances.looked, 'work') <= at) return false;
  }
  return false;
}
