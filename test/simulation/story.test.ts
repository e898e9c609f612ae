import { describe, expect, test } from 'vitest';
import { reportWithStory } from './print-report.ts';
import { firstToTell, type Simulated } from './simulate.ts';
import { storyLine, storyOf } from './story.ts';
import type { Seen } from './what-was-seen.ts';

const NOON = Date.parse('2026-11-24T12:00:00Z');
const SIGNED = `https://handrail.example.org/${'a1B2'.repeat(20)}`;
const SEEN: readonly Seen[] = [
  {
    at: NOON,
    kind: 'client-texted',
    person: 'P-000001',
    sid: 'SM1',
    from: '+12025550101',
    body: 'hi',
    means: 'ok',
  },
  { at: NOON, kind: 'text-taken', sid: 'SM2' },
  {
    at: NOON + 1000,
    kind: 'carrier-took',
    request: 1,
    messageId: 'm',
    sid: 'SM1',
    to: '+12025550101',
    text: `How is today?\n${SIGNED} or call.`,
    validUntil: NOON + 3_600_000,
  },
  { at: NOON + 2000, kind: 'text-taken', sid: 'SM1' },
];

describe('the story of a client', () => {
  const story = storyOf('P-000001', SEEN, NOON + 1000).map(storyLine);

  test('holds what was seen of them until the promise broke, and nothing of others', () => {
    expect(story.map((line) => line.slice(0, 37))).toEqual([
      '2026-11-24 12:00:00 UTC  client-texte',
      '2026-11-24 12:00:01 UTC  carrier-took',
    ]);
  });

  test('tells instants as times, and a signed link by its place alone', () => {
    expect(story[1]).toContain(
      'text How is today? / https://handrail.example.org/… or call. · validUntil 2026-11-24 13:00:00 UTC',
    );
  });
});

describe('of several broken promises', () => {
  const late = { promise: 'twice', at: NOON + 2, because: 'it went again' } as const;
  const early = { promise: 'unread', at: NOON, because: 'nobody read it' } as const;
  const between = { promise: 'twice', at: NOON + 1, because: 'it went again' } as const;

  test('the first is told, or the first of the promise that was asked about', () => {
    expect(firstToTell([late, early, between])).toBe(early);
    expect(firstToTell([late, early, between], 'twice')).toBe(between);
    expect(firstToTell([late, early], 'leaked')).toBe(early);
    expect(firstToTell([])).toBeUndefined();
  });

  test('one without a client has no story, and says so by having none', () => {
    const first = { violation: early, alone: false, day: 3, story: [] };
    const simulated = { report: { seed: 7 }, all: [early], first } as unknown as Simulated; // no figures are read
    expect(reportWithStory(simulated)).toEqual({
      seed: 7,
      first: {
        promise: 'unread',
        at: '2026-11-24T12:00:00.000Z',
        because: 'nobody read it',
        day: 3,
        alone: false,
        story: [],
      },
    });
  });
});
