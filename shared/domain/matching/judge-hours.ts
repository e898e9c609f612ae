import { DAY, type Instant } from '../record.ts';
import { dayNumberAt, instantOf, weekdayOf } from '../time/local-time.ts';
import { weekOf } from '../time/week-hours.ts';
import type { Interval } from '../time/intervals.ts';
import { type HoursPattern, isOpenAt, isOpenBetween } from './hours-pattern.ts';
import { against, inFavour, type Judgement } from './judgement.ts';
import type { MatchQuery } from './match-query.ts';
import { WEIGHTS } from './weights.ts';

/** When the client asks or can call: worked out once for all listings. */
export type CallTimes = { readonly at: Instant; readonly within?: readonly Interval[] };

const DAYS_AHEAD = 7;

export function callTimes({ at, canCall }: MatchQuery): CallTimes {
  if (!canCall) return { at };
  const { timeZone, hours } = canCall;
  const week = weekOf(hours);
  const today = dayNumberAt(at, timeZone);
  const within = Array.from({ length: DAYS_AHEAD + 1 }, (_, ahead) => today + ahead).flatMap((day) =>
    (week[weekdayOf(day)] ?? []).map(({ start, end }) => ({
      start: Math.max(at, instantOn(day, start, timeZone)),
      end: Math.min(at + DAYS_AHEAD * DAY, instantOn(day, end, timeZone)),
    })),
  );
  return { at, within: within.filter(({ start, end }) => start < end) };
}

const instantOn = (day: number, sinceMidnight: number, timeZone: string): Instant =>
  instantOf(day * DAY + sinceMidnight, timeZone);

/** Whether somebody answers now, or when the client can call within a week. */
export function judgeHours(pattern: HoursPattern | undefined, { at, within }: CallTimes): Judgement {
  const { hours: weights } = WEIGHTS;
  if (!pattern) return against(weights.notSaid, 'hours:unknown');
  if (pattern.validUntil <= at) return against(weights.notSaid, 'hours:out-of-date');
  const canCallNow = !within || within.some(({ start }) => start <= at);
  if (canCallNow && isOpenAt(pattern, at)) return inFavour(weights.openNow, 'open-now');
  if (within) {
    const isOpen = within.some(({ start, end }) => isOpenBetween(pattern, start, end));
    return isOpen
      ? inFavour(weights.openWhenCalling, 'open-when-client-can-call')
      : against(weights.closed, 'closed-when-client-can-call');
  }
  return isOpenBetween(pattern, at, at + DAY)
    ? against(weights.opensWithinADay, 'opens-within-a-day')
    : against(weights.closed, 'closed-now');
}
