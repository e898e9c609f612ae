import { describe, expect, test } from 'vitest';
import { readHazardLog } from './hazard-log.ts';
import { hazardProblems } from './hazard-problems.ts';
import type { TestTitle } from './test-titles.ts';

const LEVELS = `|  | severity 1 | severity 2 |
| --- | --- | --- |
| likelihood 2 | low | high |
| likelihood 1 | low | low |
`;
const aHazard = (different: Record<string, string> = {}): string => {
  const fields: Record<string, string> = {
    Hazard: 'A client is texted twice.',
    Causes: 'A queue delivers twice.',
    Harm: 'It frightens.',
    Before: 'severity 2, likelihood 2: **high**',
    Control: 'One claim a text.\n  - [test/a.test.ts › a text › goes once](../test/a.test.ts)',
    After: 'severity 2, likelihood 1: **low**',
    'Residual risk': 'None that is known.',
    Owner: 'the agency’s clinical lead',
    ...different,
  };
  const lines = Object.entries(fields).map(([field, words]) =>
    words === '' ? '' : `- **${field}:** ${words}`,
  );
  return `### H-01 · Texted twice\n\n${lines.join('\n')}\n`;
};
const TESTS: readonly TestTitle[] = [
  { title: 'a text › goes once', runs: 'with the others' },
  { title: 'a text › is left out', runs: 'skipped' },
  { title: 'a text › is looked at', runs: 'alone' },
];
const tests = (path: string) => (path === 'test/a.test.ts' ? TESTS : undefined);
const problemsOf = (...hazards: string[]) =>
  hazardProblems(readHazardLog([LEVELS, ...hazards].join('\n')), tests);

describe('a hazard log', () => {
  test('without a fault has none', () => {
    expect(problemsOf(aHazard())).toEqual([]);
  });

  test.each(['Hazard', 'Causes', 'Harm', 'Before', 'After', 'Residual risk', 'Owner', 'Control'])(
    'is told of a hazard without %s',
    (field) => {
      expect(problemsOf(aHazard({ [field]: '' }))[0]).toMatch(/^H-01: /);
    },
  );

  test.each([
    [
      'a test that was renamed',
      { Control: 'One claim.\n  - [test/a.test.ts › a text › goes out once](../test/a.test.ts)' },
      'no test in test/a.test.ts is called “a text › goes out once”; the nearest is “a text › goes once”',
    ],
    [
      'a test that is gone, without a guess where none is like it',
      { Control: 'One claim.\n  - [test/a.test.ts › somebody answers](../test/a.test.ts)' },
      'no test in test/a.test.ts is called “somebody answers”',
    ],
    [
      'a test that is skipped',
      { Control: 'One claim.\n  - [test/a.test.ts › a text › is left out](../test/a.test.ts)' },
      '“a text › is left out” in test/a.test.ts is skipped',
    ],
    [
      'a test that is focused',
      { Control: 'One claim.\n  - [test/a.test.ts › a text › is looked at](../test/a.test.ts)' },
      '“a text › is looked at” in test/a.test.ts is the only one that runs',
    ],
    [
      'a file that is gone',
      { Control: 'One claim.\n  - [test/b.test.ts › a text › goes once](../test/b.test.ts)' },
      'there is no file test/b.test.ts, which is to prove “a text › goes once”',
    ],
    [
      'a link that leads elsewhere',
      { Control: 'One claim.\n  - [test/a.test.ts › a text › goes once](../test/b.test.ts)' },
      '“test/a.test.ts › a text › goes once” is not a link [file › test](../file)',
    ],
    ['a misspelt field', { Controls: 'None.' }, 'Controls is no field of this log'],
    ['a proof of nothing', { Owner: 'the agency’s clinical lead\n  - what' }, '“what” belongs to no control'],
    [
      'a line that is no field',
      { Owner: 'the agency’s clinical lead\nwhat' },
      '“what” belongs to no control',
    ],
    ['a control that nothing proves', { Control: 'One claim.' }, 'no test proves the control “One claim.”'],
    [
      'a level that is not the table’s',
      { After: 'severity 2, likelihood 2: **low**' },
      '{"severity":"2","likelihood":"2","level":"low"} is not what the table of levels says',
    ],
    [
      'a risk that grows',
      {
        Before: 'severity 2, likelihood 1: **low**',
        After: 'severity 2, likelihood 2: **high**',
        'The agency': 'Looks.',
      },
      'the risk after the controls is larger than before',
    ],
    [
      'a risk that falls by itself',
      { Control: '', 'No control in this release': 'None.', 'The agency': 'Looks.' },
      'has no control, and yet the risk falls',
    ],
    [
      'a high risk that nobody bears',
      { After: 'severity 2, likelihood 2: **high**' },
      'stays high and does not say what the agency does',
    ],
    [
      'a missing control without anything in its place',
      { 'No control in this release': 'Nothing looks.' },
      'has no control in this release and does not say what the agency does',
    ],
    [
      'an owner who is not the clinical lead',
      { Owner: 'operators' },
      'the owner is not the agency’s clinical lead',
    ],
  ])('is told of %s', (_what, different: Record<string, string>, problem) => {
    expect(problemsOf(aHazard(different))).toEqual([`H-01: ${problem}`]);
  });

  test('is told of an id that is there twice', () => {
    expect(problemsOf(aHazard(), aHazard())).toEqual(['H-01: is there twice']);
  });
});
