import { describe, expect, it } from 'vitest';
import { phoneReader } from '#shared/domain/directory/phones-of.ts';
import { startReport } from '#shared/domain/directory/report.ts';
import { readPhone } from '#shared/domain/directory/values/read-phone.ts';
import { aRow } from './a-row.ts';
import { told } from './any-directory.ts';

type Cells = Readonly<Record<string, string>>;

/** What a listing gets of groups of rows, the nearest first. */
function phones(...groups: readonly (readonly Cells[])[]) {
  const report = startReport();
  const reader = phoneReader(report);
  let line = 1;
  const rows = groups.map((group) => group.map((cells) => aRow('phones', cells, (line += 1))));
  const found = reader.of(rows);
  return { found, told: told(report), unused: rows.flat().filter(report.isUnaccounted).length };
}

const numbered = (end: number) => ({ number: `410-555-01${String(end).padStart(2, '0')}` });
const dialled = (end: number) => `+1410555${String(100 + end).padStart(4, '0')}`;
const voice = (end: number) => ({ number: dialled(end), kind: 'voice' });
const AT_34 = numbered(34);

describe('a telephone', () => {
  it.each<[string, Cells, unknown]>([
    ['is answered by a voice', AT_34, voice(34)],
    ['keeps its label', { ...AT_34, description: 'Front desk' }, { ...voice(34), label: 'Front desk' }],
    ['has an extension in its column', { ...AT_34, extension: '12' }, { ...voice(34), extension: '12' }],
    [
      'has an extension of seven digits',
      { ...AT_34, extension: '1234567' },
      { ...voice(34), extension: '1234567' },
    ],
    ['has none of eight', { ...AT_34, extension: '12345678' }, voice(34)],
    ['has none in words', { ...AT_34, extension: 'a1' }, voice(34)],
    ['has one beside the number', { number: '410-555-0134 x5' }, { ...voice(34), extension: '5' }],
    [
      'has one beside its label',
      { ...AT_34, description: 'Intake, Ext. 7' },
      { ...voice(34), extension: '7', label: 'Intake, Ext. 7' },
    ],
    [
      'has one of several digits beside its label',
      { ...AT_34, description: 'extension  123' },
      { ...voice(34), extension: '123', label: 'extension  123' },
    ],
    [
      'has none in a label that only looks like it',
      { ...AT_34, description: 'Next 24 hours' },
      { ...voice(34), label: 'Next 24 hours' },
    ],
    [
      'believes its column first',
      { number: '410-555-0134 x5', extension: '6', description: 'ext 7' },
      { ...voice(34), extension: '6', label: 'ext 7' },
    ],
    [
      'is a vanity number where it has no other',
      { vanity_number: '800-JKL-0134' },
      { number: '+18005550134', kind: 'voice' },
    ],
    ['takes texts', { ...AT_34, type: 'SMS' }, { ...voice(34), kind: 'text' }],
    ['takes texts, as the standard calls it', { ...AT_34, type: 'text' }, { ...voice(34), kind: 'text' }],
    ['is answered by a voice too', { ...AT_34, type: 'voice/text' }, voice(34)],
    ['is answered by a voice or not', { ...AT_34, type: 'text or voice' }, voice(34)],
    ['is a telephone for texts', { ...AT_34, type: 'Text telephone' }, { ...voice(34), kind: 'tty' }],
    ['is for the deaf by its type', { ...AT_34, type: 'TTY' }, { ...voice(34), kind: 'tty' }],
    [
      'is for the deaf, as the standard calls it',
      { ...AT_34, type: 'textphone' },
      { ...voice(34), kind: 'tty' },
    ],
    [
      'is for the deaf by its label',
      { ...AT_34, description: 'TDD' },
      { ...voice(34), kind: 'tty', label: 'TDD' },
    ],
    [
      'is for the deaf who read it',
      { ...AT_34, description: 'Deaf callers' },
      { ...voice(34), kind: 'tty', label: 'Deaf callers' },
    ],
    ['speaks about a fax', { ...AT_34, description: 'Not a fax' }, { ...voice(34), label: 'Not a fax' }],
  ])('%s', (_, cells, phone) => {
    expect(phones([cells]).found).toStrictEqual([phone]);
  });

  it.each([{ type: 'Fax' }, { type: 'voice/fax' }, { description: 'Fax: intake' }])(
    'that is a fax, by %j, is left out',
    (cells) => {
      expect(phones([{ ...AT_34, ...cells }])).toEqual({
        found: [],
        told: ['phones 2 type: a fax: nobody answers it (left out)'],
        unused: 0,
      });
    },
  );

  it('that cannot be dialled is told', () => {
    expect(phones([{ number: '555-0134' }])).toEqual({
      found: [],
      told: ['phones 2 number: not a dialable number: 7 digits: some are missing'],
      unused: 0,
    });
  });

  it('in letters is told as one dials it', () => {
    expect(phones([{ number: '800-JKL-0134' }]).told).toEqual([
      'phones 2 number: letters instead of digits -> +18005550134',
    ]);
  });
});

