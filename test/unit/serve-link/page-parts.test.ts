import { describe, expect, test } from 'vitest';
import { markup } from '#functions/serve-link/pages/markup.ts';
import { clockText, relativeText } from '#functions/serve-link/pages/when-text.ts';
import { CASE_REASONS } from '#shared/domain/messages/case-words.ts';
import { readWebAnswer } from '#shared/domain/replies/read-web-answer.ts';
import { MINUTE } from '#shared/domain/record.ts';

describe('markup', () => {
  test('escapes every value that is not markup itself', () => {
    expect(
      markup`<p title="${`"'`}">${'<&>'}${markup`<b>${1}</b>`}${[markup`<i>`, markup`</i>`]}</p>`.html,
    ).toBe('<p title="&quot;&#39;">&lt;&amp;&gt;<b>1</b><i></i></p>');
  });

  test('leaves out what is false or missing', () => {
    expect(markup`a${false}b${undefined}c`.html).toBe('abc');
  });
});

describe('times on the pages', () => {
  const now = Date.parse('2026-11-01T05:30:00Z');

  test.each([
    [0, 'just now'],
    [-59_000, 'just now'],
    [59_000, 'within a minute'],
    [MINUTE, 'in 1 minute'],
    [119 * MINUTE, 'in 119 minutes'],
    [120 * MINUTE, 'in 2 hours'],
    [-47 * 60 * MINUTE, '47 hours ago'],
    [-48 * 60 * MINUTE, '2 days ago'],
  ])('%i ms away reads “%s”', (away, words) => {
    expect(relativeText(now + away, now)).toBe(words);
  });

  test('the hour that comes twice in autumn is told apart by the name of the zone', () => {
    expect(clockText(now, 'America/New_York')).toBe('Sun, Nov 1, 1:30 AM EDT');
    expect(clockText(now + 60 * MINUTE, 'America/New_York')).toBe('Sun, Nov 1, 1:30 AM EST');
  });
});

test('no reason for a case names a diagnosis or a means', () => {
  for (const { what, next } of Object.values(CASE_REASONS)) {
    expect(`${what} ${next}`).not.toMatch(/suicid|overdose|diagnos|psych/i);
  }
});

test('words beside a button can raise what the button says, never lower it', () => {
  expect(readWebAnswer('I will kill myself', 'ok')).toMatchObject({
    meaning: 'ok',
    safety: 'urgent',
    queue: 'urgent',
  });
  expect(readWebAnswer('1', 'call-me')).toMatchObject({ meaning: 'call-me', queue: 'routine' });
  expect(readWebAnswer('  ', 'ok')).toMatchObject({ queue: 'none', because: ['button:ok'] });
});
