/** A text to look for phrases in. */
export type Words = {
  /** Small letters, one space between words, a space at both ends; `&` is `and`. */
  readonly text: string;
  /** Its words, each once: most phrases can be ruled out by their first. */
  readonly words: ReadonlySet<string>;
};

export function asWords(text: string): Words {
  const words = text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return { text: ` ${words.join(' ')} `, words: new Set(words) };
}

/** Whether any of some phrases stands in a text, in whole words. */
export type Phrases = (words: Words) => boolean;

export function phrases(texts: readonly string[]): Phrases {
  const wanted = wantedOf(texts);
  return ({ text, words }) => wanted.some((phrase) => words.has(phrase.first) && text.includes(phrase.text));
}

/** @returns a function that takes phrases out of a text */
export function withoutPhrases(texts: readonly string[]): (words: Words) => Words {
  const unwanted = wantedOf(texts);
  return (given) => {
    const found = unwanted.filter(
      (phrase) => given.words.has(phrase.first) && given.text.includes(phrase.text),
    );
    if (found.length === 0) return given;
    // Two that follow each other share a space: each gets its own.
    const spaced = given.text.replaceAll(' ', '  ');
    return asWords(
      found.reduce(
        (rest, phrase) => rest.replaceAll(` ${phrase.text.trim().replaceAll(' ', '  ')} `, ` ${TAKEN_OUT} `),
        spaced,
      ),
    );
  };
}

/** Stands where a phrase was, so that what was around it does not become one. */
const TAKEN_OUT = '0000';

const wantedOf = (texts: readonly string[]): { readonly text: string; readonly first: string }[] =>
  texts.map(asWords).flatMap(({ text, words }) => {
    const [first] = words;
    return first === undefined ? [] : [{ text, first }];
  });
