import { describe, expect, it } from 'vitest';
import { changedFiles, MOST_MUTANTS, type Now } from './changed.ts';
import type { Score } from './scores.ts';

const scored = (mutants: number, different: Partial<Score> = {}): Score => ({
  hash: 'as-scored',
  testsHash: 'as-scored',
  killed: mutants,
  survived: 0,
  equivalent: 0,
  tests: ['a.test.ts'],
  ...different,
});
const now = (different: Partial<Now> = {}): Now => ({
  hashOf: () => 'as-scored',
  testsHashOf: () => 'as-scored',
  linesOf: () => 10,
  ...different,
});
const WINDOW = 'shared/domain/time/contact-window.ts';
const WORDS = 'shared/domain/messages/format.ts';
const SENDING = 'shared/domain/sending/statuses.ts';
const FILES = [WORDS, SENDING, WINDOW];
const all = (mutants: number) => Object.fromEntries(FILES.map((file) => [file, scored(mutants)]));

describe('a run over changes', () => {
  it('tries nothing where rules and tests are those that were scored', () => {
    expect(changedFiles(FILES, all(10), now())).toEqual({ chosen: [], left: [], unproven: [] });
  });

  it('tries a rule that changed, and one that was never scored', () => {
    const { [WORDS]: _new, ...known } = all(10);
    const hashOf = (file: string) => (file === WINDOW ? 'another' : 'as-scored');

    expect(changedFiles(FILES, known, now({ hashOf })).chosen).toEqual([WINDOW, WORDS]);
  });

  it('tries a rule of which a test changed or is gone, after those that changed themselves', () => {
    const known = { ...all(10), [WINDOW]: scored(10, { tests: ['b.test.ts'] }) };
    const testsHashOf = ([test]: readonly string[]) => (test === 'b.test.ts' ? 'another' : 'as-scored');
    const hashOf = (file: string) => (file === SENDING ? 'another' : 'as-scored');

    expect(changedFiles(FILES, known, now({ hashOf, testsHashOf })).chosen).toEqual([SENDING, WINDOW]);
  });

  it('tries what people’s safety hangs on first, and leaves what is too much for it', () => {
    const third = MOST_MUTANTS / 3 + 1;

    expect(changedFiles(FILES, all(third), now({ testsHashOf: () => 'another' }))).toEqual({
      chosen: [WINDOW, WORDS],
      left: [SENDING],
      unproven: [],
    });
  });

  it('tries one file whatever its size', () => {
    const huge = { [WINDOW]: scored(2 * MOST_MUTANTS), [WORDS]: scored(1), [SENDING]: scored(1) };

    expect(changedFiles(FILES, huge, now({ hashOf: () => 'another' }))).toEqual({
      chosen: [WINDOW],
      left: [],
      unproven: [WORDS, SENDING],
    });
  });

  it('takes a file that was never scored for a mutant a line', () => {
    const linesOf = (file: string) => (file === WORDS ? MOST_MUTANTS : 10);

    expect(changedFiles(FILES, {}, now({ linesOf }))).toEqual({
      chosen: [WINDOW, SENDING],
      left: [],
      unproven: [WORDS],
    });
  });
});
