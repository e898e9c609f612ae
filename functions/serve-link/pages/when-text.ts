import type { Instant } from '#shared/domain/record.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import { markup, type Markup } from './markup.ts';

// Making one takes far longer than using it, and a page shows many times.
const clocks = new Map<string, Intl.DateTimeFormat>();

/** `Mon, Nov 23, 12:10 PM EST`: the agency's clock, with the name of its zone, so that no hour comes twice. */
export function clockText(at: Instant, timeZone: string): string {
  const clock = clocks.get(timeZone) ?? clockOf(timeZone);
  clocks.set(timeZone, clock);
  return clock.format(at);
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });
}

/** `in 10 minutes`, `5 minutes ago`, `just now`: whole units, the largest that fits. */
export function relativeText(at: Instant, now: Instant): string {
  const away = Math.abs(at - now);
  if (away < MINUTE) return at > now ? 'within a minute' : 'just now';
  const [unit, length] =
    away < 2 * HOUR
      ? (['minute', MINUTE] as const)
      : away < 2 * DAY
        ? (['hour', HOUR] as const)
        : (['day', DAY] as const);
  const count = Math.floor(away / length);
  const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return at > now ? `in ${words}` : `${words} ago`;
}

export type Clock = { now: Instant; timeZone: string };

/** Both: `in 10 minutes (Mon, Nov 23, 12:10 PM EST)`. */
export function whenText(at: Instant, { now, timeZone }: Clock): string {
  return `${relativeText(at, now)} (${clockText(at, timeZone)})`;
}

export function dueText(at: Instant, clock: Clock): string {
  return `${at < clock.now ? 'Overdue, ' : ''}${whenText(at, clock)}`;
}

export function timeTag(at: Instant, clock: Clock): Markup {
  return markup`<time datetime="${new Date(at).toISOString()}">${whenText(at, clock)}</time>`;
}
