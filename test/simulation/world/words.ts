import type { Random } from '../engine/random.ts';
import type { Meaning } from '../what-was-seen.ts';

type Said = Exclude<Meaning, 'wrong-number'>;

/** What clients text, by what they mean. Invented lines, some in Spanish. */
const SAID: Readonly<Record<Meaning, readonly string[]>> = {
  ok: ['1', 'doing ok', '1 ', 'im ok thanks'],
  'so-so': ['2', 'so so'],
  'call-me': ['3', 'please call me'],
  words: [
    'the marigolds came up this week',
    'my sister stays with me until sunday',
    'fue una semana larga con la abuela',
    'who reads this by the way',
  ],
  distress: ['i cant do this anymore, marigolds and all', 'everything is too much since tuesday'],
  urgent: ['i want to die', 'me quiero matar', 'i took all my pills', 'i am going to kill myself tonight'],
  'stop-keyword': ['STOP', 'stop', 'Unsubscribe', 'QUIT'],
  'stop-words': ['please stop texting me', 'take me off your list', 'no me escriban mas'],
  'stop-ambiguous': ['stop i cant do this', 'no more'],
  'start-keyword': ['START'],
  'help-keyword': ['HELP', 'info'],
  'wrong-number': ['wrong number', 'you have the wrong number'],
  'stop-and-urgent': ['stop texting me i want to die tonight'],
};

/** Long enough to be nobody's id by chance; a keyword alone says nothing of anybody, and may be an outcome's word. */
export const SENTENCES: readonly string[] = Object.values(SAID)
  .flat()
  .filter((text) => text.length > 9 && text.includes(' '));

const FIRST_NAMES = [
  'Zaralyn',
  'Quillon',
  'Ysolde',
  'Thaddea',
  'Oriole',
  'Wrenna',
  'Isaura',
  'Evander',
  'Ximeno',
  'Ottoline',
];

export const bodyFor = (means: Meaning, random: Random): string => random.pick(SAID[means]);

export const aName = (random: Random): string => random.pick(FIRST_NAMES);

/** What most people do with a check-in. */
export function reaction(random: Random): Said | 'silence' {
  return random.weighted<Said | 'silence'>({
    ok: 400,
    'so-so': 80,
    'call-me': 40,
    words: 80,
    distress: 20,
    urgent: 20,
    'stop-keyword': 25,
    'stop-words': 15,
    'stop-ambiguous': 10,
    'start-keyword': 2,
    'help-keyword': 8,
    'stop-and-urgent': 5,
    silence: 295,
  });
}

/** The agency's own reference of a client, of whom there are at most 7,000: in its events and our documents only. */
export const CLIENT_REF = /P-[09]0\d{4}(?!\d)/;

/** Personal values that may stand nowhere but where they belong: names, telephones, addresses, words. */
export const PERSONAL = new RegExp(
  [
    ...FIRST_NAMES,
    String.raw`(?<!\d)(?:\+?1\W?)?(?:\d{3}\W{0,2})?555\W?01\d\d(?!\d)`,
    String.raw`\w@example\.org`,
    'marigolds',
    'abuela',
    'sister stays',
    'since tuesday',
    'want to die',
    'quiero matar',
    'all my pills',
    'kill myself',
    'texting me',
    'escriban mas',
    'off your list',
  ].join('|'),
  'i',
);
