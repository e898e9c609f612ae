import type { Language } from '../programme.ts';

/** `+14105550100` as people in the US read it, `(410) 555-0100`; numbers from elsewhere stay as they are. */
export function formatPhone(e164: string): string {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  return match ? `(${match[1]}) ${match[2]}-${match[3]}` : e164;
}

/** A wall-clock moment. Temporal's ZonedDateTime and PlainDateTime fit as they are. */
export type LocalMoment = { year: number; month: number; day: number; hour: number; minute: number };

const WEEKDAYS = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  // Saturday has an accent that a text cannot carry in GSM-7, so that day is given by its date.
  es: ['el domingo', 'el lunes', 'el martes', 'el miércoles', 'el jueves', 'el viernes', undefined],
} as const satisfies Record<Language, readonly (string | undefined)[]>;

const MONTHS = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  es: ['ene.', 'feb.', 'mar.', 'abr.', 'mayo', 'jun.', 'jul.', 'ago.', 'sept.', 'oct.', 'nov.', 'dic.'],
} as const satisfies Record<Language, readonly string[]>;

/**
 * By when a call comes, in the client's own zone: `today by 5 pm`, `mañana antes de las 10:30 am`.
 * Both moments in that zone. At most 21 characters in English, 31 in Spanish, all of them in GSM-7.
 */
export function formatWhen(by: LocalMoment, now: LocalMoment, language: Language): string {
  const time = clock(by);
  const day = dayOf(by, now, language);
  if (language === 'en') return `${day} by ${time}`;
  return `${day} antes de ${/^1(:|\s)/.test(time) ? 'la' : 'las'} ${time}`;
}

function dayOf(by: LocalMoment, now: LocalMoment, language: Language): string {
  const days = Math.round((midnight(by) - midnight(now)) / 86_400_000);
  if (days === 0) return language === 'en' ? 'today' : 'hoy';
  if (days === 1) return language === 'en' ? 'tomorrow' : 'mañana';
  const weekday = WEEKDAYS[language][new Date(midnight(by)).getUTCDay()];
  if (days > 1 && days < 7 && weekday) return weekday;
  const month = MONTHS[language][by.month - 1] ?? '';
  return language === 'en' ? `${month} ${by.day}` : `el ${by.day} de ${month}`;
}

function midnight({ year, month, day }: LocalMoment): number {
  return Date.UTC(year, month - 1, day);
}

function clock({ hour, minute }: LocalMoment): string {
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes} ${hour < 12 ? 'am' : 'pm'}`;
}
