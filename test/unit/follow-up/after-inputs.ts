import { advance } from '#shared/domain/follow-up/advance.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Effect, FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { readReply } from '#shared/domain/replies/read-reply.ts';
import { NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';

type Told = { followUp: FollowUp; effects: Effect[] };

/** A follow-up after inputs that come at one moment, and all that they asked of the world. */
export function afterInputs(followUp: FollowUp, inputs: readonly FollowUpInput[], now = NOW): Told {
  const context = { now, programme: aProgramme() };
  return inputs.reduce<Told>(
    (told, input) => {
      const step = advance(told.followUp, input, context);
      if (step.kind === 'unchanged') return told;
      return { followUp: step.followUp, effects: [...told.effects, ...step.effects] };
    },
    { followUp, effects: [] },
  );
}

/** A text of the client; what it says is read as it would be. */
export function aText(body: string, at = NOW, inboundId = `IN-${body}`): FollowUpInput {
  const reading = readReply(body, { asked: 'check-in' });
  return { kind: 'reply', inboundId, at, channel: 'sms', carrierAnswered: true, reading };
}
