import { describe, expect, it } from 'vitest';
import { asWords, phrases, withoutPhrases } from '#shared/domain/directory/phrases.ts';
import { plainMarkdown, withoutControls } from '#shared/domain/directory/values/plain-markdown.ts';

describe('a phrase', () => {
  const isThere = phrases(['food and meals', 'Rent', '...', '']);

  it.each(['Food & Meals!', 'RENT', 'hot  food—and meals', 'food&meals', '¿Rent?'])(
    'is found in %j',
    (text) => {
      expect(isThere(asWords(text))).toBe(true);
    },
  );

  it.each(['food meals', 'seafood and meals', 'food and mealtime', 'parents', 'meals and food', '...', ''])(
    'is not found in %j',
    (text) => {
      expect(isThere(asWords(text))).toBe(false);
    },
  );

  it('may have accents and numbers', () => {
    expect(phrases(['12 niños'])(asWords('Para 12 NIÑOS.'))).toBe(true);
  });
});

describe('a phrase that is taken out', () => {
  const without = withoutPhrases(['mental health', 'animals', '']);
  const says = (text: string, phrase: string) => phrases([phrase])(without(asWords(text)));

  it.each([
    'Mental health',
    'Mental health, MENTAL-HEALTH',
    'mental health mental health mental health',
    'animals mental health animals',
  ])('leaves nothing of %j', (text) => {
    expect(says(text, 'health')).toBe(false);
    expect(says(text, 'animals')).toBe(false);
  });

  it('leaves what was around it, and does not make a phrase of it', () => {
    expect(says('Mental health and health', 'health')).toBe(true);
    expect(says('Mental health and health', 'and health')).toBe(true);
    expect(says('Food mental health bank', 'food bank')).toBe(false);
    expect(says('Mental and physical', 'mental')).toBe(true);
    expect(says('Fundamental healthcare', 'healthcare')).toBe(true);
  });
});

describe('Markdown is made plain', () => {
  it.each([
    ['# Food', 'Food'],
    ['##  Food', 'Food'],
    ['   ###### Food\n## Meals', 'Food\nMeals'],
    ['#1 in food', '#1 in food'],
    ['Call #  5', 'Call #  5'],
    ['####### Seven', '####### Seven'],
    ['    # code', '    # code'],
    ['**Free** and __warm__ **hot meals**', 'Free and warm hot meals'],
    ['2 ** 3 ** 4', '2 ** 3 ** 4'],
    ['** x**', '** x**'],
    ['**x **', '**x **'],
    ['**a__', '**a__'],
    ['**a\nb**', '**a\nb**'],
    ['`code` and `a\nb`', 'code and `a\nb`'],
    ['![a cat](https://example.org/c.png) x', 'a cat x'],
    ['![](https://example.org/c.png)x', 'x'],
    ['[menu](https://example.org/m)', 'menu (https://example.org/m)'],
    ['[menu](http://example.org/m "Our menu")', 'menu (http://example.org/m)'],
    ['[xy](javascript:1) and [y](mailto:a@example.org)', 'xy and y'],
    ['[a] (b) [c]', '[a] (b) [c]'],
    ['[a\nb](c)', '[a\nb](c)'],
  ])('%j', (text, plain) => {
    expect(plainMarkdown(text)).toBe(plain);
  });

  it('without control signs, but with lines', () => {
    expect(withoutControls('a\u0000b\u202ec\u200bd\ne\tf\r')).toBe('abcd\ne\tf');
  });
});
