import { DAY, type Instant } from '../record.ts';
import { type ContactWindow, type Hours, type Interval, isOpen, nextOpen } from './contact-window.ts';
import { dayNumberAt, startOfDay, weekdayOf } from './local-time.ts';
import { type HoursRange, clockTime } from './week-hours.ts';

/**
 * When people work, on the agency's clock. Holidays are not known: a deadline may fall on one, and the ladder then finds
 * somebody. An agency that closes on holidays has to say so in its hours.
 */
export type StaffedTime = { readonly staffedHours: Hours; readonly timeZone: string };

/** Too little left of a working day to promise a call in it. */
const ENOUGH_OF_A_DAY = 60 * 60_000;

export function isStaffed(at: Instant, staffed: StaffedTime): boolean {
  return isOpen(at, windowOf(staffed));
}

/** The stretch that is staffed at `at` (then it starts at `at`) or else the next one, within two weeks. */
export function nextStaffed(at: Instant, staffed: StaffedTime): Interval | undefined {
  return nextOpen(at, windowOf(staffed));
}

/**
 * "By the next business day": the end of the last staffed stretch on the first day after today on which people work.
 * Hours without any time in them give tomorrow's same hour, so that a deadline there always is.
 */
export function endOfNextStaffedDay(at: Instant, staffed: StaffedTime): Instant {
  const { timeZone } = staffed;
  const next = nextStaffed(startOfDay(dayNumberAt(at, timeZone) + 1, timeZone), staffed);
  if (!next) return at + DAY;
  const midnight = startOfDay(dayNumberAt(next.start, timeZone) + 1, timeZone);
  let end = Math.min(next.end, midnight);
  for (;;) {
    const more = nextStaffed(end, staffed);
    if (!more || more.start >= midnight) return end;
    end = Math.min(more.end, midnight);
  }
}

const WORDS = {
  en: {
    today: 'today',
    tomorrow: 'tomorrow',
    days: ['on Monday', 'on Tuesday', 'on Wednesday', 'on Thursday', 'on Friday', 'on Saturday', 'on Sunday'],
    nextWeek: 'next week',
    later: 'as soon as we can',
  },
  // No á, í, ó, ú: each would turn a text of one segment into three. So no "sábado".
  es: {
    today: 'hoy',
    tomorrow: 'mañana',
    days: [
      'el lunes',
      'el martes',
      'el miércoles',
      'el jueves',
      'el viernes',
      'el fin de semana',
      'el domingo',
    ],
    nextWeek: 'la semana que viene',
    later: 'en cuanto se pueda',
  },
} as const;

/** The stretch in which a call that is promised now can be made: with an hour or more of it left. */
function nextForACall(at: Instant, staffed: StaffedTime): Interval | undefined {
  const next = nextStaffed(at, staffed);
  return next && next.end - next.start < ENOUGH_OF_A_DAY ? nextStaffed(next.end, staffed) : next;
}

/**
 * By when a call must have been made that `whenText` promises at the same moment: an hour before the people whom it
 * speaks of go home, so that somebody who is reminded then can still keep the promise.
 */
export function callBy(at: Instant, staffed: StaffedTime): Instant {
  const next = nextForACall(at, staffed);
  if (!next) return at + DAY;
  // Where people work through the night, or always, "today" still ends at midnight.
  const midnight = startOfDay(dayNumberAt(next.start, staffed.timeZone) + 1, staffed.timeZone);
  const end = Math.min(next.end, midnight);
  if (end - next.start >= ENOUGH_OF_A_DAY) return end - ENOUGH_OF_A_DAY;
  return Math.min(next.start + ENOUGH_OF_A_DAY / 2, Math.max(next.end - ENOUGH_OF_A_DAY, next.start));
}

/**
 * When people are there next with an hour or more to call, as the reader of a text would say it, at most 24 characters:
 * "today", "tomorrow", "on Monday". `readerZone` is the client's, where it differs from the agency's; `after` is the
 * moment from which people may call, where that is not now.
 */
export function whenText(
  at: Instant,
  language: 'en' | 'es',
  staffed: StaffedTime,
  readerZone: string = staffed.timeZone,
  after: Instant = at,
): string {
  const words = WORDS[language];
  const next = nextForACall(after, staffed);
  if (!next) return words.later;
  const day = dayNumberAt(next.start, readerZone);
  const ahead = day - dayNumberAt(at, readerZone);
  if (ahead === 0) return words.today;
  if (ahead === 1) return words.tomorrow;
  return (ahead < 7 ? words.days[weekdayOf(day)] : undefined) ?? words.nextWeek;
}

/**
 * `at` itself outside the quiet hours, else the moment at which they end. `from` after `to` goes over midnight; equal
 * ones are no quiet hours at all.
 */
export function afterQuietHours(at: Instant, quiet: { from: string; to: string }, zone: string): Instant {
  const overMidnight = clockTime(quiet.from) > clockTime(quiet.to);
  const awake: HoursRange[] = overMidnight
    ? [{ from: quiet.to, to: quiet.from }]
    : [
        { from: '00:00', to: quiet.from },
        { from: quiet.to, to: '24:00' },
      ];
  return nextOpen(at, { zones: [zone], agencyWindow: awake })?.start ?? at;
}

function windowOf({ staffedHours, timeZone }: StaffedTime): ContactWindow {
  return { zones: [timeZone], agencyWindow: staffedHours };
}
