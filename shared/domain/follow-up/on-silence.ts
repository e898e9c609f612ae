import { askedPlanOf } from '../protocols/protocol-of.ts';
import { MAX_ATTEMPTS } from '../protocols/protocol.ts';
import { HOUR } from '../record.ts';
import { planAfter } from '../time/plan-time.ts';
import { isFirst, type CheckIn } from './check-in.ts';
import { missed } from './missed.ts';
import { otherChannel, usable, windowFor } from './reach.ts';
import { endCheckIn, updateCheckIn, type Turn } from './turn.ts';

/** The answer deadline of an attempt has passed: a second attempt if there is time for it, else a person calls. */
export function silence(turn: Turn, checkIn: CheckIn): Turn {
  const next = nextAttempt(turn, checkIn);
  if (next && isAskedAnew(turn, checkIn)) return leftToTheNewer(turn, checkIn);
  return next
    ? updateCheckIn(turn, checkIn.id, { ...next, state: 'scheduled', attempt: checkIn.attempt + 1 })
    : missed(turn, checkIn);
}

/**
 * The session was closed again, and the newer plan has asked the same since: a second attempt would ask twice at once, and
 * the newer one's silence raises its own case.
 */
export function isAskedAnew({ followUp }: Turn, { id }: CheckIn): boolean {
  const isNewer = (other: string) => isFirst(other) && generationOf(other) > generationOf(id);
  return (
    followUp.checkIns.some((other) => isNewer(other.id) && other.attempts.length > 0) ||
    followUp.ended.some((line) => isNewer(line.id) && ASKED.has(line.state))
  );
}

const ASKED: ReadonlySet<string> = new Set(['answered', 'missed']);

/** `d1` is a first plan's, `g2d1` that of a second one. */
const generationOf = (id: string): number => Number(/^g(\d+)/.exec(id)?.[1] ?? 1);

export const leftToTheNewer = (turn: Turn, { id }: CheckIn): Turn =>
  endCheckIn(turn, id, 'cancelled', { why: 'superseded' });

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
