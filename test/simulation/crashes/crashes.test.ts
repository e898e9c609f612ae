import { describe, expect, it } from 'vitest';
import type { FunctionName } from '../world/functions.ts';
import { crashEverywhere, placeOf } from './crash-everywhere.ts';
import { oneLife, type OneLife } from './one-life.ts';
import { endsOf, messagesTaken, pagesIn, textsGot, wrongIn } from './what-is-left.ts';

type Case = OneLife & {
  name: string;
  from: FunctionName;
  /** False if nothing is handed over from then on. */
  sends?: false;
  /** Of what a sender took upon itself and died over, only these may never go out. */
  mayStayAway?: RegExp;
  /** What this life is, if nobody dies: messages handed over, texts on the telephone, pages, check-ins that ended. */
  whole: { messages: number; texts: number; pages: number; ends: number };
};

const LIVES: readonly Case[] = [
  {
    name: 'a check-in by text',
    by: 'sms',
    script: { texts: ['ok'] },
    days: 2,
    from: 'advance-follow-up',
    whole: { messages: 1, texts: 1, pages: 0, ends: 1 },
  },
  {
    name: 'a check-in by e-mail, answered on its page',
    by: 'email',
    script: { emails: ['so-so'] },
    days: 3,
    from: 'advance-follow-up',
    // Nobody can ask a mail service what it took: a person calls instead.
    mayStayAway: /~d1~1~email$/,
    whole: { messages: 1, texts: 0, pages: 1, ends: 1 },
  },
  {
    name: 'an urgent reply, its page and its automatic answer',
    by: 'sms',
    script: { texts: ['urgent'] },
    days: 2,
    from: 'receive-text',
    // It is an answer to a moment, and whoever has the case is told that it did not go.
    mayStayAway: /~answer~1~sms$/,
    whole: { messages: 2, texts: 2, pages: 1, ends: 1 },
  },
  {
    name: 'a stop in words and its confirmation',
    by: 'sms',
    script: { texts: ['stop-words'] },
    days: 2,
    from: 'receive-text',
    // Once at most, and within five minutes or not at all.
    mayStayAway: /~re-SM\w+~1~sms$/,
    whole: { messages: 2, texts: 2, pages: 1, ends: 3 },
  },
  {
    name: 'a bare stop, which the carrier confirms',
    by: 'sms',
    script: { texts: ['stop-keyword'] },
    days: 2,
    from: 'receive-text',
    sends: false,
    whole: { messages: 1, texts: 2, pages: 1, ends: 3 },
  },
  {
    name: 'a missed check-in that climbs to the alarm',
    by: 'sms',
    script: {},
    days: 4,
    staff: 'late',
    from: 'advance-follow-up',
    whole: { messages: 2, texts: 2, pages: 2, ends: 1 },
  },
];

describe('dead at any call, before or after it took effect,', () => {
  it.each(LIVES)(
    'whoever it is loses nothing of $name and does nothing twice',
    { timeout: 120_000 },
    // The watch only looks whether all else goes on, and in these lives nothing waits for it.
    (life) => keepsEveryPromise(life, (name) => name !== 'watch'),
  );

  // A prompt receipt settles what a sender that died has left open.
  it.each(LIVES.filter(({ sends = true }) => sends))(
    'a sender whose receipts are hours late hands nothing of $name over twice',
    { timeout: 120_000 },
    (life) => keepsEveryPromise({ ...life, receipts: 'late' }, (name) => name === 'send-message'),
  );
});

async function keepsEveryPromise(life: Case, of: (name: FunctionName) => boolean): Promise<void> {
  const { from, mayStayAway, whole: expected } = life;
  const wrong: string[] = [];
  const whole = await crashEverywhere(oneLife(life), { from, of }, (played, undisturbed, death) => {
    for (const what of wrongIn(played, undisturbed, death, mayStayAway))
      wrong.push(`${placeOf(death)}: ${what}`);
  });
  expect({
    messages: messagesTaken(whole.seen).length,
    texts: textsGot(whole.seen).length,
    pages: pagesIn(whole.seen).length,
    ends: endsOf(whole.seen).length,
  }).toEqual(expected);
  expect(wrong).toEqual([]);
}
