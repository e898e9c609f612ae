import type { Instant } from '../../record.ts';

const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](.+))?$/;

/** A date or a moment as ISO 8601 writes them, or an American date; a date alone is its beginning in UTC. */
export function readInstant(text: string): Instant | undefined {
  const [, year, month, day, time = '00:00Z'] = DATE.exec(text.replace(AMERICAN, '$3-$1-$2')) ?? [];
  const date = onCalendar(Number(year), Number(month), Number(day));
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(time) ? time : `${time}Z`;
  const sinceMidnight = Date.parse(`1970-01-01T${zoned}`);
  return date === undefined || Number.isNaN(sinceMidnight) ? undefined : date + sinceMidnight;
}

/** None for the 30th of February. */
function onCalendar(year: number, month: number, day: number): Instant | undefined {
  const at = Date.UTC(year, month - 1, day);
  return new Date(at).getUTCMonth() === month - 1 && year >= 1900 ? at : undefined;
}
