import type { Instant } from '../record.ts';
import { fractionOf } from '../time/jitter.ts';
import type { Message } from './message.ts';

/** Over how many seconds those that wait ask again. */
const SPREAD = { planned: 60, answer: 5 };

/**
 * Seconds after which a message that its sender's rate held back asks for its turn again. Spread, so that after an outage
 * the hundreds that wait do not all ask in the same second, of which a few get their turn, nor the same ones together
 * each time. Answers wait less.
 */
export function asksAgainIn(
  { id, answer }: Pick<Message, 'id' | 'answer'>,
  { retryAfterSeconds, now }: { retryAfterSeconds: number; now: Instant },
): number {
  const spread = answer ? SPREAD.answer : SPREAD.planned;
  return Math.ceil(retryAfterSeconds) + Math.floor(fractionOf(`${id} ${now}`) * (spread + 1));
}
