import type { HoursRule } from '../listing.ts';

export type Weekday = HoursRule['weekday'];

const DAYS: readonly (readonly [Weekday, string])[] = [
  [1, 'mo mon monday mondays m'],
  [2, 'tu tue tues tuesday tuesdays'],
  [3, 'we wed weds wednesday wednesdays w'],
  [4, 'th thu thur thurs thursday thursdays'],
  [5, 'fr fri friday fridays f'],
  [6, 'sa sat saturday saturdays'],
  [7, 'su sun sunday sundays'],
];

const BY_NAME = new Map(DAYS.flatMap(([day, names]) => names.split(' ').map((name) => [name, day] as const)));

const EVERY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const GROUPS: ReadonlyMap<string, readonly Weekday[]> = new Map(
  Object.entries({
    daily: EVERY,
    'every day': EVERY,
    '7 days a week': EVERY,
    '7 days': EVERY,
    weekdays: [1, 2, 3, 4, 5],
    weekends: [6, 7],
  } satisfies Record<string, readonly Weekday[]>),
);

/** `Mon-Fri`, `Monday, Wed & Friday`, `weekdays`, `MO,TU`, `1`; none where any word is not a day. */
export function readWeekdays(text: string): readonly Weekday[] | undefined {
  const plain = text.trim().toLowerCase().replaceAll('.', '').replace(/:$/, '');
  const group = GROUPS.get(plain);
  if (group !== undefined) return group;
  const parts = plain
    .replaceAll(/\s*(?:[-–—]|\b(?:to|through|thru)\b)\s*/g, '-')
    .split(/\s*(?:[,;&/]|\band\b)\s*|\s+/);
  const days = parts.filter((part) => part !== '').map(readRange);
  if (days.length === 0 || days.some((range) => range === undefined)) return undefined;
  return [...new Set(days.flatMap((range) => range ?? []))].sort((one, other) => one - other);
}

function readRange(text: string): readonly Weekday[] | undefined {
  const [first = '', last = first, ...more] = text.split('-');
  const [from, to] = [dayNamed(first), dayNamed(last)];
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  return from <= to ? EVERY.slice(from - 1, to) : [...EVERY.slice(from - 1), ...EVERY.slice(0, to)];
}

const dayNamed = (name: string): Weekday | undefined =>
  BY_NAME.get(name) ?? EVERY.find((day) => String(day) === name);
