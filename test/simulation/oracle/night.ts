import { iso } from './clock.ts';
import { closesAt, isOpen, type Window } from './hours.ts';
import { answeredText, isOfCase, partsOfCase } from './ids.ts';
import type { Ledger } from './ledger.ts';
import type { Ask, ContactStory, MessageStory, Story, Take } from './model.ts';
import { personOfMessage } from './people.ts';
import { LIMITS } from './tolerances.ts';

/** Promise 2: nothing begins outside the client's own window, nor stays valid beyond it; answers are soon instead. */
export function judgeNights(story: Story, ledger: Ledger): void {
  for (const contact of story.contacts.values())
    for (const ask of contact.asks) judgeBeginning(story, ledger, contact, ask);
  for (const message of story.messages.values())
    for (const taken of message.takes) judgeValidity(story, ledger, taken);
}

function judgeBeginning(story: Story, ledger: Ledger, contact: ContactStory, ask: Ask): void {
  const person = personOfMessage(story, ask.message);
  const answerUntil = answerEnds(story, ask.message, ask.to);
  ledger.checked('atNight');
  if (answerUntil !== undefined && ask.at <= answerUntil) return;
  const windows = windowsOf(story, ask.message, contact, ask.at);
  if (windows.some((window) => nearlyOpen(story, window, ask.at))) return;
  const what = answerUntil === undefined ? 'planned' : `an answer that was due by ${iso(answerUntil)}`;
  const known = windows.map(({ zones }) => zones.join('+')).join(' or ') || 'an unknown zone';
  ledger.broken(
    'atNight',
    ask.at,
    person,
    `${ask.message.id} (${what}) began at ${iso(ask.at)}, outside the window of ${known}`,
  );
}

function judgeValidity(story: Story, ledger: Ledger, { at, to, message, validUntil }: Take): void {
  const contact = story.contacts.get(to);
  if (validUntil === undefined || !contact) return;
  const { clockSkew } = story.known;
  const tolerated = clockSkew + story.tolerances.wire;
  const answerUntil = answerEnds(story, message, to);
  if (answerUntil !== undefined && at <= answerUntil) return;
  const windows = windowsOf(story, message, contact, at);
  // Where it began outside the window that has been said already.
  if (!windows.some((window) => nearlyOpen(story, window, at))) return;
  const closes = windows.map((window) =>
    Math.max(...[-clockSkew, 0, clockSkew].map((skew) => closesAt(at + skew, window))),
  );
  const latest = Math.max(...closes) + tolerated;
  if (validUntil > latest)
    ledger.broken(
      'atNight',
      at,
      personOfMessage(story, message),
      `${message.id} stays valid until ${iso(validUntil)}, beyond its window's end at ${iso(Math.max(...closes))}`,
    );
}

/** A server's clock may be off: its window was open by its own. */
function nearlyOpen({ known: { clockSkew } }: Story, window: Window, at: number): boolean {
  return isOpen(at, window) || isOpen(at - clockSkew, window) || isOpen(at + clockSkew, window);
}

/** By what the agency said of this client's contact; while a change of it settles, by either. */
function windowsOf(story: Story, message: MessageStory, contact: ContactStory, at: number): Window[] {
  const owners = story.sessions.get(message.doc)
    ? [story.sessions.get(message.doc)?.person ?? '']
    : [...contact.owners];
  return owners.flatMap((owner) => {
    const states = story.people.get(owner)?.windows.get(contact.value) ?? [];
    const windows: Window[] = [];
    for (let index = states.length - 1; index >= 0; index -= 1) {
      const state = states[index];
      if (!state || state.from > at) continue;
      windows.push(state.window);
      if (story.troubles.after(state.from, story.tolerances.looked, 'work') <= at) break;
    }
    return windows;
  });
}

/** Until when this may go at any hour, as the answer to a text from this very number; undefined for what was planned. */
function answerEnds(story: Story, { doc, step }: MessageStory, to: string): number | undefined {
  const sid = answeredText(step);
  const text = story.texts.get(sid ?? (isOfCase(doc) ? partsOfCase(doc).about : ''));
  if (!text || text.from !== to) return undefined;
  const { troubles, tolerances, known } = story;
  if (sid !== undefined) return text.at + LIMITS.answer + known.clockSkew;
  const fetched = troubles.after(text.at, tolerances.fetched, 'texts');
  const has = Math.min(text.takenAt ?? fetched, (text.isListed ? undefined : text.storedAt) ?? fetched);
  const opened = troubles.after(has, tolerances.looked, 'work');
  if (step === 'answer') return opened + LIMITS.caseAnswer + known.clockSkew;
  // That nobody has acknowledged is known when the whole ladder has been told.
  const climb = known.ladder.reduce((sum, one) => sum + one.waitMinutes * 60_000 + tolerances.looked, 0);
  return troubles.after(opened, climb, 'alerts') + LIMITS.caseAnswer + known.clockSkew;
}
