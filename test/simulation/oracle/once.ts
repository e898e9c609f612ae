import { iso, wallTimeAt } from './clock.ts';
import { answeredText, isOfCase } from './ids.ts';
import type { Ledger } from './ledger.ts';
import type { ContactStory, MessageStory, Story, Take } from './model.ts';
import { personOfMessage } from './people.ts';
import { LIMITS } from './tolerances.ts';

/** Promise 3: a message is handed over once; a day has its cap; nobody gets the same text twice, whatever its id. */
export function judgeOnce(story: Story, ledger: Ledger): void {
  const byContact = new Map<string, Take[]>();
  for (const message of story.messages.values()) {
    judgeMessage(story, ledger, message);
    if (!isPlanned(message)) continue;
    for (const taken of message.takes) {
      const list = byContact.get(taken.to);
      if (list) list.push(taken);
      else byContact.set(taken.to, [taken]);
    }
  }
  for (const [to, takes] of byContact) judgeDays(story, ledger, to, takes);
  for (const contact of story.contacts.values()) judgeTexts(story, ledger, contact);
}

const isPlanned = ({ doc, step }: MessageStory): boolean =>
  !isOfCase(doc) && answeredText(step) === undefined;

function judgeMessage(story: Story, ledger: Ledger, message: MessageStory): void {
  if (message.takes.length > 0) ledger.checked('twice');
  for (const [index, again] of message.takes.entries()) {
    const before = message.takes[index - 1];
    if (!before) continue;
    if (wasDenied(story, before, again)) ledger.tolerateDuplicate();
    else
      ledger.broken(
        'twice',
        again.at,
        personOfMessage(story, message),
        `${message.id} was taken at ${iso(before.at)} and again at ${iso(again.at)}; the carrier had not denied it twice`,
      );
  }
}

/** The carrier's own list said twice in between that it does not have it. E-mail has no such list. */
function wasDenied({ contacts }: Story, before: Take, again: Take): boolean {
  if (before.message.channel !== 'sms') return false;
  const denials = contacts
    .get(before.to)
    ?.listed.filter(
      ({ at, text, said }) => said === 'none' && text === before.text && at > before.at && at <= again.at,
    );
  return (denials?.length ?? 0) >= 2;
}

function judgeDays(story: Story, ledger: Ledger, to: string, takes: readonly Take[]): void {
  const days = new Map<string, Set<string>>();
  for (const { at, message } of takes.toSorted((one, other) => one.at - other.at)) {
    const day = dayOf(story, message, to, at);
    const sent = days.get(day) ?? new Set();
    days.set(day, sent.add(message.id));
    if (sent.size === story.known.dailyCap + 1)
      ledger.broken(
        'twice',
        at,
        personOfMessage(story, message),
        `${sent.size} planned messages went to one contact on one day: ${[...sent].join(', ')}`,
      );
  }
}

/** The client's local day, by the newest word about this contact. */
function dayOf({ people, sessions, known }: Story, { doc }: MessageStory, to: string, at: number): string {
  const states = people.get(sessions.get(doc)?.person ?? '')?.windows.get(to);
  const zone = states?.findLast(({ from }) => from <= at)?.window.zones[0] ?? known.agencyZone;
  return `${zone} ${wallTimeAt(at, zone).day}`;
}

/** The same words on the same telephone within hours, under whatever ids. */
function judgeTexts(story: Story, ledger: Ledger, { got }: ContactStory): void {
  for (const [index, again] of got.entries()) {
    const taken = story.takes.get(again.sid);
    if (!taken || !isPlanned(taken.message)) continue;
    for (let earlier = index - 1; earlier >= 0; earlier -= 1) {
      const before = got[earlier];
      if (!before || again.at - before.at > LIMITS.sameText) break;
      const other = before.text === again.text ? story.takes.get(before.sid) : undefined;
      if (!other || !isPlanned(other.message) || !isSame(story, other, taken)) continue;
      ledger.broken(
        'twice',
        again.at,
        personOfMessage(story, taken.message),
        `the same text came at ${iso(before.at)} as ${other.message.id} and at ${iso(again.at)} as ${taken.message.id}`,
      );
    }
  }
}

/** Two of one id have been judged by their id; of two known sessions each may ask for itself. */
function isSame({ sessions }: Story, one: Take, other: Take): boolean {
  if (one.message.id === other.message.id) return false;
  const ofTwoSessions =
    one.message.doc !== other.message.doc && sessions.has(one.message.doc) && sessions.has(other.message.doc);
  return !ofTwoSessions;
}
