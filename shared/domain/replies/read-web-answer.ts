import { readReply } from './read-reply.ts';
import type { ReplyReading } from './reply-reading.ts';

const QUEUES = ['none', 'routine', 'urgent'] as const satisfies readonly ReplyReading['queue'][];

/**
 * An answer given on a page: a button, own words, or both. A button says what is meant; words beside it are read like
 * any reply and can only raise what the button says.
 */
export function readWebAnswer(words: string, button?: 'ok' | 'so-so' | 'call-me'): ReplyReading {
  if (!button) return readReply(words, { asked: 'check-in' });
  const pressed = bare(button);
  if (words.trim() === '') return pressed;
  const read = readReply(words, { asked: 'check-in' });
  return {
    ...read,
    meaning: button,
    queue: higher(read.queue, pressed.queue),
    because: [...pressed.because, ...read.because],
  };
}

const bare = (button: 'ok' | 'so-so' | 'call-me'): ReplyReading => ({
  consent: 'none',
  safety: 'none',
  meaning: button,
  about: 'other',
  queue: button === 'ok' ? 'none' : 'routine',
  language: 'und',
  because: [`button:${button}`],
});

const higher = (a: ReplyReading['queue'], b: ReplyReading['queue']): ReplyReading['queue'] =>
  QUEUES.indexOf(a) > QUEUES.indexOf(b) ? a : b;
