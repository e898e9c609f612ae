import { describe, expect, it } from 'vitest';
import { readReply } from '#shared/domain/replies/read-reply.ts';
import { readWebAnswer } from '#shared/domain/replies/read-web-answer.ts';
import { ABOUT_NOBODY, REASONS } from './cases/reasons.ts';

const read = (text: string) => readReply(text, { asked: 'check-in' });

describe('a person is shown why a reply stands where it does', () => {
  it.each(REASONS)('"%s" is %s, about %s', (text, safety, about, because) => {
    const reading = read(text);

    expect(reading).toMatchObject({ safety, about });
    expect(reading.because).toEqual(because);
  });

  it.each(ABOUT_NOBODY)('and is paged for nobody: %s', (text) => {
    expect(read(text).safety).not.toBe('urgent');
  });

  it('and a doing-ok with anything beside it is looked at', () => {
    expect(read('ok').queue).toBe('none');
    expect(read('ok 👍').queue).toBe('routine');
    expect(read('1 💊')).toMatchObject({ safety: 'distress', queue: 'routine' });
  });
});

describe('an answer on a page', () => {
  const pressed = (button: 'ok' | 'so-so' | 'call-me', queue: 'none' | 'routine') => ({
    consent: 'none',
    safety: 'none',
    meaning: button,
    about: 'other',
    queue,
    language: 'und',
    because: [`button:${button}`],
  });

  it.each([
    ['ok', 'none'],
    ['so-so', 'routine'],
    ['call-me', 'routine'],
  ] as const)('by the button %s alone says that, and no more', (button, queue) => {
    expect(readWebAnswer(' \n', button)).toEqual(pressed(button, queue));
  });

  it('in words alone is read like any reply', () => {
    expect(readWebAnswer('i want to die')).toEqual(read('i want to die'));
    expect(readWebAnswer('1')).toMatchObject({ meaning: 'ok', queue: 'none' });
  });

  it('by a button and words means what the button says, and is queued as the words ask', () => {
    expect(readWebAnswer('i want to die', 'ok')).toMatchObject({
      meaning: 'ok',
      safety: 'urgent',
      queue: 'urgent',
      language: 'en',
      because: ['button:ok', 'self-harm:want-to-die'],
    });
    expect(readWebAnswer('ok', 'call-me')).toMatchObject({ meaning: 'call-me', queue: 'routine' });
    expect(readWebAnswer('ok', 'ok').queue).toBe('none');
    expect(readWebAnswer('call me', 'ok').queue).toBe('routine');
  });
});
