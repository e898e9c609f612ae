/** Our codes and the words by which directories mean them. */
const WORDS: readonly (readonly [string, RegExp])[] = [
  [
    'wheelchair',
    /wheel\s*chair|\bramps?\b|\belevators?\b|\blift\b|step-?free|disabled[_ ]parking|\bada\b|mobility/i,
  ],
  ['deaf', /\bdeaf|hearing|\btty\b|\btdd\b|induction loop|t-?coil|caption/i],
  ['blind', /\bblind|braille|visual|vision|large print|screen reader/i],
  ['asl', /\basl\b|american sign|sign language/i],
  ['restroom', /restroom|toilet/i],
];

/** Codes such as `wheelchair`; empty where none is known in these words. */
export const readAccessibility = (text: string): readonly string[] =>
  WORDS.flatMap(([code, words]) => (words.test(text) ? [code] : []));
