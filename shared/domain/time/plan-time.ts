import { DAY, HOUR, MINUTE, type Instant } from '../record.ts';
import { type ContactWindow, type Interval, SEARCH_DAYS, openIntervals } from './contact-window.ts';
import { jitterMs } from './jitter.ts';

/**
 * A time to send, or that there is none: then a person has to do it. `windowEndsAt` is when the window that was chosen
 * closes, at least half an hour after `at`.
 */
export type Plan<Because extends string> =
  { kind: 'planned'; at: Instant; windowEndsAt: Instant; because: Because } | { kind: 'no-window' };

/** What is handed over closer to the end of a window may be shown after it. */
export const ROOM_BEFORE_END = 30 * MINUTE;
/** How much of a window's beginning messages are spread over. */
export const JITTER = 45 * MINUTE;
/** Nothing is sent sooner after a session was closed, even where the ceiling is near. */
export const SOONEST_AFTER_CLOSING = HOUR;
/** What goes wrong on the way costs time: a window that opens closer to the ceiling is no safe plan. */
const ROOM_BEFORE_CEILING = 2 * HOUR;

export type FirstPlanRequest = {
  closedAt: Instant;
  /** The latest moment, counted from closing. */
  ceilingMinutes: number;
  /** 12 h unless the protocol says otherwise. */
  minDelayMinutes?: number;
  /** How long the client has to answer. */
  gapMinutes: number;
  window: ContactWindow;
  /** Spreads messages; equal keys give equal times. */
  jitterKey: string;
  /** Where planning happens later than closing: nothing is planned before it. */
  notBefore?: Instant;
};

/**
 * When the first check-in goes. "Due" is the latest moment: never after the ceiling, which wins over all else but the
 * window. Below it, in this order:
 *
 * 1. `open-already`: the window is open when the delay (12 h) has passed, and a whole answer time fits before it
 *    closes: then at that moment. Waiting for tomorrow's opening would leave a client alone a day longer for nothing.
 * 2. `opening`: the first window that opens after the delay, at its beginning, so that the answer time falls into the
 *    day. This is the usual case, and at low tier, where the answer time is longer than a day's window, the only one.
 * 3. `ceiling`: no window opens between the delay and two hours before the ceiling (high tier, closed between evening
 *    and morning; moderate tier, closed in the evening). The last window before that, in it as late as the delay asks
 *    and as early as the answer time asks: so a session closed at 05:00 is texted at 16:00, not at 17:00, with an
 *    answer time of 4 h and a window to 20:00. This may be sooner than the delay, never within an hour of closing.
 *
 * Where all that is left lies in the two hours before the ceiling, the first of it. All leave half an hour before the
 * window closes. Jitter never breaks a limit named above.
 */
export function planFirst(request: FirstPlanRequest): Plan<'open-already' | 'opening' | 'ceiling'> {
  const { closedAt, window, gapMinutes, notBefore = closedAt } = request;
  const gap = gapMinutes * MINUTE;
  const ceiling = closedAt + request.ceilingMinutes * MINUTE;
  const delayed = closedAt + (request.minDelayMinutes ?? 12 * 60) * MINUTE;
  const soonest = Math.max(closedAt + SOONEST_AFTER_CLOSING, notBefore);
  const early = Math.max(delayed, soonest);
  const open = openIntervals({ ...window, from: closedAt, to: ceiling + DAY });
  const inTime = slotsIn(open, { soonest, latest: ceiling });
  const roomy = inTime.filter(({ lo }) => lo <= ceiling - ROOM_BEFORE_CEILING);
  const slots = roomy.length > 0 ? roomy : inTime.slice(0, 1);

  const already = slots.find((slot) => slot.start < early && early <= slot.hi && early + gap <= slot.end);
  if (already) return planAt(already, early, gap, request.jitterKey, 'open-already');
  const opening = slots.find((slot) => slot.start >= delayed);
  if (opening) return planAt(opening, opening.lo, gap, request.jitterKey, 'opening');
  const last = slots.at(-1);
  if (!last) return { kind: 'no-window' };
  const wished = Math.min(early, last.end - gap);
  return planAt(last, Math.min(Math.max(last.lo, wished), last.hi), gap, request.jitterKey, 'ceiling');
}

type Slot = Interval & { lo: Instant; hi: Instant };

/** The intervals in which something may be sent, and between which moments. */
function slotsIn(
  open: readonly Interval[],
  { soonest, latest = Infinity }: { soonest: Instant; latest?: Instant },
): Slot[] {
  return open.flatMap((interval) => {
    const lo = Math.max(interval.start, soonest);
    const hi = Math.min(interval.end - ROOM_BEFORE_END, latest);
    return lo <= hi ? [{ ...interval, lo, hi }] : [];
  });
}

/** `at` and some jitter, which leaves room for the answer where there was room. */
function planAt<Because extends string>(
  slot: Slot,
  at: Instant,
  gap: number,
  jitterKey: string,
  because: Because,
): Plan<Because> {
  const answerable = slot.end - gap;
  const latest = answerable >= at ? Math.min(slot.hi, answerable) : slot.hi;
  return {
    kind: 'planned',
    at: at + jitterMs(jitterKey, Math.min(JITTER, latest - at)),
    windowEndsAt: slot.end,
    because,
  };
}

/**
 * For reminders: the first moment that is open, `gapMinutes` or more after `at`, with half an hour left before the
 * window closes. Looks two weeks ahead.
 */
export function planAfter({
  at,
  gapMinutes,
  window,
}: {
  at: Instant;
  gapMinutes: number;
  window: ContactWindow;
}): Plan<'after-gap'> {
  const soonest = at + gapMinutes * MINUTE;
  for (const days of [2, SEARCH_DAYS]) {
    const to = soonest + days * DAY;
    const [slot] = slotsIn(openIntervals({ ...window, from: soonest, to }), { soonest });
    // A window that goes on past what was looked at ends later than it seems: look further.
    if (slot && (slot.end < to || days === SEARCH_DAYS))
      return { kind: 'planned', at: slot.lo, windowEndsAt: slot.end, because: 'after-gap' };
  }
  return { kind: 'no-window' };
}
