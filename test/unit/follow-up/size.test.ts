import { expect, test } from 'vitest';
import { advance } from '#shared/domain/follow-up/advance.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Effect, FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { nextDueAt } from '#shared/domain/follow-up/next-due-at.ts';
import { DAY, HOUR } from '#shared/domain/record.ts';
import { readReply } from '#shared/domain/replies/read-reply.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';

const LARGEST_BYTES = 8 * 1024;
const programme = aProgramme();

/** What the functions would answer to an effect: everything works, receipts come. */
function answersTo(effect: Effect): FollowUpInput[] {
  switch (effect.kind) {
    case 'send':
      return [{ kind: 'claim', messageId: effect.messageId }];
    case 'hand-over':
      return [
        {
          kind: 'hand-over-result',
          messageId: effect.message.id,
          result: { kind: 'accepted', providerId: 'SM1', status: 'accepted' },
        },
        { kind: 'receipt', messageId: effect.message.id, status: 'delivered', at: NOW },
      ];
    case 'raise-case':
      return [{ kind: 'carried-out', raised: [effect.newCase.id], told: [] }];
    default:
      return [];
  }
}

function apply(followUp: FollowUp, input: FollowUpInput, now: number): FollowUp {
  const step = advance(followUp, input, { now, programme });
  if (step.kind === 'unchanged') return followUp;
  return step.effects.flatMap(answersTo).reduce((next, answer) => apply(next, answer, now), step.followUp);
}

test('a follow-up stays small after two years and a thousand replies', () => {
  const weekly = Array.from({ length: 26 }, (_, week) =>
    aScheduledCheckIn({
      id: `cc${week + 1}`,
      kind: 'caring-contact',
      sendAt: NOW + week * 7 * DAY,
      tooLateAt: NOW + week * 7 * DAY + 96 * HOUR,
    }),
  );
  const reading = readReply('a small word from me', { asked: 'check-in' });
  let followUp = aFollowUp({
    checkIns: weekly,
    protocol: { name: 'caring-contacts', version: 1 },
  });
  for (let n = 0; n < 1000; n += 1) {
    const now = NOW + n * 17 * HOUR;
    if ((nextDueAt(followUp) ?? Infinity) <= now) followUp = apply(followUp, { kind: 'wake' }, now);
    followUp = apply(
      followUp,
      { kind: 'reply', inboundId: `SM${String(n).padStart(32, '0')}`, at: now, channel: 'sms', reading },
      now,
    );
  }

  expect(followUp.ended).toHaveLength(26);
  expect(JSON.stringify(followUp).length).toBeLessThanOrEqual(LARGEST_BYTES);
});
