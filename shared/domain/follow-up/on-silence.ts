import { askedPlanOf } from '../protocols/protocol-of.ts';
import { MAX_ATTEMPTS } from '../protocols/protocol.ts';
import { HOUR } from '../record.ts';
import { planAfter } from '../time/plan-time.ts';
import type { CheckIn } from './check-in.ts';
import { missed } from './missed.ts';
import { otherChannel, usable, windowFor } from './reach.ts';
import { updateCheckIn, type Turn } from './turn.ts';

/** The answer deadline of an attempt has passed: a second attempt if there is time for it, else a person calls. */
export function silence(turn: Turn, checkIn: CheckIn): Turn {
  const next = nextAttempt(turn, checkIn);
  return next
    ? updateCheckIn(turn, checkIn.id, { ...next, state: 'scheduled', attempt: checkIn.attempt + 1 })
    : missed(turn, checkIn);
}

function nextAttempt(
  turn: Turn,
  checkIn: CheckIn,
): Pick<CheckIn, 'channel' | 'sendAt' | 'tooLateAt'> | undefined {
  const plan = askedPlanOf(turn.followUp);
  const unanswered = checkIn.attempts.filter((attempt) => attempt.reached !== 'failed').length;
  if (unanswered >= plan.machineAttempts || checkIn.attempt >= MAX_ATTEMPTS) return undefined;
  const { now, programme } = turn.context;
  const channel = [otherChannel(checkIn.channel), checkIn.channel].find((candidate) =>
    usable(turn.followUp, candidate, programme),
  );
  if (!channel) return undefined;
  const next = planAfter({ at: now, gapMinutes: 0, window: windowFor(turn.followUp, channel, programme) });
  if (next.kind === 'no-window' || next.at > checkIn.silentBy - HOUR) return undefined;
  return { channel, sendAt: next.at, tooLateAt: checkIn.silentBy };
}
