import { DAY, type Instant } from '../record.ts';
import type { CheckIn } from './check-in.ts';
import type { FollowUp } from './follow-up.ts';

/** After its last step a follow-up stays attributable this long: late answers still find it. */
export const LINKED_AFTER_END = 14 * DAY;

/**
 * The earliest moment at which something is pending, or undefined for a document that waits for nothing.
 * This is the only schedule there is: cancelling a step removes it from here in the same write.
 */
export function nextDueAt(followUp: FollowUp): Instant | undefined {
  const times = [
    ...followUp.casesToRaise.map((waiting) => waiting.lookAt),
    ...followUp.casesToTell.map((waiting) => waiting.lookAt),
    ...followUp.outbox.flatMap((message) => (message.lookAt === undefined ? [] : [message.lookAt])),
    ...(followUp.status === 'held'
      ? followUp.checkIns.flatMap(dueWhileHeld)
      : followUp.checkIns.flatMap(dueOf)),
    ...(followUp.linkedUntil === undefined ? [] : [followUp.linkedUntil]),
  ];
  return times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b));
}

function dueOf(checkIn: CheckIn): Instant[] {
  if (checkIn.state === 'scheduled') return [checkIn.sendAt];
  if (checkIn.state === 'awaiting-answer' && checkIn.answerBy !== undefined) return [checkIn.answerBy];
  return [];
}

/** While a follow-up is held nothing is sent, but what was sent may still be missed and what is too late still ends. */
function dueWhileHeld(checkIn: CheckIn): Instant[] {
  return checkIn.state === 'scheduled' ? [checkIn.tooLateAt] : dueOf(checkIn);
}
