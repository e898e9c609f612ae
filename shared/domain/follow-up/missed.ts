import { askedPlanOf } from '../protocols/protocol-of.ts';
import { HOUR, type Instant } from '../record.ts';
import { caseAbout } from './case-plans.ts';
import type { CheckIn } from './check-in.ts';
import { endCheckIn, note, raise, type Turn } from './turn.ts';

/** An earlier attempt reached the client, as far as is known, and was not answered: what became of a later one changes nothing. */
export const wasAskedInVain = ({ attempts }: CheckIn): boolean =>
  attempts.some(({ reached }) => reached !== 'failed');

/** Delivered, or not known not to be, and silent: a person notices. */
export function missed(turn: Turn, checkIn: CheckIn): Turn {
  const plan = askedPlanOf(turn.followUp);
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
