import type { PlannedStep } from './carrier-state.ts';
import type { TwilioMessage } from './twilio-message.ts';

const QUEUED_MS = 500;
const SENT_MS = 1500;
const DELIVERED_MS = 4000;

/** Twilio's code for a text that outlived its ValidityPeriod in the queue. https://www.twilio.com/docs/api/errors/30036 */
const EXPIRED = 30036;

/** Codes of 3xxxx that come before the text leaves Twilio; the others are told by the carrier's receipt. */
const failedAtOnce = new Set([30001, 30002, 30010, 30034, EXPIRED]);

export type Circumstances = {
  /** Epoch ms. */
  readonly now: number;
  readonly phoneOff: boolean;
  readonly failWith?: number;
};

/** What becomes of a text that was taken over, and when. */
export function planSteps(message: TwilioMessage, { now, phoneOff, failWith }: Circumstances): PlannedStep[] {
  const { sid, validUntil = Infinity } = message;
  if (phoneOff) return [{ sid, at: validUntil, status: 'failed', errorCode: EXPIRED }];
  const queued: PlannedStep = { sid, at: now + QUEUED_MS, status: 'queued' };
  const sent: PlannedStep = { sid, at: now + SENT_MS, status: 'sent' };
  if (failWith === undefined) return [queued, sent, { sid, at: now + DELIVERED_MS, status: 'delivered' }];
  if (failedAtOnce.has(failWith))
    return [queued, { sid, at: now + SENT_MS, status: 'failed', errorCode: failWith }];
  return [queued, sent, { sid, at: now + DELIVERED_MS, status: 'undelivered', errorCode: failWith }];
}