describe('the telephones of a listing', () => {
  it('are all of the nearest group that a voice answers', () => {
    expect(phones([numbered(1), numbered(2)], [numbered(3)])).toEqual({
      found: [voice(1), voice(2)],
      told: [],
      unused: 1,
    });
    expect(phones([], [{ number: 'call' }], [numbered(3)]).found).toEqual([voice(3)]);
  });

  it('are those of the next group too where nobody speaks at the first', () => {
    const { found } = phones(
      [
        { ...numbered(1), type: 'tty' },
        { ...numbered(2), type: 'text' },
      ],
      [numbered(3)],
    );
    expect(found).toEqual([voice(3), { ...voice(2), kind: 'text' }, { ...voice(1), kind: 'tty' }]);
  });

  it('are each there once, but for extensions', () => {
    expect(
      phones([AT_34, AT_34, { ...AT_34, extension: '1' }, { ...AT_34, extension: '2' }]).found,
    ).toHaveLength(3);
  });

  it('are twelve at most', () => {
    expect(phones(Array.from({ length: 13 }, (_, end) => numbered(end))).found).toHaveLength(12);
  });

  it('are reported once, whatever number of listings they serve', () => {
    const report = startReport();
    const reader = phoneReader(report);
    const row = aRow('phones', AT_34);
    expect(reader.of([[row]])).toEqual([voice(34)]);
    expect(reader.of([[row]])).toEqual([voice(34)]);
    expect(report.problems).toEqual([]);
  });

  it('of no listing are read for what is wrong with them', () => {
    const report = startReport();
    const reader = phoneReader(report);
    const used = aRow('phones', { number: 'call' }, 2);
    report.use(used);
    reader.readRest([used, aRow('phones', { number: 'soon' }, 3)]);
    expect(told(report)).toEqual(['phones 3 number: not a dialable number: letters where digits belong']);
  });
});

describe('a number', () => {
  it.each([
    ['(410) 555-0134 Ext 5', '5'],
    ['410-555-0134; ext: 12', '12'],
    ['410-555-0134 , extension. 7', '7'],
    ['410-555-0134,#22', '22'],
    ['410-555-0134,x5', '5'],
    ['(410)555-0134;ext. : 5', '5'],
    ['410-555-0134 #1234567 ', '1234567'],
  ])('%s has its extension', (text, extension) => {
    expect(readPhone(text)).toStrictEqual({ kind: 'phone', number: '+14105550134', extension });
  });

  it.each([
    ['311', '311'],
    ["'410-555-0134'", '+14105550134'],
    ['410-555-0134\u200b', '+14105550134'],
    ['1 (410) 555-0134', '+14105550134'],
    [`(410) 555-0134${' '.repeat(86)}`, '+14105550134'],
    ['+44 20 7946 0958', '+442079460958'],
    [' +44 20 7946 0958', '+442079460958'],
    ['410-555-0134, ', '+14105550134'],
    ['+52 1234567', '+521234567'],
    [`+${'9'.repeat(15)}`, `+${'9'.repeat(15)}`],
  ])('%j is dialled %s', (text, number) => {
    expect(readPhone(text)).toStrictEqual({ kind: 'phone', number });
  });

  it.each([
    ['1-800-ABC-DEFG', '+18002223334'],
    ['800-555-0ADG', '+18005550234'],
    ['800-555-0JMP', '+18005550567'],
    ['800-555-0TWZ', '+18005550899'],
    ['800-JKL-0134 for help', '+18005550134'],
  ])('%s is spelled on the keys', (text, number) => {
    expect(readPhone(text)).toStrictEqual({ kind: 'phone', number, mended: number });
  });

  it.each([
    ['#5', 'no number'],
    ['911 / 988', 'several numbers in one'],
    ['911/988', 'several numbers in one'],
    ['410-555-0134/(410) 555-0135', 'several numbers in one'],
    ['4105550134 main; 4105550135', 'several numbers in one'],
    ['410-555-0134 and (410) 555-0135', 'several numbers in one'],
    ['4105550134, 4105550135', 'several numbers in one'],
    ['1411', '4 digits: some are missing'],
    ['511', 'no number that helps'],
    ['4115', '4 digits: some are missing'],
    ['1234567890123', '13 digits: too many'],
    ['24105550134', '11 digits: too many'],
    ['8888888888', 'one digit again and again'],
    ['410-055-0134', 'not a number of the American plan'],
    ['411-555-0134', 'no such area code'],
    ['+1 410 555 01', '9 digits: some are missing'],
    ['+44 12345', 'not a number of any country'],
    [`+${'9'.repeat(16)}`, 'not a number of any country'],
    ['+0 1234 56789', 'not a number of any country'],
    ['(410) 555 x5 0134', 'letters where digits belong'],
    ['410-555-0134 x5?', 'letters where digits belong'],
    ['800-JKL-0134 and nothing but words', 'letters where digits belong'],
    ['A 800-JKL-0134', 'letters where digits belong'],
    ['800-AB5-0134', 'letters where digits belong'],
    ['100-JKL-0134', 'not a number of the American plan'],
    [' '.repeat(101), 'too long for a number'],
    [' '.repeat(100), 'no number'],
  ])('%j is none: %s', (text, problem) => {
    expect(readPhone(text)).toStrictEqual({ kind: 'doubtful', problem });
  });
});
