import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHECK_IN_MOVES, hasEnded, type CheckInState } from '#shared/domain/follow-up/check-in.ts';
import { begin, endCheckIn, IllegalMove, updateCheckIn } from '#shared/domain/follow-up/turn.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';

const STATES = Object.keys(CHECK_IN_MOVES) as CheckInState[]; // keys of the table itself
const pairs = STATES.flatMap((from) => STATES.map((to) => ({ from, to })));
const allowed = pairs.filter(({ from, to }) => (CHECK_IN_MOVES[from] as readonly string[]).includes(to));
const refused = pairs.filter((pair) => pair.from !== pair.to && !allowed.includes(pair));

const move = (from: CheckInState, to: CheckInState) => {
  const turn = begin(aFollowUp({ checkIns: [aScheduledCheckIn({ state: from })] }), {
    now: NOW,
    programme: aProgramme(),
  });
  return hasEnded(to) ? endCheckIn(turn, 'd1', to) : updateCheckIn(turn, 'd1', { state: to });
};

describe('a check-in', () => {
  test.each(allowed)('may go from $from to $to', ({ from, to }) => {
    expect(() => move(from, to)).not.toThrow();
  });

  test.each(refused)('may not go from $from to $to', ({ from, to }) => {
    expect(() => move(from, to)).toThrow(IllegalMove);
  });

  test('once ended keeps its one outcome', () => {
    for (const state of STATES.filter(hasEnded)) expect(CHECK_IN_MOVES[state]).toEqual([]);
  });

  test('has its diagram in the docs as the table says', () => {
    const [, diagram = ''] = readFileSync('docs/architecture.md', 'utf8').split('[*] --> scheduled');
    const drawn = [...(diagram.split('```')[0] ?? '').matchAll(/(\w+) --> (\w+)/g)].map(
      ([, from, to]) => `${from} ${to}`,
    );

    expect(drawn.toSorted()).toEqual(
      allowed.map(({ from, to }) => `${from} ${to}`.replaceAll('-', '_')).toSorted(),
    );
  });
});
