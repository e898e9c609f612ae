import type { Seen } from '../what-was-seen.ts';
import type { Story } from './model.ts';
import { contactOf, personOf } from './people.ts';

type Said = Extract<Seen, { kind: 'client-texted' | 'text-taken' | 'texts-listed' | 'client-answered-page' }>;

/** What clients say, and from when on Handrail has it. */
export function takeText(story: Story, seen: Said): void {
  const { at } = seen;
  switch (seen.kind) {
    case 'client-texted': {
      const { sid, from, body, means, person } = seen;
      const text = { sid, at, from, body, means };
      const contact = contactOf(story, from);
      story.texts.set(sid, text);
      contact.texts.push(text);
      for (const owner of contact.owners.add(person)) personOf(story, owner).heard.push(at);
      return;
    }
    case 'text-taken':
      return seen.fallback ? stored(story, seen.sid, at) : taken(story, seen.sid, at);
    case 'texts-listed':
      for (const sid of seen.sids) listed(story, sid, at);
      return;
    case 'client-answered-page': {
      const person = personOf(story, seen.person);
      person.pages.push({ at, words: seen.words, means: seen.means });
      person.heard.push(at);
    }
  }
}

function taken(story: Story, sid: string, at: number): void {
  const text = story.texts.get(sid);
  if (text) text.takenAt ??= at;
}

function listed(story: Story, sid: string, at: number): void {
  const text = story.texts.get(sid);
  if (!text || text.storedAt !== undefined) return;
  text.storedAt = at;
  text.isListed = true;
}

function stored(story: Story, sid: string, at: number): void {
  const text = story.texts.get(sid);
  if (!text) return;
  text.storedAt ??= at;
  text.isListed = false;
}
