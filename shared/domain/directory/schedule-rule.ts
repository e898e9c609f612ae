import type { HoursRule } from './listing.ts';
import { onClockOfPlace, type ScheduleContext } from './schedule-clock.ts';
import { cell, type SourceRow } from './source-row.ts';
import { readHoursText } from './values/read-hours-text.ts';
import { readInstant } from './values/read-instant.ts';
import { readOpening } from './values/read-opening.ts';
import { readWeekdays, type Weekday } from './values/weekdays.ts';

type Rules = readonly HoursRule[];
type Day = Pick<HoursRule, 'weekday' | 'nth'>;

/** The rules of one row: HSDS 3's recurrence or the weekday of HSDS 1.1 and Ohana. Empty where it cannot be kept. */
export function scheduleRules(row: SourceRow, context: ScheduleContext): Rules {
  const { report } = context;
  const said = cell(row, 'description');
  if (cell(row, 'opens_at') === '' && cell(row, 'closes_at') === '') {
    const rules = readHoursText(said);
    if (rules !== undefined)
      report.warn(row, 'description', 'hours in words: read', { mended: described(rules) });
    else report.warn(row, 'opens_at', 'no times: hours are not kept', { leftOut: true, value: said });
    return rules ?? [];
  }
  const days = daysOf(row, context);
  if (days === undefined) return [];
  const opening = readOpening(cell(row, 'opens_at'), cell(row, 'closes_at'));
  if (opening.kind === 'doubtful') {
    report.warn(row, 'closes_at', `${opening.problem}: hours are not kept`, { leftOut: true });
    return [];
  }
  if (opening.mended !== undefined)
    report.warn(row, 'closes_at', 'closes before it opens: read as the afternoon', {
      mended: opening.mended,
    });
  report.use(row);
  return onClockOfPlace(
    days.map((day) => ({ ...day, from: opening.from, to: opening.to })),
    row,
    context,
  );
}

/** Undefined where the row says something that weekly hours cannot hold, or nothing about days. */
function daysOf(row: SourceRow, { report, now }: ScheduleContext): readonly Day[] | undefined {
  const leave = (field: string, problem: string) => {
    report.warn(row, field, `${problem}: hours are not kept`, { leftOut: true });
    return undefined;
  };
  const weekday = cell(row, 'weekday');
  if (weekday !== '') {
    const days = readWeekdays(weekday);
    return days === undefined ? leave('weekday', 'not a weekday') : days.map((day) => ({ weekday: day }));
  }
  const until = readInstant(cell(row, 'until'));
  if (until !== undefined && until + 86_400_000 <= now) return leave('until', 'it is over');
  for (const field of ['byweekno', 'bymonthday', 'byyearday'])
    if (cell(row, field) !== '' && !(cell(row, 'byday') !== '' && isIgnored(row, field)))
      return leave(field, 'not by the week');
  if (Number(cell(row, 'interval') || '1') !== 1) return leave('interval', 'not every week');
  const days = readByday(cell(row, 'byday'), cell(row, 'freq').toUpperCase(), row);
  return days ?? leave(cell(row, 'byday') === '' ? 'byday' : 'freq', 'which days is not clear');
}

/** Days of the month say nothing where it recurs by the week, and the other way round. */
const isIgnored = (row: SourceRow, field: string): boolean => {
  const freq = cell(row, 'freq').toUpperCase();
  return (
    field === 'byyearday' ||
    (field === 'bymonthday' && freq === 'WEEKLY') ||
    (field === 'byweekno' && freq === 'MONTHLY')
  );
};

const RRULE_DAYS: Readonly<Record<string, Weekday>> = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 };

/** `MO,TU` of every week; `2MO`, `-1FR` of a month. RFC 5545 takes the day of the start where none is named. */
function readByday(byday: string, freq: string, row: SourceRow): readonly Day[] | undefined {
  if (freq !== '' && freq !== 'WEEKLY' && freq !== 'MONTHLY') return undefined;
  if (byday === '') {
    const start = readInstant(cell(row, 'dtstart'));
    if (start === undefined || freq !== 'WEEKLY') return undefined;
    const day = readWeekdays(String(new Date(start).getUTCDay() || 7));
    return day?.map((weekday) => ({ weekday }));
  }
  const days: Day[] = [];
  const parts = byday.toUpperCase().split(/[\s,]/);
  for (const part of parts.filter((part) => part !== '')) {
    const [, ordinal = '', name = ''] = /^([+-]?\d)?([A-Z]{2})$/.exec(part) ?? [];
    const weekday = RRULE_DAYS[name];
    const nth = nthOf(ordinal);
    if (weekday === undefined || nth === undefined || (ordinal !== '' && freq !== 'MONTHLY'))
      return undefined;
    days.push({ weekday, ...(nth.length > 0 && { nth }) });
  }
  return days;
}

/** -2 and beyond have no place in a rule. */
function nthOf(ordinal: string): NonNullable<HoursRule['nth']> | undefined {
  if (ordinal === '') return [];
  const number = Number(ordinal);
  const nth = ([1, 2, 3, 4, 5, -1] as const).find((one) => one === number);
  return nth === undefined ? undefined : [nth];
}

const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const described = (rules: Rules): string =>
  rules.map(({ weekday, from, to }) => `${NAMES[weekday - 1]} ${from / 60}-${to / 60}`).join(', ');
