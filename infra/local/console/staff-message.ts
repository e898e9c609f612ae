import type { Settings } from '#shared/contracts/settings.ts';
import type { KeptDelivery } from '../topics/staff-phones.ts';

/** What one of the staff, or the operators, received, by the person's name. */
export function staffMessage(
  { at, protocol, endpoint, subject, message, topic }: KeptDelivery,
  settings: Settings,
) {
  const person = settings.staff.members.find(({ email, sms }) => email === endpoint || sms === endpoint);
  const isOperators = topic.includes('Operators');
  return {
    at,
    who: isOperators ? 'Operators' : (person?.name ?? endpoint),
    isOperators,
    /** What the acknowledge page asks for. */
    staffId: isOperators ? '' : (person?.id ?? ''),
    by: protocol === 'sms' ? 'text' : 'e-mail',
    to: endpoint,
    subject: subject ?? '',
    message,
  };
}
