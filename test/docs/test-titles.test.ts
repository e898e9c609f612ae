import { expect, test } from 'vitest';
import { testTitlesIn, testTitlesOf } from './test-titles.ts';

test('a test file is read for the tests that run, by the words of their suites and their own', () => {
  const source = `
      describe('a client', () => {
        describe.each([1])('of tier %s', () => { it('is texted', async () => {}); });
        test.each\`a\`('is asked $a', ({ a }: { a: string }) => { expect(a).toBe('x'); });
        test(\`at \${NOON} sharp\`, function () {});
        it.skip('is skipped', () => {});
        it.skipIf(true)('may be skipped', () => {});
        test.todo('is to be written');
      });
      describe.skip('nobody', () => { test('is here', () => {}); });
      export function contract(name: string) { describe(name, () => { it('keeps it', () => {}); }); }
      // test('is commented out', () => {});`;

  expect(testTitlesIn(source)).toEqual([
    'a client › of tier %s › is texted',
    'a client › is asked $a',
    'a client › at ${NOON} sharp',
    'keeps it',
  ]);
});

test('a file that is gone has no titles, not even an empty list', () => {
  expect(testTitlesOf('test/docs/gone.test.ts')).toBeUndefined();
});
