import { expect, test } from 'vitest';
import { testTitlesIn, testTitlesOf, type Runs } from './test-titles.ts';

const titlesOf = (source: string, wanted: Runs): string[] =>
  testTitlesIn(source).flatMap(({ title, runs }) => (runs === wanted ? [title] : []));

test('a test file is read for its tests, by the words of their suites and their own', () => {
  const source = `
      describe('a client', () => {
        describe.each([1])('of tier %s', () => { it('is texted', async () => {}); });
        test.each\`a\`('is asked $a', ({ a }: { a: string }) => { expect(a).toBe('x'); });
        test(\`at \${NOON} sharp\`, function () {});
        it.skip('is skipped', () => {});
        it.only('is focused', () => {});
        it.only.each([1])('is focused %i times', () => {});
        it.skipIf(true)('may be skipped', () => {});
        test.todo('is to be written');
      });
      describe.skip('nobody', () => { test('is here', () => {}); it.only('is alone', () => {}); });
      describe.only('somebody', () => { test('is here', () => {}); it.skip('is ill', () => {}); });
      export function contract(name: string) { describe(name, () => { it('keeps it', () => {}); }); }
      // test('is commented out', () => {});`;

  expect(titlesOf(source, 'with the others')).toEqual([
    'a client › of tier %s › is texted',
    'a client › is asked $a',
    'a client › at ${NOON} sharp',
    'keeps it',
  ]);
  expect(titlesOf(source, 'alone')).toEqual([
    'a client › is focused',
    'a client › is focused %i times',
    'somebody › is here',
  ]);
  expect(titlesOf(source, 'skipped')).toEqual([
    'a client › is skipped',
    'a client › may be skipped',
    'a client › is to be written',
    'nobody › is here',
    'nobody › is alone',
    'somebody › is ill',
  ]);
});

test('a file that is gone has no titles, not even an empty list', () => {
  expect(testTitlesOf('test/docs/gone.test.ts')).toBeUndefined();
});
