import type { Instant } from '../record.ts';
import { wallTimeAt } from '../time/local-time.ts';
import type { HoursRule } from './listing.ts';
import type { Report } from './report.ts';
import { cell, type SourceRow } from './source-row.ts';
import { readClockTime } from './values/read-clock-time.ts';
import { readInstant } from './values/read-instant.ts';
import { readWeekdays } from './values/weekdays.ts';

export type ScheduleContext = {
  readonly report: Report;
  readonly now: Instant;
  /** IANA, of the place. */
  readonly timeZone: string;
};

/** The rules of a row on the clock of the place; none where they cannot be moved to it. */
export function onClockOfPlace(
  rules: readonly HoursRule[],
  row: SourceRow,
  context: ScheduleContext,
): readonly HoursRule[] {
  const shift = shiftOf(row, context);
  const moved = rules.map((rule) => shifted(rule, shift));
  // The day before a first Tuesday is not always a first Monday.
  if (!moved.some(({ weekday, nth }, at) => nth !== undefined && weekday !== rules[at]?.weekday))
    return moved;
  const problem = 'days of a month by another clock: hours are not kept';
  context.report.warn(row, 'timezone', problem, { leftOut: true });
  return [];
}

/** Minutes to add, where times are told by an offset that is not the place's own, such as UTC. */
function shiftOf(row: SourceRow, { report, timeZone, now }: ScheduleContext): number {
  const stated = readClockTime(cell(row, 'opens_at'))?.offset ?? columnOffset(cell(row, 'timezone'));
  if (stated === undefined) return 0;
  const year = new Date(now).getUTCFullYear();
  const local = [Date.UTC(year, 0, 15), Date.UTC(year, 6, 15)].map(
    (at) => (wallTimeAt(at, timeZone) - at) / 60_000,
  );
  if (local.includes(stated)) return 0;
  const from = readInstant(cell(row, 'valid_from')) ?? readInstant(cell(row, 'dtstart')) ?? now;
  const shift = (wallTimeAt(from, timeZone) - from) / 60_000 - stated;
  const mended = `${shift > 0 ? '+' : ''}${shift} minutes, the clock of ${timeZone}`;
  report.warn(row, 'timezone', 'told by another clock than the place’s', { mended });
  return shift;
}

/** Hours east of UTC, such as -5; -300 are minutes. */
function columnOffset(text: string): number | undefined {
  const hours = Number(text);
  if (text === '' || !Number.isFinite(hours)) return undefined;
  return Math.abs(hours) <= 14 ? hours * 60 : hours;
}

const DAY = 1440;

function shifted(rule: HoursRule, minutes: number): HoursRule {
  if (minutes === 0 || (rule.from === 0 && rule.to === DAY)) return rule;
  const days = Math.floor((rule.from + minutes) / DAY);
  const from = rule.from + minutes - days * DAY;
  const weekday = (((rule.weekday - 1 + days) % 7) + 7) % 7;
  const [moved = rule.weekday] = readWeekdays(String(weekday + 1)) ?? [];
  return { ...rule, weekday: moved, from, to: from + rule.to - rule.from };
}
