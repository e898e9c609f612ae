import { against, inFavour, NEUTRAL, type Judgement } from './judgement.ts';
import type { LanguageFacts } from './snapshot/listing-facts.ts';
import { WEIGHTS } from './weights.ts';

/** `es` of `es-MX`. */
export const primaryLanguage = (code: string): string => code.toLowerCase().split(/[-_]/, 1)[0] ?? '';

/** Whether a code of a directory, which is lower case, is of a language; asked very often. */
const isOf = (code: string, language: string): boolean =>
  code.startsWith(language) && (code.length === language.length || code[language.length] === '-');

type LanguageCase = 'spoken' | 'interpreters' | 'notSaid' | 'others';

export function languageFactor(which: LanguageCase, language: string | undefined): number {
  if (language === undefined) return 1;
  const english = primaryLanguage(language) === 'en';
  return which === 'notSaid' && english ? WEIGHTS.language.notSaidEnglish : WEIGHTS.language[which];
}

/** Whether somebody there speaks the client's language. */
export function judgeLanguage({ languages, interpreters }: LanguageFacts, language?: string): Judgement {
  if (language === undefined) return NEUTRAL;
  const asked = primaryLanguage(language);
  const factor = (which: LanguageCase) => languageFactor(which, language);
  if (languages.some((code) => isOf(code, asked))) return inFavour(factor('spoken'), `language:${asked}`);
  if (interpreters === true) return inFavour(factor('interpreters'), `language:interpreters`);
  if (languages.length === 0) return against(factor('notSaid'), 'language:unknown');
  return against(factor('others'), `language:not-${asked}`);
}
