import { expect, it } from 'vitest';
import { aTimeline } from '../engine/timeline.ts';
import type { Seen } from '../what-was-seen.ts';
import { deadLetters } from './dead-letters.ts';

const DAY = 86_400_000;

/** A function that throws whatever comes: what is put back dies at once. */
async function withAFunctionThatThrows(bodies: readonly string[], planted: readonly string[] = []) {
  const timeline = aTimeline(0);
  const seen: Seen[] = [];
  const looked: string[] = [];
  const redrives = new Map<string, number>();
  const die = (id: string) => dead.died('inbox', { id, body: id, redrives: redrives.get(id) ?? 0 });
  const dead = deadLetters({
    timeline,
    note: (one) => seen.push(one),
    holdAgainst: (where, text) => looked.push(`${where}: ${text}`),
    redrive(_queue, id) {
      redrives.set(id, (redrives.get(id) ?? 0) + 1);
      die(id);
    },
  });
  for (const body of planted) dead.plant(body);
  for (const body of bodies) die(body);
  await timeline.play(DAY);
  return { seen, looked, isStuck: dead.isStuck() };
}

const ten = Array.from({ length: 10 }, (_, nth) => `m-${nth}`);

it('a message that nothing can handle is put back three times and no more', async () => {
  const { seen, isStuck } = await withAFunctionThatThrows(['m-1']);
  expect(seen).toHaveLength(4);
  expect(isStuck).toBe(false);
});

it('a play with many of them need not go on', async () => {
  expect((await withAFunctionThatThrows(ten)).isStuck).toBe(true);
});

it('what the script itself put there is not put back, and stops nothing', async () => {
  const { seen, isStuck } = await withAFunctionThatThrows(ten, ten);
  expect(seen).toHaveLength(10);
  expect(seen[0]).toMatchObject({ kind: 'dead-letter', message: 'm-0', planted: true });
  expect(isStuck).toBe(false);
});

it('what was given up is looked through for anything personal, but not the events of the agency', async () => {
  const event = '{"source":"handrail.agency","detail":{"client":{"preferredName":"Oriole"}}}';
  const { looked } = await withAFunctionThatThrows(['{"caseId":"case#1"}', event], [event]);
  expect(new Set(looked)).toEqual(
    new Set(['the queue inbox, given up: {"caseId":"case#1"} case#1 {"caseId":"case#1"}']),
  );
});
