import type { CaseStory, ContactStory, MessageStory, Person, Story } from './model.ts';
import { partsOfCase, partsOfMessage } from './ids.ts';

/** The entry of that name, made when it is first spoken of. */
export function personOf({ people }: Story, ref: string): Person {
  const known = people.get(ref);
  if (known) return known;
  const person: Person = { ref, sessions: [], windows: new Map(), pages: [], heard: [] };
  people.set(ref, person);
  return person;
}

export function contactOf({ contacts }: Story, value: string): ContactStory {
  const known = contacts.get(value);
  if (known) return known;
  const contact: ContactStory = {
    value,
    owners: new Set(),
    asks: [],
    texts: [],
    unsubscribed: [],
    complained: [],
    refusedAsStopped: [],
    got: [],
    listed: [],
    offers: [],
  };
  contacts.set(value, contact);
  return contact;
}

export function messageOf({ messages }: Story, id: string): MessageStory {
  const known = messages.get(id);
  if (known) return known;
  const message: MessageStory = { id, ...partsOfMessage(id), asks: [], takes: [] };
  messages.set(id, message);
  return message;
}

export function caseOf({ cases }: Story, id: string): CaseStory {
  const known = cases.get(id);
  if (known) return known;
  const value: CaseStory = { id, ...partsOfCase(id), moves: [], reads: [], doneBy: [] };
  cases.set(id, value);
  return value;
}

/** Whose message it is: by its session, or, for the answer to a text, by whose number it was. */
export function personOfMessage(story: Story, { doc }: MessageStory): string | undefined {
  return story.sessions.get(doc)?.person ?? personOfText(story, partsOfCase(doc).about);
}

function personOfText(story: Story, sid: string): string | undefined {
  const text = story.texts.get(sid);
  return text && story.contacts.get(text.from)?.owners.values().next().value;
}

export function personOfCase(story: Story, { doc, about }: CaseStory): string | undefined {
  return doc === undefined ? personOfText(story, about) : story.sessions.get(doc)?.person;
}

/** Every case about a session, or about texts of its client, is found by what it is about. */
export function casesBySession({ cases }: Story): ReadonlyMap<string, readonly CaseStory[]> {
  const found = new Map<string, CaseStory[]>();
  for (const one of cases.values()) {
    if (one.doc === undefined) continue;
    const list = found.get(one.doc);
    if (list) list.push(one);
    else found.set(one.doc, [one]);
  }
  return found;
}
