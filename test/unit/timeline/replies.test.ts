import { describe, expect, test } from 'vitest';
import { durationMs } from '#infra/local/play/duration.ts';
import { readReplies } from '#infra/local/play/replies.ts';

const HOUR = 3_600_000;

describe('how long after', () => {
  test.each([
    ['PT2H', 2 * HOUR],
    ['P1D', 24 * HOUR],
    ['P1DT30M', 24.5 * HOUR],
    ['P2W', 14 * 24 * HOUR],
    ['PT90S', 90_000],
    ['PT0S', 0],
  ])('%s is read as %i ms', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });

  test.each(['2H', 'P', 'PT', 'P1DT', 'PT-1H', 'P1M', 'pt2h', ''])('%j is no duration', (text) => {
    expect(durationMs(text)).toBeUndefined();
  });
});

describe('a replies file', () => {
  test('takes every entry that the contract names, and the two beside it', () => {
    const read = readReplies([
      { client: 'C-77', after: 'PT2H', text: '1' },
      { client: 'C-77', after: 'PT2H', of: 2, text: 'I am fine' },
      { client: 'C-77', after: 'PT2H', email: 'so-so' },
      { staff: 'acknowledge', after: 'PT5M' },
      { staff: 'acknowledge', after: 'PT5M', each: true, close: { after: 'PT1H', outcome: 'reached' } },
      { carrier: '30003', of: 1, client: 'C-77' },
      { carrier: '500-after', client: 'C-77' },
    ]);
    expect(read.kind).toBe('replies');
  });

  test.each([
    ['not a list', { client: 'C-77' }, ['']],
    ['an entry that is nothing', [7], ['0']],
    ['a missing client', [{ after: 'PT1H', text: '1' }], ['0.client']],
    ['a misspelt field', [{ client: 'C-77', after: 'PT1H', text: '1', off: 2 }], ['0.off']],
    ['no text at all', [{ client: 'C-77', after: 'PT1H', text: '' }], ['0.text']],
    ['counting from zero', [{ client: 'C-77', after: 'PT1H', text: '1', of: 0 }], ['0.of']],
    [
      'an outcome that no case has',
      [{ staff: 'acknowledge', after: 'PT1H', close: { after: 'PT1H', outcome: 'ok' } }],
      ['0.close.outcome'],
    ],
    ['a code that no carrier has', [{ carrier: 'oops', client: 'C-77' }], ['0.carrier']],
    [
      'several at once',
      [
        { client: 'C-77', after: 'soon', text: '' },
        { staff: 'nap', after: 'PT1M' },
      ],
      ['0.after', '0.text', '1.staff'],
    ],
  ])('with %s is refused by path', (_what, value, paths) => {
    const read = readReplies(value);
    expect(read.kind === 'invalid' && read.problems.map(({ path }) => path)).toEqual(paths);
  });
});
