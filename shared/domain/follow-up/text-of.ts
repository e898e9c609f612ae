import { composeText } from '../messages/compose.ts';
import { catalogueVersion } from '../messages/catalogue.ts';
import { formatPhone } from '../messages/format.ts';
import { caringId, type TextId } from '../messages/text-ids.ts';
import { caringContacts } from '../protocols/caring-contacts.ts';
import { askedPlanOf } from '../protocols/protocol-of.ts';
import { DAY, HOUR, type Instant } from '../record.ts';
import type { Message } from '../sending/message.ts';
import { whenText } from '../time/staffed-hours.ts';
import type { CheckIn } from './check-in.ts';
import type { FollowUp } from './follow-up.ts';
import type { OutgoingText } from './inputs.ts';
import type { Context } from './turn.ts';

const MONTH = 28 * DAY;

/** A number that nobody has confirmed for this long may have another owner (carriers reassign after 45 days). */
export const CONFIRMATION_HOLDS = 45 * DAY;

/** Which of the catalogue's texts this attempt sends. */
export function templateOf(followUp: FollowUp, checkIn: CheckIn): TextId {
  if (checkIn.kind === 'caring-contact') return caringTemplate(followUp, checkIn);
  if (checkIn.attempts.some((attempt) => attempt.reached !== 'failed'))
    return followUp.callIfQuiet && callsSoon(followUp) ? 'retry-with-call' : 'retry';
  if (!isFirstContact(followUp)) return isMonthly(followUp, checkIn) ? 'check-with-stop' : 'check';
  return followUp.reach[checkIn.channel]?.discreet ? 'first-discreet' : 'first';
}

/** A call is promised only where silence pages somebody; on the weekly list it could come days after the day named. */
const callsSoon = (followUp: FollowUp): boolean => askedPlanOf(followUp).silence.kind === 'escalation';

/** Carriers' good practice: say again once a month how texts are stopped. */
function isMonthly({ session }: FollowUp, { sendAt }: CheckIn): boolean {
  return sendAt - session.closedAt > MONTH;
}

function isFirstContact(followUp: FollowUp): boolean {
  return !followUp.ended.some(
    (line) => line.state === 'answered' || line.state === 'missed' || line.state === 'sent-as-planned',
  );
}

/** Caring contacts are numbered from 1, behind the number of their plan if it is not the first; whichever reaches the client first introduces itself. */
function caringTemplate(followUp: FollowUp, checkIn: CheckIn): TextId {
  const index = Number(/cc(\d+)/.exec(checkIn.id)?.[1] ?? 1) - 1;
  if (!isFirstContact(followUp)) return caringId(Math.max(index, 1), caringContacts.caring.days.length);
  return followUp.reach[checkIn.channel]?.discreet
    ? 'first-discreet'
    : caringId(0, caringContacts.caring.days.length);
}

/** People call at once where they were asked to, and after the answer time where nobody answers. */
function callsFrom(followUp: FollowUp, template: TextId, now: Instant): Instant {
  const answerHours = template === 'retry-with-call' ? askedPlanOf(followUp).gapHours : 0;
  return now + answerHours * HOUR;
}

/** The text as the client will read it, or the values from which the e-mail is written. */
export function outgoingText(
  followUp: FollowUp,
  message: Pick<Message, 'channel' | 'template'>,
  context: Context,
): OutgoingText {
  const { programme, now } = context;
  const { language } = followUp;
  const values = {
    ...(followUp.name && { name: followUp.name }),
    staff: followUp.owner?.name ?? programme.staffNames[followUp.owner?.staffId ?? ''] ?? '',
    program: programme.program,
    hours: programme.hoursText[language],
    phone: formatPhone(programme.officePhone),
    when: whenText(now, language, programme, followUp.zones[0], callsFrom(followUp, message.template, now)),
  };
  if (message.channel === 'email') {
    return {
      channel: 'email',
      template: message.template,
      language,
      values,
      catalogueVersion,
    };
  }
  const composed = composeText(message.template, language, values);
  return {
    channel: 'sms',
    text: composed.text,
    segments: composed.segments,
    catalogueVersion,
  };
}
