import { HOUR, iso } from './clock.ts';
import { answeredText, isOfCase, partsOfCase } from './ids.ts';
import type { Ledger } from './ledger.ts';
import type { ContactStory, MessageStory, Story, TextStory } from './model.ts';
import { isStop } from './stops.ts';
import { LIMITS } from './tolerances.ts';

/** 988 stands in every safety answer, but for those where 911 is first; the Spanish ones have room for one number. */
const SAYS_WHERE = /\b(?:988|911)\b/;

/**
 * What a machine answers at once. Urgent words without an answer that says who is there now are `unread`: a person may be
 * half an hour away. A stop in words that nobody confirms is `afterStop`, whose rule the confirmation is part of; the
 * carrier confirms keywords itself.
 */
export function judgeAnswers(story: Story, ledger: Ledger): void {
  const answers = answersByText(story);
  const stops: Judged[] = [];
  for (const contact of story.contacts.values())
    for (const text of contact.texts) {
      const given = answers.get(text.sid) ?? [];
      if (text.means === 'urgent') judgeSafety(story, ledger, { contact, text, given });
      else if (text.means === 'stop-words' && mustBeConfirmed(story, contact, text))
        stops.push({ contact, text, given });
    }
  judgeConfirmations(ledger, stops);
}

type Judged = { contact: ContactStory; text: TextStory; given: readonly MessageStory[] };

/** Of a follow-up and of the case that the text opened. */
function answersByText({ messages }: Story): ReadonlyMap<string, readonly MessageStory[]> {
  const found = new Map<string, MessageStory[]>();
  for (const message of messages.values()) {
    const { doc, step } = message;
    const sid = isOfCase(doc) ? partsOfCase(doc).about : answeredText(step);
    if (sid !== undefined) found.set(sid, [...(found.get(sid) ?? []), message]);
  }
  return found;
}

const ownerOf = ({ owners }: ContactStory): string | undefined => owners.values().next().value;

/** An answer was asked for, or the record says why there was none. */
const isToldOf = ({ asks, recordedAt }: MessageStory): boolean => asks.length > 0 || recordedAt !== undefined;

function judgeSafety(story: Story, ledger: Ledger, { contact, text, given }: Judged): void {
  const { tolerances, seenUntil } = story;
  const broken = (because: string) =>
    ledger.broken('unread', text.at, ownerOf(contact), `urgent text ${text.sid} ${because}`);
  const mine = given.filter(({ doc }) => isOfCase(doc));
  for (const { takes } of mine)
    for (const taken of takes)
      if (!SAYS_WHERE.test(taken.text)) broken('was answered without a number that is there now');
  const caseId = `case#in.${text.sid}`;
  const [paged] = (story.cases.get(caseId)?.moves ?? []).filter(({ kind }) => kind === 'alert');
  // The answer says whether a person was paged. What goes wrong later than that stands on the record, which may lag.
  if (!paged || paged.at > text.at + LIMITS.answer || text.at + tolerances.recordLags > seenUntil) return;
  if (contact.texts.some((before) => isStop(before) && before.at <= text.at)) return;
  if (!isCalm(story, paged.at, 2 * HOUR, [caseId])) return;
  ledger.checked('unread');
  // The word that nobody has acknowledged comes later, and by itself.
  const first = mine.filter(({ step }) => step === 'answer');
  const asked = Math.min(...first.flatMap(({ asks }) => asks.map(({ at }) => at)), Infinity);
  if (!first.some(isToldOf)) broken(`paged at ${iso(paged.at)}, and the client was answered nothing`);
  else if (asked !== Infinity && asked > paged.at + LIMITS.caseAnswer + story.known.clockSkew)
    broken(`was answered only at ${iso(asked)}`);
}

/** Nothing stood still. */
const isCalm = (
  { troubles }: Story,
  at: number,
  time: number,
  documents: readonly (string | undefined)[],
): boolean => documents.every((one) => troubles.after(at, time, 'texts', one) === at + time);

/** Handrail had it within the minute, had just written to that number, and nobody had stopped it before. */
function mustBeConfirmed(story: Story, contact: ContactStory, text: TextStory): boolean {
  const { at, takenAt = Infinity } = text;
  const wrote = contact.got.some((got) => got.at < at && got.at > at - WROTE_WITHIN);
  const stoppedBefore =
    contact.texts.some((one) => isStop(one) && one.at <= at && one !== text) ||
    [...contact.refusedAsStopped, ...contact.unsubscribed].some((when) => when <= at);
  const documents = [...contact.owners].flatMap(
    (ref) => story.people.get(ref)?.sessions.map(({ doc }) => doc) ?? [],
  );
  return (
    wrote &&
    !stoppedBefore &&
    takenAt - at <= HOUR / 60 &&
    at + story.tolerances.recordLags <= story.seenUntil &&
    isCalm(story, at, HOUR, [undefined, ...documents])
  );
}

const WROTE_WITHIN = 5 * 24 * HOUR;

/**
 * A confirmation is dropped without a word when two crashes, or two clocks apart, use up its five minutes. That is one in
 * a hundred: only where more than a third have none, something is wrong.
 */
function judgeConfirmations(ledger: Ledger, stops: readonly Judged[]): void {
  ledger.checked('afterStop', stops.length);
  const silent = stops.filter(({ given }) => !given.some(isToldOf));
  if (silent.length < 2 || silent.length * 3 <= stops.length) return;
  for (const { contact, text } of silent)
    ledger.broken(
      'afterStop',
      text.at + LIMITS.confirmation,
      ownerOf(contact),
      `the stop in text ${text.sid} was not confirmed; ${silent.length} of ${stops.length} were not`,
    );
}
