import { describe, expect, it } from 'vitest';
import { isPhoneNumber } from '#shared/domain/contact/is-phone-number.ts';

describe('a number that somebody can be called or texted at', () => {
  it.each(['+14105550134', '+525555550134', '988', '741741'])('is %s', (number) => {
    expect(isPhoneNumber(number)).toBe(true);
  });

  it.each([
    ['a number without its country', '4105550134'],
    ['a number with ornament', '+1 410 555 0134'],
    ['a number with words before it', 'call +14105550134'],
    ['a number with words after it', '+14105550134 at night'],
    ['a short code in a sentence', 'text 741741'],
    ['a service of two digits', '11'],
    ['no digits at all', 'unknown'],
    ['nothing', ''],
  ])('is not %s', (_what, text) => {
    expect(isPhoneNumber(text)).toBe(false);
  });
});
