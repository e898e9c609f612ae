/** A time of day as somebody wrote it. */
export type ClockTime = {
  /** Minutes after midnight, as written: `3:30` is 210 whether it means night or afternoon. */
  readonly minutes: number;
  /** Morning or afternoon was said, or the hour cannot be of a twelve-hour clock. */
  readonly isCertain: boolean;
  /** Said by an offset from UTC, in minutes. */
  readonly offset?: number;
};

const CLOCK =
  /^(\d{1,2})(?:[:.](\d{2})(?::\d{2}(?:\.\d+)?)?)?\s*(a|p|am|pm|a\.m\.?|p\.m\.?)?\s*(z|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;

/** `9:30 am`, `17:00`, `10:00:00-05:00`, `1700`, `noon`; none for anything else. */
export function readClockTime(text: string): ClockTime | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === 'noon' || plain === '12 noon') return { minutes: 720, isCertain: true };
  if (plain === 'midnight' || plain === '12 midnight') return { minutes: 0, isCertain: true };
  const colon = plain.replace(/^(\d{2})(\d{2})/, '$1:$2');
  const [, hours = '', minutes = '0', half = '', zone] = CLOCK.exec(colon) ?? [];
  const hour = Number(hours);
  if (hours === '' || hour > 24 || Number(minutes) > 59 || (hour === 24 && Number(minutes) > 0))
    return undefined;
  // `9-10` is no nine o'clock somewhere else.
  if (zone !== undefined && !/[:.]/.test(colon)) return undefined;
  if (half !== '' && (hour < 1 || hour > 12)) return undefined;
  const shifted = half === '' ? hour : (hour % 12) + (half.startsWith('p') ? 12 : 0);
  const isCertain = half !== '' || hour > 12 || hour === 0 || zone !== undefined;
  return {
    minutes: shifted * 60 + Number(minutes),
    isCertain,
    ...(zone !== undefined && { offset: readOffset(zone) }),
  };
}

/** Minutes east of UTC: `-05:00`, `-0500`, `Z`. */
function readOffset(zone: string): number {
  const [hours = 0, minutes = 0] = (zone.match(/\d{2}/g) ?? []).map(Number);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
