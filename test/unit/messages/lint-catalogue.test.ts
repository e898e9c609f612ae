import { describe, expect, it } from 'vitest';
import { catalogues } from '#shared/domain/messages/catalogues.ts';
import type { Catalogue } from '#shared/domain/messages/catalogue.ts';
import { lintCatalogue, priceOf } from '#shared/domain/messages/lint-catalogue.ts';
import type { TextId } from '#shared/domain/messages/text-ids.ts';

const withText = (language: 'en' | 'es', id: TextId, text: string): Catalogue => ({
  ...catalogues[language],
  texts: { ...catalogues[language].texts, [id]: text },
});
const errorsOf = (catalogue: Catalogue) =>
  lintCatalogue(catalogue)
    .filter(({ severity }) => severity === 'error')
    .map(({ textId, rule, problem }) => `${textId} ${rule}: ${problem}`);

describe('the linter tells an author', () => {
  it.each([
    [
      'en',
      'ok-thanks',
      'It’s good to hear from you.',
      'ok-thanks price: room for 70 characters instead of 160 because of ’',
    ],
    [
      'en',
      'ok-thanks',
      `${'It is good. '.repeat(11)}It’s good to hear from you.`,
      'ok-thanks price: 3 segments instead of 1 because of ’',
    ],
    ['en', 'ok-thanks', 'Thank you {nmae}.', 'ok-thanks placeholder: no text is given a value for {nmae}'],
    ['en', 'ok-thanks', 'Case {case}.', 'ok-thanks placeholder: no text is given a value for {case}'],
    ['en', 'ok-thanks', ' ', 'ok-thanks missing: there is no text in this language'],
    ['en', 'caring-1', "Hope you're doing ok.", 'caring-1 banned-word: must not say "Hope you\'re doing ok"'],
    ['en', 'caring-1', 'About your high risk status.', 'caring-1 banned-word: must not say "high risk"'],
    ['en', 'caring-1', 'LGBTQ: press 3.', 'caring-1 wrong-number: 988 has no option 3 any more'],
    [
      'es',
      'caring-1',
      'Estamos aqui.',
      'caring-1 accent-lost: "aqui" lost its accent; choose a word that needs none',
    ],
    ['en', 'help', '{program} {phone} 988', 'help must-say: must contain \\bSTOP\\b'],
  ] as const)('what is wrong with a text, and its price (%s %s)', (language, id, text, expected) => {
    expect(errorsOf(withText(language, id, text))).toContain(expected);
  });

  it('that a first text must say who, when, 988 and STOP', () => {
    expect(errorsOf(withText('en', 'first', 'Hi, checking in.'))).toHaveLength(5);
  });

  it('how many characters are too many', () => {
    expect(priceOf('a'.repeat(170))).toBe('2 segments instead of 1: 170 units, 10 too many');
    expect(priceOf('á'.repeat(141))).toBe('3 segments instead of 1 because of á');
  });
});
