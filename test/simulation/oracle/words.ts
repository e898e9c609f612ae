import type { Meaning } from '../what-was-seen.ts';
import { HOUR, iso } from './clock.ts';
import { endOfNextStaffedDay } from './hours.ts';
import { pageAnswerId } from './ids.ts';
import type { Ledger } from './ledger.ts';
import type { CaseStory, ContactStory, MessageStory, Person, Story, TextStory } from './model.ts';
import { POST_CRISIS } from './protocol.ts';
import { reachedStaffAt, toldBy } from './staff-time.ts';
import { LIMITS } from './tolerances.ts';

/** Promise 6: every word of a client reaches a person, in its time, and that person sees whose it is and what it says. */
export function judgeWords(story: Story, ledger: Ledger): void {
  const byAbout = casesByAbout(story);
  for (const contact of story.contacts.values())
    for (const text of contact.texts) judgeText(story, ledger, byAbout, { contact, text });
  const mails = mailsOf(story);
  for (const person of story.people.values()) judgePages(story, ledger, byAbout, person, mails);
}

type ByAbout = ReadonlyMap<string, readonly CaseStory[]>;

function casesByAbout({ cases }: Story): ByAbout {
  const found = new Map<string, CaseStory[]>();
  for (const one of cases.values()) found.set(one.about, [...(found.get(one.about) ?? []), one]);
  return found;
}

function judgeText(
  story: Story,
  ledger: Ledger,
  byAbout: ByAbout,
  { contact, text }: { contact: ContactStory; text: TextStory },
): void {
  const owner = contact.owners.values().next().value;
  const broken = (at: number, because: string) =>
    ledger.broken('unread', at, owner, `text ${text.sid}: ${because}`);
  const has = Math.min(text.takenAt ?? Infinity, text.storedAt ?? Infinity);
  const fetchedBy = story.troubles.after(text.at, story.tolerances.fetched, 'texts');
  if (fetchedBy > story.seenUntil && has === Infinity) return;
  if (has > fetchedBy)
    broken(fetchedBy, `texted at ${iso(text.at)}, and Handrail did not have it by ${iso(fetchedBy)}`);
  if (has === Infinity || isReadByMachine(text.means)) return;
  const looked = story.troubles.after(has, story.tolerances.looked, 'work');
  const handled = text.isListed ? Math.max(fetchedBy, looked) : looked;
  const by = readBy(story, text.takenAt === has ? has : handled, text.means);
  const cases = [...(byAbout.get(text.sid) ?? []), ...stopCases(story, contact, text)];
  judgeCases(story, cases, { what: text.means, at: has, by, broken, ledger });
  for (const one of byAbout.get(text.sid) ?? []) judgeReads(one, contact.owners, text.body, broken);
}

/** A bare doing-ok needs nobody; of a bare stop the carrier confirms, and there is nothing else to read in it. */
const isReadByMachine = (means: Meaning): boolean => means === 'ok' || means === 'stop-keyword';

/** By when a person has it; where it was not marked as read by then it must have paged. */
function readBy(story: Story, at: number, means: Meaning): number {
  const { known, troubles, tolerances } = story;
  if (means === 'urgent' || means === 'stop-and-urgent')
    return troubles.after(at + LIMITS.urgent, tolerances.looked, 'alerts');
  const handled = troubles.after(at, tolerances.looked, 'work');
  const nextDay = endOfNextStaffedDay(handled, known.staffedHours, known.agencyZone);
  const due =
    means === 'distress'
      ? Math.min(nextDay, handled + LIMITS.distress)
      : means === 'wrong-number' || means === 'stop-words' || means === 'stop-ambiguous'
        ? Math.max(nextDay, handled + POST_CRISIS.low.repairWithinHours * HOUR)
        : nextDay;
  return toldBy(story, due, { anyHour: false });
}

/** The case that a stop opened shows its words too. */
function stopCases(
  { cases, people }: Story,
  { owners }: ContactStory,
  { means, at }: TextStory,
): CaseStory[] {
  if (means !== 'stop-words' && means !== 'stop-ambiguous') return [];
  const docs = new Set([...owners].flatMap((ref) => people.get(ref)?.sessions.map(({ doc }) => doc) ?? []));
  return [...cases.values()].filter(
    ({ doc, reason, opened, moves }) =>
      doc !== undefined && docs.has(doc) && reason === 'opted-out' && (opened?.at ?? moves[0]?.at ?? 0) >= at,
  );
}

type Judged = {
  what: string;
  at: number;
  by: number;
  broken: (at: number, because: string) => void;
  ledger: Ledger;
};

function judgeCases(
  { seenUntil }: Story,
  cases: readonly CaseStory[],
  { what, at, by, broken, ledger }: Judged,
): void {
  if (by > seenUntil) return;
  ledger.checked('unread');
  const reached = Math.min(...cases.map((one) => reachedStaffAt(one)), Infinity);
  if (reached > by) broken(by, `"${what}", with us since ${iso(at)}, had reached no person by ${iso(by)}`);
}

/** What the page behind the alert showed. */
function judgeReads(
  { id, reads, doc }: CaseStory,
  owners: ReadonlySet<string>,
  body: string,
  broken: (at: number, because: string) => void,
): void {
  const [first] = reads;
  if (!first) return;
  // Closed, or taken by another, the page names the client no more.
  if (doc !== undefined && reads.every(({ person }) => person === undefined))
    broken(first.at, `the page of ${id} never said whose it is`);
  for (const { at, person, words } of reads) {
    if (person !== undefined && !owners.has(person))
      broken(at, `the page of ${id} showed ${person} instead of ${[...owners].join(' or ')}`);
    if (body.trim() !== '' && words?.trim() !== body.trim())
      broken(at, `the page of ${id} did not show the words`);
  }
}

function mailsOf({ messages, sessions }: Story): ReadonlyMap<string, readonly MessageStory[]> {
  const found = new Map<string, MessageStory[]>();
  for (const message of messages.values()) {
    const person = message.channel === 'email' ? sessions.get(message.doc)?.person : undefined;
    if (person !== undefined) found.set(person, [...(found.get(person) ?? []), message]);
  }
  return found;
}

/** An answer on a page is named after the e-mail whose link was used and what was said; any of the client's may be it. */
function judgePages(
  story: Story,
  ledger: Ledger,
  byAbout: ByAbout,
  person: Person,
  mails: ReadonlyMap<string, readonly MessageStory[]>,
): void {
  for (const { at, words, means } of person.pages) {
    if (isReadByMachine(means)) continue;
    const said = words === '' ? means : 'words';
    const cases = (mails.get(person.ref) ?? []).flatMap(
      ({ id }) => byAbout.get(pageAnswerId(id, said, words.trim())) ?? [],
    );
    const broken = (when: number, because: string) =>
      ledger.broken('unread', when, person.ref, `page answer at ${iso(at)}: ${because}`);
    judgeCases(story, cases, { what: means, at, by: readBy(story, at, means), broken, ledger });
    for (const one of cases) judgeReads(one, new Set([person.ref]), words, broken);
  }
}
