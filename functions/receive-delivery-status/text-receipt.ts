import { carrierStatus } from '#shared/domain/sending/statuses.ts';
import type { Receipt } from './receive-delivery-status.ts';

/** Reads Twilio's status callback. Our own message id travels in its address. */
export function textReceipt(
  form: Readonly<Record<string, string | string[]>>,
  query: Readonly<Record<string, string | undefined>>,
  at: number,
): Receipt | undefined {
  const messageId = query['m'];
  const { MessageStatus, ErrorCode } = form;
  const status = typeof MessageStatus === 'string' ? carrierStatus(MessageStatus) : undefined;
  if (!messageId || !status) return undefined;
  return {
    messageId,
    status,
    at,
    ...(typeof ErrorCode === 'string' && /^\d{1,6}$/.test(ErrorCode) && { code: ErrorCode }),
  };
}
