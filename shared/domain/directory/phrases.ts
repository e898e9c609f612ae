/** Small letters, one space between words, a space at both ends; `&` is `and`. */
export const asWords = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Whole words and phrases, to be looked for in texts made by `asWords`. */
export type Phrases = (words: string) => boolean;

export function phrases(texts: readonly string[]): Phrases {
  const wanted = texts.map(asWords).filter((text) => text.trim() !== '');
  return (words) => wanted.some((text) => words.includes(text));
}

/** @returns a function that takes phrases out of a text */
export function withoutPhrases(texts: readonly string[]): (words: string) => string {
  const unwanted = texts.map(asWords).filter((text) => text.trim() !== '');
  return (words) => unwanted.reduce((rest, text) => rest.replaceAll(text, ' · '), words);
}
