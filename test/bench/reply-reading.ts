import { readReply } from '#shared/domain/replies/read-reply.ts';
import { HARMLESS } from '#test/unit/replies/cases/harmless.ts';
import { OPT_OUTS } from '#test/unit/replies/cases/opt-outs.ts';
import { URGENT } from '#test/unit/replies/cases/urgent.ts';
import { WRONG_NUMBERS } from '#test/unit/replies/cases/wrong-numbers.ts';
import type { Benchmark } from './benchmark.ts';
import { ratesOf, summary, type Work } from './samples.ts';

const SENTENCES = [...HARMLESS, ...OPT_OUTS, ...URGENT, ...WRONG_NUMBERS];
/** What most clients answer: one of the numbers they were offered, or a word. */
const SHORT = ['1', '2', '3', 'ok', 'Yes', 'im good thanks', '1!', 'sí', 'call me'];

/** Assumed: for each reply in sentences two that are short. */
const MIX = SENTENCES.flatMap((sentence, index) => [
  sentence,
  ...[0, 1].map((nth) => SHORT[(2 * index + nth) % SHORT.length] ?? ''),
]);

const reading = (name: string, texts: readonly string[]): Work => ({
  name,
  times(count) {
    let rules = 0;
    for (let index = 0; index < count; index += 1) {
      rules += readReply(texts[index % texts.length] ?? '', { asked: 'check-in' }).because.length;
    }
    return rules;
  },
});

export const replyReading: Benchmark = {
  name: 'replies',
  title: 'Reading of replies',
  measures: [
    { name: 'short answers', unit: 'per second per core', target: { atLeast: 100_000 } },
    { name: 'two short answers to one sentence', unit: 'per second per core', target: { atLeast: 100_000 } },
    { name: 'sentences', unit: 'per second per core', target: { atLeast: 100_000 } },
  ],
  run() {
    const rates = ratesOf([
      reading('short answers', SHORT),
      reading('two short answers to one sentence', MIX),
      reading('sentences', SENTENCES),
    ]);
    const longest = Math.max(...SENTENCES.map(({ length }) => length));
    const notes: Record<string, string> = {
      'short answers': `${SHORT.length} of them`,
      'two short answers to one sentence': 'an assumed mix',
      sentences: `${SENTENCES.length} of the tests, up to ${longest} characters`,
    };
    return [...rates].map(([measure, samples]) => ({
      measure,
      ...summary(samples),
      note: notes[measure] ?? '',
    }));
  },
};
