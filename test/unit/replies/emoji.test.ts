import { describe, expect, it } from 'vitest';
import { readReply } from '#shared/domain/replies/read-reply.ts';

const safetyOf = (text: string) => readReply(text, { asked: 'check-in' }).safety;

describe('a sign for a means to die', () => {
  it.each(['💊', '🔪', '🗡️', '🔫', '⚰️', '🪦', '🪢', '🪒', '🩸', '🧨', '💣'])(
    '%s pages alone, and goes before others beside words',
    (sign) => {
      expect(safetyOf(sign)).toBe('urgent');
      expect(safetyOf(`from the movie ${sign}`)).toBe('distress');
    },
  );

  it('pages beside words where it stands twice', () => {
    expect(safetyOf('from the movie 🔪🔪')).toBe('urgent');
    expect(safetyOf('from the movie 🔪💊')).toBe('urgent');
  });

  it.each([
    'bye',
    'goodbye',
    'sorry',
    'tonight',
    'ready',
    'done',
    'adiós',
    'perdón',
    'forever',
    'love you',
    'last',
  ])('pages beside the farewell %s', (word) => {
    expect(safetyOf(`${word} 💊`)).toBe('urgent');
  });

  it('does not page beside a word that only begins like a farewell', () => {
    expect(safetyOf('lastly 💊')).toBe('distress');
  });
});

describe('tears', () => {
  it.each(['😭', '😢', '💔', '🖤', '😞', '😔', '😿', '🥺', '😩', '😫', '☠️', '💀'])(
    '%s without words goes before others, and beside words only where there are three',
    (sign) => {
      expect(safetyOf(sign)).toBe('distress');
      expect(safetyOf(`the movie ${sign}${sign}`)).toBe('none');
      expect(safetyOf(`the movie ${sign}${sign}${sign}`)).toBe('distress');
    },
  );

  it('are counted together', () => {
    expect(safetyOf('the movie 😭💔😢')).toBe('distress');
  });
});

describe('any other sign', () => {
  it('says nothing, however often', () => {
    expect(safetyOf('👍')).toBe('none');
    expect(safetyOf('the movie 👍🎉👍🎉')).toBe('none');
  });

  it('but a call for help goes before others, with words or without', () => {
    expect(safetyOf('🆘')).toBe('distress');
    expect(safetyOf('the movie 🆘')).toBe('distress');
  });
});
