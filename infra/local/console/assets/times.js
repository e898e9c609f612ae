/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * @param {string} zone
 * @param {Intl.DateTimeFormatOptions} options
 */
function format(zone, options) {
  const key = zone + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });
  formats.set(key, known);
  return known;
}

/** @type {Intl.DateTimeFormatOptions} */
const minutes = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };

/**
 * `Tue 24 Nov, 09:26` in this zone.
 * @param {number} instant epoch ms
 * @param {string} zone IANA
 */
export const atMinute = (instant, zone) => format(zone, minutes).format(instant);

/**
 * `Tue 24 Nov 2026, 09:26:05` in this zone.
 * @param {number} instant
 * @param {string} zone
 */
export const atSecond = (instant, zone) =>
  format(zone, { ...minutes, year: 'numeric', second: '2-digit' }).format(instant);

/**
 * `09:26 UTC`, with the day where it is another one there.
 * @param {number} instant
 * @param {string} zone
 */
export function inUtc(instant, zone) {
  const day = /** @type {const} */ ({ day: 'numeric', month: 'short' });
  const time = format('UTC', { hour: '2-digit', minute: '2-digit' }).format(instant);
  const isSameDay = format('UTC', day).format(instant) === format(zone, day).format(instant);
  return isSameDay
    ? `${time} UTC`
    : `${format('UTC', { weekday: 'short', ...day }).format(instant)}, ${time} UTC`;
}

/**
 * `Tue 24 Nov, 09:26` as the wall clock of an ISO text with its offset shows it.
 * @param {string} iso
 */
export const wallClock = (iso) => atMinute(Date.parse(`${iso.slice(0, 19)}Z`), 'UTC');

/**
 * The instant at which the clocks of this zone show `wall` (`2026-11-23T18:40`), as ISO 8601 in UTC.
 * @param {string} wall
 * @param {string} zone
 */
export function instantOf(wall, zone) {
  const asUtc = Date.parse(`${wall.slice(0, 16)}:00Z`);
  if (Number.isNaN(asUtc)) return wall;
  // Twice, because the first guess may lie on the other side of a change of clocks.
  const once = asUtc - offsetAt(asUtc, zone);
  return new Date(asUtc - offsetAt(once, zone)).toISOString();
}

/**
 * What a `datetime-local` field shows for an instant in this zone.
 * @param {number} instant
 * @param {string} zone
 */
export const wallOf = (instant, zone) =>
  new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 16);

/**
 * @param {number} instant
 * @param {string} zone
 */
function offsetAt(instant, zone) {
  const parts = format(zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (/** @type {string} */ type) => parts.find((one) => one.type === type)?.value ?? '00';
  const wall = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`;
  return Date.parse(wall) - Math.floor(instant / 1000) * 1000;
}
