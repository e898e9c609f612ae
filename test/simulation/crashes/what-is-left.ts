import { judge } from '../oracle/judge.ts';
import type { Played } from '../play.ts';
import { violationLine } from '../story.ts';
import type { Seen } from '../what-was-seen.ts';
import type { Death } from './crash-everywhere.ts';

/**
 * What outsiders hold against a life in which somebody died, beside the same life whole; nothing, if all was kept. A page
 * may come twice where whoever pages died: better than never.
 * @param mayStayAway messages that a sender may take with it when it dies
 */
export function wrongIn(played: Played, whole: Played, death: Death, mayStayAway?: RegExp): string[] {
  const { seen } = played;
  return [
    ...judge(played.known, seen).violations.map(violationLine),
    ...twice(messagesTaken(seen)).map((id) => `${id} was handed over twice`),
    ...messagesTaken(seen)
      .filter((id) => !messagesTaken(whole.seen).includes(id))
      .map((id) => `${id} went out, too`),
    ...twice(textsGot(seen)).map((text) => `twice on the telephone: ${text}`),
    ...twice(endsOf(seen)).map((checkIn) => `${checkIn} ended twice`),
    ...twice(pagesIn(seen))
      .filter(() => death.name !== 'advance-case')
      .map((page) => `paged twice: ${page}`),
    ...lost(whole, played, death, mayStayAway),
    ...casesOf(seen)
      .filter((caseId) => !isTaken(seen, caseId))
      .map((caseId) => `nobody acknowledged ${caseId}`),
    ...(casesOf(whole.seen).length > 0 && casesOf(seen).length === 0 ? ['no person was asked for'] : []),
  ];
}

/** What was there of the whole life and is not here. */
function lost({ seen: whole }: Played, { seen }: Played, { name }: Death, mayStayAway?: RegExp): string[] {
  const kept = messagesTaken(seen);
  const ended = endsOf(seen);
  const read = wordsRead(seen);
  return [
    ...messagesTaken(whole)
      .filter((id) => !kept.includes(id) && !(name === 'send-message' && mayStayAway?.test(id)))
      .map((id) => `${id} never went out`),
    ...endsOf(whole)
      .filter((checkIn) => !ended.includes(checkIn))
      .map((checkIn) => `${checkIn} has no outcome`),
    ...wordsRead(whole)
      .filter((words) => !read.includes(words))
      .map((words) => `nobody read ${words}`),
  ];
}

/** A text or e-mail that carrier or mail service took, each time. */
export const messagesTaken = (seen: readonly Seen[]): string[] =>
  seen.flatMap((one) => (one.kind === 'carrier-took' || one.kind === 'mail-took' ? [one.messageId] : []));

/** All that the client's telephone showed, of Handrail or of the carrier. */
export const textsGot = (seen: readonly Seen[]): string[] =>
  seen.flatMap((one) => (one.kind === 'phone-got' ? [one.text] : []));

/** Each step of the ladder that was told, and of which case. An alert at the same step on another day is another one. */
export const pagesIn = (seen: readonly Seen[]): string[] =>
  seen.flatMap((one) =>
    one.kind === 'alert' ? [`${one.staffId} ${one.caseId} ${Math.floor(one.at / 86_400_000)}`] : [],
  );

const wordsRead = (seen: readonly Seen[]): string[] => [
  ...new Set(seen.flatMap((one) => (one.kind === 'page-read' && one.words !== undefined ? [one.words] : []))),
];

const OUTCOME = /^check-in-(?:answered|missed|not-sent|not-delivered|cancelled)$/;

/** Each check-in that came to an outcome on the record, each time. */
export const endsOf = (seen: readonly Seen[]): string[] =>
  factsOf(seen).flatMap(({ document, kind, detail }) =>
    OUTCOME.test(kind) ? [`${document} ${String(Object(detail)['checkIn'])}`] : [],
  );

const casesOf = (seen: readonly Seen[]): string[] =>
  factsOf(seen).flatMap(({ document, kind }) =>
    kind === 'escalation-raised' || kind === 'task-opened' ? [document] : [],
  );

const factsOf = (seen: readonly Seen[]) =>
  seen.flatMap((one) =>
    one.kind === 'recorded' ? one.facts.map((fact) => ({ ...fact, document: one.document })) : [],
  );

/** Somebody was told of it on a telephone that works, and said that they have it. */
const isTaken = (seen: readonly Seen[], caseId: string): boolean =>
  seen.some((one) => one.kind === 'alert' && one.caseId === caseId && one.reached) &&
  seen.some((one) => one.kind === 'acknowledged' && one.caseId === caseId);

const twice = (all: readonly string[]): string[] => all.filter((one, index) => all.indexOf(one) !== index);
