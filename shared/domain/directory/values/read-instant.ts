import type { Instant } from '../../record.ts';

/** A date or a moment as ISO 8601 writes them, or an American date; a date alone is its beginning in UTC. */
export function readInstant(text: string): Instant | undefined {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (american !== null) {
    const [, month = '', day = '', year = ''] = american;
    return onCalendar(Number(year), Number(month), Number(day));
  }
  const [, year, month, day, rest = ''] = /^(\d{4})-(\d{2})-(\d{2})(.*)$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date = onCalendar(Number(year), Number(month), Number(day));
  if (date === undefined || rest === '') return date;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(rest) ? rest : `${rest}Z`;
  const at = Date.parse(`${year}-${month}-${day}${zoned.replace(' ', 'T')}`);
  return Number.isNaN(at) ? undefined : at;
}

/** None for the 30th of February. */
function onCalendar(year: number, month: number, day: number): Instant | undefined {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 ? at : undefined;
}
