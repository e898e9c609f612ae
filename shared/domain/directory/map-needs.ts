import { asWords, phrases, withoutPhrases, type Words } from './phrases.ts';
import type { NeedsTable } from './needs-table.ts';

export type Term = { readonly name: string; readonly code: string };

/** A needs table made ready to be asked many times. */
export type NeedsMap = {
  /** Our codes for a taxonomy's term; none where the table does not know it. */
  readonly ofTerm: (term: Term) => readonly string[];
  /** Our codes by a service's name and description, most telling first. */
  readonly ofWords: (name: string, description: string) => readonly string[];
  readonly audienceOf: (eligibility: string) => readonly string[];
};

/** A description that names more is a list of everything there is. */
const MOST_INFERRED = 5;
/** What a service is comes first; further down stands what else is said. */
const LONGEST_READ = 1_500;

export function needsMap(table: NeedsTable): NeedsMap {
  const needs = Object.entries(table.needs).map(([code, { terms, codes, keywords, unless = [] }]) => ({
    code,
    terms: phrases(terms),
    isCode: matcher(codes),
    keywords: phrases(keywords),
    without: withoutPhrases(unless),
  }));
  const audiences = Object.entries(table.audiences).map(([code, { words, unless = [] }]) => ({
    code,
    words: phrases(words),
    unless: phrases(unless),
  }));
  const byKeywords = (words: Words) =>
    needs.filter((need) => need.keywords(need.without(words))).map((need) => need.code);
  return {
    ofTerm({ name, code }) {
      const words = asWords(name);
      return needs
        .filter((need) => need.isCode(code) || need.isCode(name) || need.terms(need.without(words)))
        .map((need) => need.code);
    },
    ofWords(name, description) {
      const inName = asWords(name);
      const inText = asWords(description.slice(0, LONGEST_READ));
      return [...new Set([...byKeywords(inName), ...byKeywords(inText)])].slice(0, MOST_INFERRED);
    },
    audienceOf(eligibility) {
      const words = asWords(eligibility);
      return audiences.filter((one) => one.words(words) && !one.unless(words)).map(({ code }) => code);
    },
  };
}

function matcher(codes: readonly string[]): (text: string) => boolean {
  const whole = new Set(codes.map((code) => code.toLowerCase()));
  const starts = codes.filter((code) => code.endsWith('*')).map((code) => code.slice(0, -1).toLowerCase());
  return (text) => {
    const plain = text.toLowerCase();
    return whole.has(plain) || starts.some((start) => plain.startsWith(start));
  };
}
