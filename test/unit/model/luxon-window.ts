import { DateTime } from 'luxon';
import type { ContactWindow, Hours } from '#shared/domain/time/contact-window.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const MINUTE = 60_000;

/** Whether the rule lets a message go, read off luxon's clocks; shares no arithmetic with the code. */
export function isOpenOnClocks(at: number, { zones, agencyWindow, safeHours }: ContactWindow): boolean {
  return (
    zones.length > 0 &&
    zones.every((zone) => {
      const clock = DateTime.fromMillis(at, { zone });
      return inHours(clock, agencyWindow) && (safeHours === undefined || inHours(clock, safeHours));
    })
  );
}

function inHours(clock: DateTime, hours: Hours): boolean {
  const time = clock.hour * 60 + clock.minute;
  const day = DAYS[clock.weekday - 1] ?? 'MO';
  return hours.some(
    ({ from, to, days }) => minutes(from) <= time && time < minutes(to) && (days?.includes(day) ?? true),
  );
}

const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** Whether it is open at every fifth minute from `from` on, and in the last moment before `to`. */
export function isOpenAllAlong(from: number, to: number, window: ContactWindow): boolean {
  for (let at = from; at < to; at += 5 * MINUTE) if (!isOpenOnClocks(at, window)) return false;
  return isOpenOnClocks(to - 1, window);
}
