import type { CheckIn, EndedCheckIn } from '#shared/domain/follow-up/check-in.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { queueSend } from '#shared/domain/follow-up/queue-send.ts';
import { outgoingText, templateOf } from '#shared/domain/follow-up/text-of.ts';
import { begin } from '#shared/domain/follow-up/turn.ts';
import { catalogues } from '#shared/domain/messages/catalogues.ts';
import { render } from '#shared/domain/messages/template.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { localIso } from '#shared/domain/time/local-time.ts';

/** One message of the plan, as it would go out if every earlier one was answered. */
export type PreviewStep = {
  readonly checkIn: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** In the client's zone. */
  readonly local: string;
  readonly channel: 'sms' | 'email';
  /** Of an e-mail its subject. */
  readonly text: string;
  /** None for an e-mail. */
  readonly segments?: number;
  /** After this it is not sent any more, and staff call. */
  readonly tooLateAt: string;
  /** Why it would not go, so that staff call: a reason such as `no-window-in-time`. */
  readonly notSent?: string;
};

export function previewSteps(followUp: FollowUp, programme: Programme): PreviewStep[] {
  const inOrder = [...followUp.checkIns].sort((one, other) => one.sendAt - other.sendAt);
  return inOrder.map((checkIn, position) => {
    const asOfThen = { ...followUp, ended: inOrder.slice(0, position).map(answered) };
    const { sendAt, channel } = checkIn;
    const notSent = whyNotSent(asOfThen, checkIn, programme);
    return {
      checkIn: checkIn.id,
      at: new Date(sendAt).toISOString(),
      local: localIso(sendAt, followUp.zones[0] ?? programme.timeZone),
      channel,
      ...wordsOf(asOfThen, checkIn, programme),
      tooLateAt: new Date(checkIn.tooLateAt).toISOString(),
      ...(notSent !== undefined && { notSent }),
    };
  });
}

/** What the core decides when the message is due. A preview is of what is sent, so sending counts as live. */
function whyNotSent(followUp: FollowUp, checkIn: CheckIn, programme: Programme): string | undefined {
  const live = { now: checkIn.sendAt, programme: { ...programme, sending: { mode: 'live' as const } } };
  const { ended } = queueSend(begin(followUp, live), checkIn).followUp;
  return ended.find(({ id, state }) => id === checkIn.id && state === 'not-sent')?.why;
}

const answered = ({ id, kind, sendAt }: CheckIn): EndedCheckIn => ({
  id,
  kind,
  state: 'answered',
  at: sendAt,
});

function wordsOf(
  followUp: FollowUp,
  checkIn: CheckIn,
  programme: Programme,
): Pick<PreviewStep, 'text' | 'segments'> {
  const template = templateOf(followUp, checkIn);
  const out = outgoingText(
    followUp,
    { channel: checkIn.channel, template },
    { now: checkIn.sendAt, programme },
  );
  if (out.channel === 'sms') return { text: out.text, segments: out.segments };
  const { subject, discreet } = catalogues[followUp.language].email;
  const isDiscreet = template === 'first-discreet';
  return { text: isDiscreet ? discreet.subject : render('email subject', subject, out.values) };
}
