import * as z from 'zod';
import type { Settings } from '#shared/contracts/settings.ts';
import type { KeptDelivery } from '../topics/staff-phones.ts';

/** What CloudWatch puts into an alarm's message, as far as a person needs it. */
const AlarmMessage = z.object({ AlarmDescription: z.string(), NewStateReason: z.string() });

/** What one of the staff, or the operators, received, by the person's name. */
export function staffMessage(delivery: KeptDelivery, settings: Settings) {
  const { at, protocol, endpoint, subject, message, messageId, topic } = delivery;
  const { members, ladder } = settings.staff;
  const person = members.find(({ email, sms }) => email === endpoint || sms === endpoint);
  const isOperators = topic.includes('Operators');
  const step = ladder.findIndex(({ staffId }) => staffId === person?.id);
  return {
    at,
    /** The same for the text and the e-mail of one alert. */
    id: messageId,
    who: isOperators ? 'Operators' : (person?.name ?? endpoint),
    isOperators,
    /** What the acknowledge page asks for. */
    staffId: isOperators ? '' : (person?.id ?? ''),
    /** On the alert ladder, from 0; operators and others come after it. */
    step: isOperators || step < 0 ? ladder.length : step,
    to: `${protocol === 'sms' ? 'text' : 'e-mail'} to ${endpoint}`,
    subject: subject ?? '',
    message: readable(message),
  };
}

function readable(message: string): string {
  if (!message.startsWith('{')) return message;
  try {
    const { AlarmDescription, NewStateReason } = AlarmMessage.parse(JSON.parse(message));
    return `${AlarmDescription}\n${NewStateReason}`;
  } catch {
    return message;
  }
}
