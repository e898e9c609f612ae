import { judgeAnswers } from './answers.ts';
import { answeredText, isOfCase } from './ids.ts';
import type { Ledger } from './ledger.ts';
import type { Closing, MessageStory, Session, Story, Take } from './model.ts';

/** How the program calls itself, and how a first text speaks where nobody may learn who sends it. */
const PROGRAM = 'Riverbend Care';
const DISCREET = /the (?:text|note) we said we would send|(?:mensaje|nota) que quedamos en mandar/;

/** Words that no text of the language does without, and no text of the other has. */
const WORDS = {
  en: /\b(?:Hi|Hello|Reply|Thank|[Cc]all)\b/,
  es: /\b(?:Hola|Responde|computadora|Gracias|oprime|[Ll]lama)\b|línea/,
} as const;
const LINK = /https?:\S+/g;
type Language = keyof typeof WORDS;

/**
 * What planned messages say, by the carrier and the mailbox that took them. In another language, or from nobody that the
 * client knows, a check-in was as good as never sent and its record says otherwise: `silentlyLost`. The name of another
 * client is `leaked`. What a machine answers to texts is judged with it.
 */
export function judgeContents(story: Story, ledger: Ledger): void {
  const names = namesOf(story);
  for (const [session, takes] of plannedTakes(story)) {
    ledger.checked('leaked', takes.length);
    for (const [index, taken] of takes.entries()) {
      const broken = (promise: 'silentlyLost' | 'leaked', because: string) =>
        ledger.broken(promise, taken.at, session.person, `${taken.message.id} ${because}`);
      const language = problemOfLanguage(story, session, taken);
      if (language !== undefined) broken('silentlyLost', language);
      if (namesAnother(session, taken.text, names)) broken('leaked', 'named somebody else');
      if (index === 0 && !taken.text.includes(PROGRAM) && !DISCREET.test(taken.text))
        broken('silentlyLost', 'was the first of its plan and did not say from whom it came');
    }
  }
  judgeAnswers(story, ledger);
}

/** By session and in order of time. */
function plannedTakes({ messages, sessions }: Story): ReadonlyMap<Session, readonly Take[]> {
  const found = new Map<Session, Take[]>();
  for (const message of messages.values()) {
    const session = isPlanned(message) ? sessions.get(message.doc) : undefined;
    if (session) found.set(session, [...(found.get(session) ?? []), ...message.takes]);
  }
  for (const takes of found.values()) takes.sort((one, other) => one.at - other.at);
  return found;
}

const isPlanned = ({ doc, step }: MessageStory): boolean =>
  !isOfCase(doc) && answeredText(step) === undefined;

/** In the language of the newest closing; while that settles, also in the one before. */
function problemOfLanguage(story: Story, session: Session, { at, text }: Take): string | undefined {
  const languages = new Set(closingsThatCount(story, session, at).map(languageOf));
  const [wanted] = languages;
  if (languages.size !== 1 || wanted === undefined) return undefined;
  const words = text.replaceAll(LINK, '');
  const isOther = WORDS[wanted === 'en' ? 'es' : 'en'].test(words);
  return isOther || !WORDS[wanted].test(words) ? `was not in the client's language (${wanted})` : undefined;
}

function closingsThatCount({ troubles, tolerances }: Story, { closings }: Session, at: number): Closing[] {
  const newest = closings
    .filter((one) => one.at <= at)
    .toSorted((one, other) => other.closedAt - one.closedAt || other.at - one.at);
  const settled = newest.findIndex((one) => troubles.after(one.at, tolerances.looked, 'work') <= at);
  return settled === -1 ? newest : newest.slice(0, settled + 1);
}

function languageOf({ event }: Closing): Language {
  return event.client.language.startsWith('es') ? 'es' : 'en';
}

type Names = { readonly of: ReadonlyMap<string, ReadonlySet<string>>; readonly all: readonly string[] };

/** Whatever the agency said that its clients like to be called. */
function namesOf({ sessions }: Story): Names {
  const names = new Map<string, Set<string>>();
  for (const { person, closings } of sessions.values())
    for (const { preferredName } of closings.map(({ event }) => event.client))
      if (preferredName !== undefined) names.set(person, (names.get(person) ?? new Set()).add(preferredName));
  return { of: names, all: [...new Set([...names.values()].flatMap((some) => [...some]))] };
}

function namesAnother({ person }: Session, text: string, { of, all }: Names): boolean {
  const own = of.get(person);
  return all.some((name) => own?.has(name) !== true && text.split(/[^\p{L}]+/u).includes(name));
}
