import type { Language } from '../programme.ts';
import type { Catalogue } from './catalogue.ts';
import { composeTemplate } from './compose.ts';
import { wordsWithoutAccent } from './spanish-accents.ts';
import {
  MissingValue,
  PLACEHOLDERS,
  render,
  unknownPlaceholders,
  type Placeholder,
  type Values,
} from './template.ts';
import { segmentsOf } from './gsm7.ts';
import { TEXT_IDS, type TextId } from './text-ids.ts';

/** What is wrong with one text, in words that its author can act on. `note`: it works, but names may be left out. */
export type CatalogueProblem = {
  severity: 'error' | 'note';
  language: Language;
  textId: TextId;
  rule:
    | 'missing'
    | 'price'
    | 'names-left-out'
    | 'placeholder'
    | 'banned-word'
    | 'must-say'
    | 'accent-lost'
    | 'wrong-number';
  problem: string;
};

/** The longest values that are still real, so that a text which fits them fits nearly everyone. */
export const LONG_VALUES: Readonly<Record<Language, Values>> = {
  en: {
    name: 'Alexandria-Christina',
    staff: 'Maximilian Orth',
    program: 'Riverbend Aftercare Team',
    hours: 'Mon-Fri 8:30 am-10:30 pm',
    when: 'on Wednesday by 10:30 am',
    phone: '(410) 555-0100',
  },
  es: {
    name: 'Alexandria-Christina',
    staff: 'Maximilian Orth',
    program: 'Riverbend Aftercare Team',
    hours: 'lunes a viernes, 8:30 a 5:30 h',
    when: 'el miércoles antes de las 10 am',
    phone: '(410) 555-0100',
  },
};

/** Placeholders that a text may use; the others belong to pages. */
const TEXT_PLACEHOLDERS: readonly Placeholder[] = ['name', 'staff', 'program', 'hours', 'when', 'phone'];

/** Words that no text may carry: they tell a reader over the shoulder too much, advise, or get a sender refused. */
const BANNED: Readonly<Record<Language, RegExp>> = {
  en: /suicid|self-?harm|crisis|clinic|rehab|detox|methadone|shelter|psych|mental health|diagnos|therap|high risk|campaign|alerts?\b|hope you'?re (?:doing )?(?:ok|well|fine)|be kind to yourself|don'?t forget|appointment/i,
  es: /suicid|autolesi|crisis|cl[ií]nica|rehabilita|desintoxic|metadona|refugio|albergue|psic|salud mental|diagn[oó]stic|terapia|alto riesgo|campaña|alertas?\b|espero que est[eé]s bien|cita\b/i,
};

/** The third option of 988 ended on 2025-07-17. */
const ENDED_OPTION = /\bpress 3\b|\boprime 3\b|\bmarca 3\b/i;

const HELP_LINES: readonly RegExp[] = [/988/];
const FIRST_CONTACT: readonly RegExp[] = [
  /\{program\}/,
  /\{hours\}/,
  /988/,
  /\bSTOP\b/,
  /comput(?:er|adora)/,
];

/** What a text must say, whatever its wording. */
const MUST_SAY: Readonly<Partial<Record<TextId, readonly RegExp[]>>> = {
  first: FIRST_CONTACT,
  'caring-first': FIRST_CONTACT,
  'first-discreet': [/\{hours\}/, /\bSTOP\b/, /comput(?:er|adora)/],
  help: [/\{program\}/, /\{phone\}/, /988/, /\bSTOP\b/],
  stop: [/\{program\}/, /\bSTART\b/],
  'caring-last': HELP_LINES,
  ended: HELP_LINES,
  urgent: [/988/, /911/, /automatic|computadora/],
  'urgent-911': [/911/, /automatic|computadora/],
  'urgent-911-overdose': [/911/, /1-800-222-1222/, /automatic|computadora/],
  nobody: [/988/, /911/, /automatic|computadora/],
  'nobody-911': [/911/, /automatic|computadora/],
  'nobody-911-overdose': [/911/, /1-800-222-1222/, /automatic|computadora/],
  unacknowledged: [/988/, /911/],
};

/** Every problem of every text, with its price. Nothing is repaired or stripped: the author decides. */
export function lintCatalogue(
  catalogue: Catalogue,
  longValues = LONG_VALUES[catalogue.language],
): CatalogueProblem[] {
  return TEXT_IDS.flatMap((textId) => {
    const template: string | undefined = catalogue.texts[textId];
    const found = template?.trim() ? lintText(catalogue.language, textId, template, longValues) : [missing];
    return found.map((problem) => ({ language: catalogue.language, textId, ...problem }));
  });
}

type Found = Pick<CatalogueProblem, 'severity' | 'rule' | 'problem'>;
const missing: Found = { severity: 'error', rule: 'missing', problem: 'there is no text in this language' };

function lintText(language: Language, textId: TextId, template: string, values: Values): Found[] {
  return [
    ...lintPlaceholders(template),
    ...lintPrice(textId, template, values),
    ...lintWords(language, template),
    ...(MUST_SAY[textId] ?? [])
      .filter((pattern) => !pattern.test(template))
      .map((pattern) => error('must-say', `must contain ${pattern.source}`)),
  ];
}

function lintPlaceholders(template: string): Found[] {
  const misplaced = PLACEHOLDERS.filter(
    (placeholder) => !TEXT_PLACEHOLDERS.includes(placeholder) && template.includes(`{${placeholder}}`),
  );
  return [...unknownPlaceholders(template), ...misplaced].map((name) =>
    error('placeholder', `no text is given a value for {${name}}`),
  );
}

function lintPrice(textId: TextId, template: string, values: Values): Found[] {
  try {
    const composed = composeTemplate(textId, template, values);
    if (composed.segments > 1 || composed.encoding === 'ucs-2')
      return [error('price', priceOf(composed.text))];
    const whole = segmentsOf(render(textId, template, values));
    return whole.segments === 1
      ? []
      : [
          {
            severity: 'note',
            rule: 'names-left-out',
            problem: `with long values ${whole.units} units: a long name is left out`,
          },
        ];
  } catch (thrown) {
    if (thrown instanceof MissingValue) return [error('placeholder', thrown.message)];
    throw thrown;
  }
}

/** `3 segments instead of 1 because of ’`, or because of its length. Only for texts that are not one GSM-7 segment. */
export function priceOf(text: string): string {
  const { segments, units, encoding, offending } = segmentsOf(text);
  const plain = segmentsOf(
    Array.from(text, (character) => (offending.includes(character) ? 'x' : character)).join(''),
  );
  const because = `because of ${offending.join(' ')}`;
  if (segments > plain.segments) return `${segments} segments instead of ${plain.segments} ${because}`;
  if (encoding === 'ucs-2') return `room for 70 characters instead of 160 ${because}`;
  return `${segments} segments instead of 1: ${units} units, ${units - 160} too many`;
}

function lintWords(language: Language, template: string): Found[] {
  const banned = BANNED[language].exec(template);
  const lost = language === 'es' ? wordsWithoutAccent(template.replaceAll(/\{\w+\}/g, ' ')) : [];
  return [
    ...(banned ? [error('banned-word', `must not say "${banned[0]}"`)] : []),
    ...(ENDED_OPTION.test(template) ? [error('wrong-number', '988 has no option 3 any more')] : []),
    ...lost.map((word) => error('accent-lost', `"${word}" lost its accent; choose a word that needs none`)),
  ];
}

function error(rule: CatalogueProblem['rule'], problem: string): Found {
  return { severity: 'error', rule, problem };
}
