import type { EquivalentMutants } from './equivalent-mutants.ts';

const FOR_THE_TYPE = 'There always is one; the check is for the type.';
const NOTHING_FOUND = 'Where the pattern does not match, the part is no more found than before.';
const NOT_A_NUMBER = 'What is missing is neither before nor after anything; the check is for the type.';

/** Of the readers of values, and of what is made of them for a listing. */
export const inDirectoryValues: EquivalentMutants = {
  'directory/hours-of.ts': [
    {
      line: 'const isOver = ({ until }: Stated) => until !== undefined && until <= context.now;',
      mutants: [['until !== undefined', 'true']],
      why: NOT_A_NUMBER,
    },
    {
      line: 'if (from !== undefined && from > context.now) {',
      mutants: [['from !== undefined', 'true']],
      why: NOT_A_NUMBER,
    },
  ],
  'directory/phones-of.ts': [
    {
      line: 'if (!known.has(row)) known.set(row, readRow(row, report));',
      mutants: [['!known.has(row)', 'true']],
      why: 'It is only remembered; read again it is the same.',
    },
    {
      line: "const once = new Map(phones.map((phone) => [`${phone.number}#${phone.extension ?? ''}`, phone]));",
      mutants: [["''", '"Stryker was here!"']],
      why: 'No extension is called so.',
    },
    {
      line: "const rank = ({ kind }: ListingPhone): number => ['voice', 'text', 'tty'].indexOf(kind);",
      mutants: [["'voice'", '""']],
      why: 'What is not in the list comes first, too.',
    },
  ],
  'directory/phrases.ts': [
    {
      line: '.split(/[^\\p{L}\\p{N}]+/u)',
      mutants: [['/[^\\p{L}\\p{N}]+/u', '/[^\\p{L}\\p{N}]/u']],
      why: 'Empty words are left out.',
    },
    {
      line: 'const found = unwanted.filter(',
      mutants: [
        [
          'unwanted.filter( (phrase) => given.words.has(phrase.first) && given.text.includes(phrase.text), )',
          'unwanted',
        ],
      ],
      why: 'What is not in the text is not taken out; looking before only saves time.',
    },
    {
      line: '(phrase) => given.words.has(phrase.first) && given.text.includes(phrase.text),',
      mutants: [
        ['given.words.has(phrase.first) && given.text.includes(phrase.text)', 'true'],
        [
          'given.words.has(phrase.first) && given.text.includes(phrase.text)',
          'given.words.has(phrase.first) || given.text.includes(phrase.text)',
        ],
      ],
      why: 'What is not in the text is not taken out; looking before only saves time.',
    },
    {
      line: 'if (found.length === 0) return given;',
      mutants: [['found.length === 0', 'false']],
      why: 'Nothing is taken out; looking before only saves time.',
    },
    {
      line: 'return first === undefined ? [] : [{ text, first }];',
      mutants: [
        ['first === undefined', 'false'],
        ['[]', '["Stryker was here"]'],
      ],
      why: 'No text has a word that is none.',
    },
  ],
  'directory/schedule-clock.ts': [
    {
      line: 'if (!moved.some(({ weekday, nth }, at) => nth !== undefined && weekday !== rules[at]?.weekday))',
      mutants: [['rules[at]?.weekday', 'rules[at].weekday']],
      why: FOR_THE_TYPE,
    },
    {
      line: "const stated = readClockTime(cell(row, 'opens_at'))?.offset ?? columnOffset(cell(row, 'timezone'));",
      mutants: [
        ["readClockTime(cell(row, 'opens_at'))?.offset", "readClockTime(cell(row, 'opens_at')).offset"],
      ],
      why: 'A row without a time of day was left out before.',
    },
    {
      line: "const mended = `${shift > 0 ? '+' : ''}${shift} minutes, the clock of ${timeZone}`;",
      mutants: [['shift > 0', 'shift >= 0']],
      why: 'Clocks that do not differ are not told.',
    },
    {
      line: 'if (minutes === 0 || (rule.from === 0 && rule.to === DAY)) return rule;',
      mutants: [['minutes === 0', 'false']],
      why: 'Moved by nothing it is the same.',
    },
    {
      line: 'const [moved = rule.weekday] = readWeekdays(String(weekday + 1)) ?? [];',
      mutants: [['[]', '["Stryker was here"]']],
      why: FOR_THE_TYPE,
    },
  ],
  'directory/schedule-rule.ts': [
    {
      line: "if (until !== undefined && until + 86_400_000 <= now) return leave('until', 'it is over');",
      mutants: [['until !== undefined', 'true']],
      why: NOT_A_NUMBER,
    },
    {
      line: 'return day?.map((weekday) => ({ weekday }));',
      mutants: [['day?.map', 'day.map']],
      why: FOR_THE_TYPE,
    },
    {
      line: "const [, ordinal = '', name = ''] = /^([+-]?\\d)?([A-Z]{2})$/.exec(part) ?? [];",
      mutants: [
        ["''", '"Stryker was here!"'],
        ['[]', '["Stryker was here"]'],
      ],
      why: 'No day is called so.',
    },
  ],
  'directory/values/read-address.ts': [
    {
      line: 'if (short !== undefined && state !== undefined && ZERO_STATES.has(state)) {',
      mutants: [['state !== undefined', 'true']],
      why: 'No state that is missing is among them; the check is for the type.',
    },
  ],
  'directory/values/read-ages.ts': [
    {
      line: 'const isLimit = (age: number | undefined): age is number => age !== undefined && age > 0 && age < OLDEST;',
      mutants: [['age !== undefined', 'true']],
      why: NOT_A_NUMBER,
    },
    {
      line: 'const isAnybody = (age: number | undefined): boolean => age !== undefined && (age < 0 || age >= OLDEST);',
      mutants: [['age !== undefined', 'true']],
      why: NOT_A_NUMBER,
    },
  ],
  'directory/values/read-area.ts': [
    {
      line: 'const within = first?.state === undefined ? {} : { state: first.state };',
      mutants: [['first?.state', 'first.state']],
      why: FOR_THE_TYPE,
    },
    {
      line: 'switch (first?.kind) {',
      mutants: [['first?.kind', 'first.kind']],
      why: FOR_THE_TYPE,
    },
    { line: 'default:', mutants: [['default: return [];', 'default:']], why: FOR_THE_TYPE },
    { line: 'return [];', mutants: [['[]', '["Stryker was here"]']], why: FOR_THE_TYPE },
    {
      line: "const last = parts.at(-1) ?? '';",
      mutants: [["''", '"Stryker was here!"']],
      why: 'Those are no counties.',
    },
  ],
  'directory/values/read-clock-time.ts': [
    {
      line: "const colon = plain.replace(/^(\\d{2})(\\d{2})/, '$1:$2');",
      mutants: [['/^(\\d{2})(\\d{2})/', '/^(\\d{2})(\\d)/']],
      why: 'Three digits are no time with or without a colon.',
    },
    {
      line: "const [, hours = '', minutes = '0', half = '', zone] = CLOCK.exec(colon) ?? [];",
      mutants: [
        ["'0'", '""'],
        ['[]', '["Stryker was here"]'],
      ],
      why: 'An empty text counts as zero, and the first part is not looked at.',
    },
  ],
  'directory/values/read-coordinates.ts': [
    {
      line: 'if (state !== undefined && liesInState(point.latitude, point.longitude, state) === false)',
      mutants: [['state !== undefined', 'true']],
      why: 'A state that is missing has no box; the check is for the type.',
    },
  ],
  'directory/values/read-hours-text.ts': [
    {
      line: "const [, days = '', opens, closes, always, closed] = SEGMENT.exec(segment) ?? [];",
      mutants: [
        ["''", '"Stryker was here!"'],
        ['[]', '["Stryker was here"]'],
      ],
      why: NOTHING_FOUND,
    },
    {
      line: 'if (opens === undefined || closes === undefined) return undefined;',
      mutants: [
        ['opens === undefined || closes === undefined', 'false'],
        ['opens === undefined || closes === undefined', 'opens === undefined && closes === undefined'],
        ['opens === undefined', 'false'],
        ['closes === undefined', 'false'],
      ],
      why: 'Days without the one have the other neither, and were answered before; the check is for the type.',
    },
  ],
  'directory/values/read-shape.ts': [
    {
      line: "if (typeof value !== 'object' || depth > DEEPEST) return undefined;",
      mutants: [["typeof value !== 'object'", 'false']],
      why: 'What is no object has no type; the check is for the type.',
    },
    {
      line: 'default:',
      mutants: [['default: return undefined;', 'default:']],
      why: 'Nothing is returned either way.',
    },
    {
      line: 'return points?.[0]?.join() === points?.at(-1)?.join() ? points : undefined;',
      mutants: [
        ['points?.[0]?.join', 'points?.[0].join'],
        ['points?.at(-1)?.join', 'points?.at(-1).join'],
      ],
      why: FOR_THE_TYPE,
    },
    {
      line: 'const [longitude, latitude]: unknown[] = Array.isArray(value) ? value : [];',
      mutants: [['[]', '["Stryker was here"]']],
      why: 'That is no longitude.',
    },
  ],
  'directory/values/read-url.ts': [
    {
      line: "const [first = ''] = text.split(/\\s/);",
      mutants: [["''", '"Stryker was here!"']],
      why: FOR_THE_TYPE,
    },
  ],
  'directory/values/weekdays.ts': [
    {
      line: '.split(/\\s*(?:[,;&/]|\\band\\b)\\s*|\\s+/);',
      mutants: [['/\\s*(?:[,;&/]|\\band\\b)\\s*|\\s+/', '/\\s*(?:[,;&/]|\\band\\b)\\s*|\\s/']],
      why: 'Empty parts are left out.',
    },
    {
      line: 'return [...new Set(days.flatMap((range) => range ?? []))].sort((one, other) => one - other);',
      mutants: [['[]', '["Stryker was here"]']],
      why: FOR_THE_TYPE,
    },
    {
      line: "const [first = '', last = first, ...more] = text.split('-');",
      mutants: [["''", '"Stryker was here!"']],
      why: FOR_THE_TYPE,
    },
  ],
};
