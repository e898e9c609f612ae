import { hash } from 'node:crypto';
import { iso } from './clock.ts';
import type { Ledger } from './ledger.ts';
import type { Entry, Story } from './model.ts';
import { personOfMessage } from './people.ts';

/** Promise 9: the record has no gap, each entry holds the hash of the last, and every text that went stands in it. */
export function judgeRecords(story: Story, ledger: Ledger): void {
  for (const [document, { entries }] of story.records) judgeChain(story, ledger, document, entries);
  for (const message of story.messages.values()) {
    const [first] = message.takes;
    if (!first) continue;
    const { seenUntil, troubles, tolerances } = story;
    const by = troubles.after(first.at, tolerances.looked, 'work', message.doc) + tolerances.recordLags;
    const recordedAt = message.recordedAt ?? Infinity;
    if (recordedAt > by && by > seenUntil) continue;
    ledger.checked('recordBroken');
    if (recordedAt > by)
      ledger.broken(
        'recordBroken',
        first.at,
        personOfMessage(story, message),
        `${message.id} was taken at ${iso(first.at)} and the record says nothing of it`,
      );
  }
}

function judgeChain(story: Story, ledger: Ledger, document: string, entries: readonly Entry[]): void {
  const person = story.sessions.get(document)?.person;
  let previous: Entry | undefined;
  const inOrder = entries.toSorted((one, other) => one.seq - other.seq);
  for (const entry of inOrder) {
    ledger.checked('recordBroken');
    const problem = problemOf(document, entry, previous);
    if (problem)
      ledger.broken('recordBroken', entry.at, person, `${document} entry ${entry.seq}: ${problem}`);
    previous = entry;
  }
}

function problemOf(document: string, entry: Entry, before: Entry | undefined): string | undefined {
  const { seq, facts, previous } = entry;
  if (before?.seq === seq) return 'it was put over the entry that stood there';
  if (seq !== (before?.seq ?? 0) + 1) return `a gap after entry ${before?.seq ?? 0}`;
  if (previous !== (before?.hash ?? '')) return 'it does not hold the hash of the entry before';
  const own = hash('sha256', `${previous}${canonical({ document, facts, seq })}`, 'base64url');
  return entry.hash === own ? undefined : 'its hash is not that of what it says';
}

const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** JSON with sorted names and without what is undefined; written for speed, as every fact of a play goes through it. */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  let text = '';
  if (Array.isArray(value)) {
    for (const member of value) text += text === '' ? canonical(member) : `,${canonical(member)}`;
    return `[${text}]`;
  }
  const members = value as Readonly<Record<string, unknown>>; // an object, by whatever names
  for (const name of inOrder(Object.keys(members))) {
    const member = members[name];
    if (member === undefined) continue;
    const said = `${quoted(name)}:${canonical(member)}`;
    text += text === '' ? said : `,${said}`;
  }
  return `{${text}}`;
}

/** By insertion, in place: there are a handful of names, and they are nearly in order. */
function inOrder(names: string[]): string[] {
  for (let next = 1; next < names.length; next += 1) {
    const name = names[next] ?? '';
    let place = next;
    for (; place > 0 && (names[place - 1] ?? '') > name; place -= 1) names[place] = names[place - 1] ?? '';
    names[place] = name;
  }
  return names;
}
