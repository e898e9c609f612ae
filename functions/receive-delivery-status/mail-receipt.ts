import * as z from 'zod';
import { MESSAGE_TAG, messageIdOf } from '#shared/adapters/ses/message-tag.ts';
import type { Receipt } from './receive-delivery-status.ts';

/** What SES reports on the bus, as far as it is read. The addresses in it are not. */
export const MailEvent = z.looseObject({
  eventType: z.string(),
  mail: z.looseObject({ tags: z.record(z.string(), z.array(z.string())).optional() }),
  bounce: z.looseObject({ bounceType: z.string().optional() }).optional(),
});
type MailEvent = z.infer<typeof MailEvent>;

/** The receipt that an SES event stands for; undefined for events that say nothing about delivery, or about none of ours. */
export function mailReceipt(event: MailEvent, at: number): Receipt | undefined {
  const tag = event.mail.tags?.[MESSAGE_TAG]?.[0];
  const told = tag ? meaningOf(event) : undefined;
  return tag && told ? { messageId: messageIdOf(tag), at, ...told } : undefined;
}

function meaningOf({ eventType, bounce }: MailEvent): Pick<Receipt, 'status' | 'code'> | undefined {
  switch (eventType) {
    case 'Send':
      return { status: 'sent' };
    case 'Delivery':
      return { status: 'delivered' };
    case 'Bounce':
      return {
        status: 'undelivered',
        code: bounce?.bounceType === 'Transient' ? 'mail-delayed' : 'mail-bounced',
      };
    case 'Complaint':
      return { status: 'failed', code: 'mail-complained' };
    case 'Reject':
    case 'Rendering Failure':
      return { status: 'failed', code: 'mail-rejected' };
    default:
      return undefined;
  }
}
