import type { Instant } from '../record.ts';
import { type ContactWindow, type Interval, openIntervals } from './contact-window.ts';
import { fractionOf, jitterMs } from './jitter.ts';
import { dayNumberAt, startOfDay } from './local-time.ts';
import { JITTER, type Plan, ROOM_BEFORE_END } from './plan-time.ts';

export type DayPlanRequest = {
  closedAt: Instant;
  /** Calendar days after the day of closing, in the first of the window's zones. */
  days: number;
  window: ContactWindow;
  /** Spreads messages; equal keys give equal times. */
  jitterKey: string;
  /** How many days later it may be where the day itself has no open hours. */
  slackDays?: number;
  /** Where planning happens late: nothing is planned before it. */
  notBefore?: Instant;
};

type DayPlan = Plan<'on-day' | 'later-day'>;

/** On the calendar day `days` after closing, early: at the beginning of the day's first open interval, and some jitter. */
export function planOnDay(request: DayPlanRequest): DayPlan {
  return planDay(request, request.days, ({ start, end }) =>
    jitterMs(request.jitterKey, Math.min(JITTER, end - ROOM_BEFORE_END - start)),
  );
}

/**
 * For caring contacts, which read as spam at a fixed time: another time of day and another spacing each, always the same
 * for the same key. In the first 60 % of the day's first open interval, so that answers come while people are there.
 * Up to `spreadDays` (2) sooner or later, but a day less for each week short of the second: the next day stays the next
 * day. (Caring Contacts toolkit of the University of Washington.)
 */
export function varyTime(request: DayPlanRequest & { spreadDays?: number }): DayPlan {
  const spread = Math.max(0, Math.min(request.spreadDays ?? 2, Math.floor(request.days / 7)));
  const shift = Math.floor(fractionOf(`${request.jitterKey}/day`) * (2 * spread + 1)) - spread;
  return planDay(request, request.days + shift, ({ start, end }) =>
    jitterMs(`${request.jitterKey}/time`, Math.min(0.6 * (end - start), end - ROOM_BEFORE_END - start)),
  );
}

function planDay(
  { closedAt, window, slackDays = 3, notBefore = -Infinity }: DayPlanRequest,
  days: number,
  delayIn: (slot: Interval) => number,
): DayPlan {
  const zone = window.zones[0];
  if (zone === undefined) return { kind: 'no-window' };
  const wanted = dayNumberAt(closedAt, zone) + days;
  for (let day = wanted; day <= wanted + slackDays; day += 1) {
    const from = Math.max(startOfDay(day, zone), notBefore);
    const to = startOfDay(day + 1, zone);
    // The day's own interval ends at midnight here even where the window goes on: early enough for all that follows.
    const slot = openIntervals({ ...window, from, to }).find(
      ({ start, end }) => end - start >= ROOM_BEFORE_END,
    );
    if (!slot) continue;
    const at = slot.start + delayIn(slot);
    return {
      kind: 'planned',
      at,
      windowEndsAt: slot.end,
      because: day === wanted ? 'on-day' : 'later-day',
    };
  }
  return { kind: 'no-window' };
}
