import { DAY, type Instant } from '../record.ts';
import type { Case, Page } from './case.ts';

/** A case that was acknowledged and never closed comes up again: days after it was due or taken, and then weekly. */
const STILL_OPEN_AFTER = 3 * DAY;
const REMINDERS_REPEAT = 7 * DAY;

type Next = NonNullable<Case['next']>;

/** Each reminder is a round of the ladder of its own: the first who can be told is reminded, and if none can, operators. */
export const firstReminder = ({ next, dueAt }: Case, acknowledgedAt: Instant): Next => ({
  at: Math.max(dueAt, acknowledgedAt) + STILL_OPEN_AFTER,
  step: 0,
  round: (next?.round ?? 0) + 1,
});

/** @param page the reminder that was handed over; until it is, its moment comes again as any step's of the ladder does */
export const nextReminder = ({ at, round }: Page): Next => ({
  at: at + REMINDERS_REPEAT,
  step: 0,
  round: round + 1,
});
