import { checkInPlanOf } from '../protocols/protocol-of.ts';
import { MAX_ATTEMPTS } from '../protocols/protocol.ts';
import { HOUR, type Instant } from '../record.ts';
import { planAfter } from '../time/plan-time.ts';
import { caseAbout } from './case-plans.ts';
import type { CheckIn } from './check-in.ts';
import { otherChannel, usable, windowFor } from './reach.ts';
import { endCheckIn, note, raise, updateCheckIn, type Turn } from './turn.ts';

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
  const plan = checkInPlanOf(turn.followUp);
  const unanswered = checkIn.attempts.filter((attempt) => attempt.reached !== 'failed').length;
  if (!plan || unanswered >= plan.machineAttempts || checkIn.attempt >= MAX_ATTEMPTS) return undefined;
  const { now, programme } = turn.context;
  const channel = [otherChannel(checkIn.channel), checkIn.channel].find((candidate) =>
    usable(turn.followUp, candidate, programme),
  );
  if (!channel) return undefined;
  const next = planAfter({ at: now, gapMinutes: 0, window: windowFor(turn.followUp, channel, programme) });
  if (next.kind === 'no-window' || next.at > checkIn.silentBy - HOUR) return undefined;
  return { channel, sendAt: next.at, tooLateAt: checkIn.silentBy };
}

/** Delivered, or not known not to be, and silent: a person notices. */
function missed(turn: Turn, checkIn: CheckIn): Turn {
  const plan = checkInPlanOf(turn.followUp);
  if (!plan) return turn;
  const { followUp, context } = turn;
  const firstMiss = firstUnansweredAt(checkIn) + plan.gapHours * HOUR;
  const call = caseAbout(followUp, 'missed-check-in', checkIn.id, {
    kind: plan.silence.kind,
    priority: followUp.raisedPriority && plan.silence.priority === 'routine' ? 'high' : plan.silence.priority,
    dueAt: Math.max(firstMiss + plan.silence.callWithinHours * HOUR, context.now + HOUR),
    checkIn: checkIn.id,
  });
  const ended = endCheckIn(turn, checkIn.id, 'missed', {
    caseId: call.id,
    detail: {
      attempts: checkIn.attempts.length,
      reached: checkIn.attempts.some((attempt) => attempt.reached === 'delivered'),
    },
  });
  return raise(note(ended, 'handed-to-staff', { why: 'missed', detail: { checkIn: checkIn.id } }), call);
}

function firstUnansweredAt(checkIn: CheckIn): Instant {
  return checkIn.attempts.find((attempt) => attempt.reached !== 'failed')?.at ?? checkIn.sendAt;
}
