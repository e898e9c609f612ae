import type { Instant } from '../record.ts';
import type { Hours, HoursRule } from './listing.ts';
import { cell, type SourceRow } from './source-row.ts';
import type { ScheduleContext } from './schedule-clock.ts';
import { scheduleRules } from './schedule-rule.ts';
import { readHoursText } from './values/read-hours-text.ts';
import { readInstant } from './values/read-instant.ts';

const DAY = 86_400_000;

/**
 * Weekly hours from the schedules of a service at a place, from the hours that a column tells in words, or from a line
 * of its description that begins with Hours. None: not known, which is not closed.
 */
export function hoursOf(
  service: SourceRow,
  schedules: readonly SourceRow[],
  context: ScheduleContext,
): Hours | undefined {
  const stated = ofSchedules(schedules, context);
  if (stated !== undefined) return stated;
  const rules = ofWords(service, context);
  return rules === undefined ? undefined : { timeZone: context.timeZone, rules };
}

function ofSchedules(schedules: readonly SourceRow[], context: ScheduleContext): Hours | undefined {
  const stated = schedules.flatMap((row) => ofRow(row, context));
  const isOver = ({ until }: Stated) => until !== undefined && until <= context.now;
  const current = stated.filter((one) => !isOver(one));
  for (const { row } of stated.filter(isOver))
    if (current.length > 0)
      context.report.warn(row, 'valid_to', 'no longer valid: hours are not kept', { leftOut: true });
    else context.report.warn(row, 'valid_to', 'no longer vouched for: hours count as unknown');
  const kept = current.length > 0 ? current : stated;
  if (kept.length === 0) return undefined;
  const ends = kept.flatMap(({ until }) => until ?? []);
  const validTo = ends.length > 0 ? { validTo: Math.min(...ends) } : {};
  return { timeZone: context.timeZone, rules: distinct(kept.flatMap(({ rules }) => rules)), ...validTo };
}

type Stated = {
  readonly row: SourceRow;
  readonly rules: readonly HoursRule[];
  /** The end of the last day that somebody vouches for. */
  readonly until?: Instant;
};

function ofRow(row: SourceRow, context: ScheduleContext): readonly Stated[] {
  const from = readInstant(cell(row, 'valid_from'));
  if (from !== undefined && from > context.now) {
    context.report.warn(row, 'valid_from', 'not valid yet: hours are not kept', { leftOut: true });
    return [];
  }
  const rules = scheduleRules(row, context);
  const to = readInstant(cell(row, 'valid_to'));
  return rules.length === 0 ? [] : [{ row, rules, ...(to !== undefined && { until: to + DAY }) }];
}

/** Times that a text gives for other things, such as a class, are not the hours of a service. */
const LABELLED =
  /^[\s\d)•*-]*(?:office\s+|business\s+)?hours(?:\s+of\s+operation|\s+open)?\s*:\s*([^\n]{3,200})$/im;

function ofWords(service: SourceRow, { report }: ScheduleContext): readonly HoursRule[] | undefined {
  for (const field of ['hours', 'description', 'application_process']) {
    const text = field === 'hours' ? cell(service, field) : LABELLED.exec(cell(service, field))?.[1];
    if (text === undefined || text === '') continue;
    const rules = readHoursText(text);
    if (rules !== undefined) return distinct(rules);
    report.warn(service, field, 'hours in words that are not clear: unknown', { value: text });
  }
  return undefined;
}

const distinct = (rules: readonly HoursRule[]): HoursRule[] => [
  ...new Map(
    rules.map((rule) => [JSON.stringify([rule.weekday, rule.nth, rule.from, rule.to]), rule]),
  ).values(),
];
