import { readClockTime, type ClockTime } from './read-clock-time.ts';

/** Minutes after midnight; `to` beyond 1440 where it closes after midnight. */
export type OpeningReading =
  | { readonly kind: 'open'; readonly from: number; readonly to: number; readonly mended?: string }
  | { readonly kind: 'doubtful'; readonly problem: string };

const DAY = 1440;
const NOON = 720;
/** Who opens from five in the afternoon on may well close after midnight. */
const EVENING = 17 * 60;
/** A night shelter may close at noon; nothing that opens in the evening closes later. */
const LONGEST = 16 * 60;
/** A helpful office open by then is open at night; `7-10` is rarely meant so. */
const LATE = 22 * 60;

/** Opening and closing as somebody wrote them: `10:00` to `4:00` means four in the afternoon. */
export function readOpening(opens: string, closes: string): OpeningReading {
  const from = readClockTime(opens);
  const to = readClockTime(closes);
  if (from === undefined) return { kind: 'doubtful', problem: `${quoted(opens)} is not a time of day` };
  if (to === undefined) return { kind: 'doubtful', problem: `${quoted(closes)} is not a time of day` };
  if (isWholeDay(from, to)) return { kind: 'open', from: 0, to: DAY };
  if (to.minutes > from.minutes) return { kind: 'open', from: from.minutes, to: to.minutes };
  return readReversed(from, to);
}

/** 00:00 to 23:59, and 00:00 to 24:00 or 00:00. */
const isWholeDay = (from: ClockTime, to: ClockTime): boolean =>
  from.minutes === 0 && from.isCertain && (to.minutes >= DAY - 1 || (to.minutes === 0 && to.isCertain));

function readReversed(from: ClockTime, to: ClockTime): OpeningReading {
  const tonight = to.minutes + NOON;
  const isBare = !to.isCertain && to.minutes !== from.minutes;
  if (isBare && from.minutes < EVENING && tonight > from.minutes && tonight <= LATE)
    return {
      kind: 'open',
      from: from.minutes,
      to: tonight,
      mended: `${clock(from.minutes)}-${clock(tonight)}`,
    };
  const tomorrow = to.minutes + DAY;
  const isNight = from.minutes >= EVENING || to.minutes === 0;
  if (isNight && tomorrow - from.minutes <= LONGEST)
    return { kind: 'open', from: from.minutes, to: tomorrow };
  return { kind: 'doubtful', problem: 'closes before it opens' };
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const quoted = (text: string): string => (text === '' ? 'nothing' : `“${text}”`);
