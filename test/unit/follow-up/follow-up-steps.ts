import type { NewCase } from '#shared/domain/case/case.ts';
import { advance } from '#shared/domain/follow-up/advance.ts';
import type { CheckIn } from '#shared/domain/follow-up/check-in.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Effect, FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import type { Fact } from '#shared/domain/record.ts';
import { HOUR } from '#shared/domain/record.ts';
import type { Message } from '#shared/domain/sending/message.ts';
import { aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';

type Step = { followUp: FollowUp; effects: readonly Effect[]; facts: readonly Fact[] };

/** What the follow-up makes of one thing that happens; an input that changes nothing leaves nothing to do. */
export function after(followUp: FollowUp, input: FollowUpInput, now = NOW, programme = aProgramme()): Step {
  const step = advance(followUp, input, { now, programme });
  return step.kind === 'changed' ? step : { followUp, effects: [], facts: [] };
}

export const casesOf = ({ followUp }: Step): NewCase[] => followUp.casesToRaise.map(({ newCase }) => newCase);

export const TEXT = 'fu#a-follow-up~d1~1~sms';
export const SECOND_TEXT = 'fu#a-follow-up~d1~2~sms';

/** A text of check-in d1 that the carrier has; say what differs. */
export const aText = (different: Partial<Message> = {}): Message => ({
  id: TEXT,
  state: 'handed-over',
  channel: 'sms',
  contactId: 'a-contact',
  template: 'check',
  lane: 'routine',
  checkIn: 'd1',
  attempt: 1,
  notAfter: NOW + 4 * HOUR,
  tries: 1,
  ...different,
});

export const anAttempt = (different: Partial<CheckIn['attempts'][number]> = {}) => ({
  attempt: 1,
  channel: 'sms' as const,
  messageId: TEXT,
  at: NOW - HOUR,
  reached: 'unknown' as const,
  ...different,
});

/** A check-in whose text went out an hour ago, and whose answer is due now. */
export const anAskedCheckIn = (different: Partial<CheckIn> = {}): CheckIn =>
  aScheduledCheckIn({
    state: 'awaiting-answer',
    sendAt: NOW - HOUR,
    answerBy: NOW,
    attempts: [anAttempt()],
    ...different,
  });
