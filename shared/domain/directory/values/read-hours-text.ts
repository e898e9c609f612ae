import type { HoursRule } from '../listing.ts';
import { readOpening } from './read-opening.ts';
import { readWeekdays, type Weekday } from './weekdays.ts';

const TIME = '(?:\\d{1,2}(?:[:.]\\d{2})?\\s{0,3}(?:[ap]\\.?\\s?m\\.?)?|noon|midnight)';
/** Days have no digits, and are looked at word by word: no pattern within a pattern that could try for ever. */
const SEGMENT = new RegExp(
  `^([^\\d]{1,80}?)[\\s:,]{0,9}(?:from\\s{1,9})?` +
    `(?:(${TIME})\\s{0,9}(?:[-–—]|to|until)\\s{0,9}(${TIME})|(24 hours(?: a day)?|24/7)|(closed))$`,
  'i',
);
/** Longer is a story. */
const LONGEST = 300;

/**
 * Weekly hours from prose, only where every word of it is understood: `Mon-Fri 9am-5pm; Sat 10:00-4:00`, `24/7`.
 * None for anything else, such as `Mon-Fri by appointment`.
 */
export function readHoursText(text: string): readonly HoursRule[] | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = text
    .trim()
    .replace(/[.;]+$/, '')
    .replaceAll(/\b7 days a week\b/gi, 'daily');
  if (/^(?:24 hours(?: a day)?(?:,? daily)?|24\/7|open 24 hours)$/i.test(plain)) return everyDay(0, 1440);
  const rules: HoursRule[] = [];
  for (const segment of segmentsOf(plain)) {
    const read = readSegment(segment);
    if (read === undefined) return undefined;
    rules.push(...read);
  }
  return rules.length > 0 ? rules : undefined;
}

/** At semicolons and new lines, and at commas and `and` between a time and a word. */
function segmentsOf(text: string): string[] {
  const days = new RegExp(
    `(?<=\\d|[ap]\\.?\\s?m\\.?|noon|midnight|hours|closed)\\s*(?:,|\\band\\b|&)\\s*(?=[a-z])`,
    'gi',
  );
  return text
    .replaceAll(days, ';')
    .split(/[;\n]/)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
}

function readSegment(segment: string): readonly HoursRule[] | undefined {
  const [, days = '', opens, closes, always, closed] = SEGMENT.exec(segment) ?? [];
  const weekdays = readWeekdays(days);
  if (weekdays === undefined) return undefined;
  if (closed !== undefined) return [];
  if (always !== undefined) return weekdays.map((weekday) => ({ weekday, from: 0, to: 1440 }));
  if (opens === undefined || closes === undefined) return undefined;
  const [from, to] = withHalves(opens, closes);
  if (isAnybodysGuess(from)) return undefined;
  const opening = readOpening(from, to);
  return opening.kind === 'open'
    ? weekdays.map((weekday) => ({ weekday, from: opening.from, to: opening.to }))
    : undefined;
}

/** `9-5pm` opens in the morning, `1-4pm` in the afternoon: the half of the day that makes it the shorter. */
function withHalves(opens: string, closes: string): readonly [string, string] {
  const [from, to] = [plainTime(opens), plainTime(closes)];
  if (/[ap]m|noon|midnight/.test(from) || !to.endsWith('pm')) return [from, to];
  return hourOf(from) % 12 < hourOf(to) % 12 ? [`${from}pm`, to] : [`${from}am`, to];
}

/** `1-4` without a word about morning or afternoon. */
const isAnybodysGuess = (time: string): boolean => !/[a-z]/.test(time) && hourOf(time) < 6;

const plainTime = (text: string): string => text.toLowerCase().replaceAll(/[\s.](?=[apm.]|$)/g, '');

const hourOf = (text: string): number => Number.parseInt(text, 10);

const everyDay = (from: number, to: number): HoursRule[] =>
  ([1, 2, 3, 4, 5, 6, 7] satisfies Weekday[]).map((weekday) => ({ weekday, from, to }));
