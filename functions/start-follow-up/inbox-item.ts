import { createHash } from 'node:crypto';
import type { InboxMessage } from '#shared/contracts/queue-messages.ts';
import type { InboxItem, Ports } from '#shared/ports.ts';

/** The stored event that a message stands for. One straight from the bus is stored first, under a hash of its content. */
export async function inboxItemOf(
  { inbox, now }: Pick<Ports, 'inbox' | 'now'>,
  message: Exclude<InboxMessage, { inboundId: string }>,
): Promise<InboxItem | undefined> {
  if ('inboxId' in message && typeof message.inboxId === 'string') return inbox.get(message.inboxId);
  const raw = JSON.stringify('detail' in message ? message.detail : null) ?? 'null';
  const id = `event#${createHash('sha256').update(raw).digest('base64url')}`;
  await inbox.put({ id, raw, source: 'bus', receivedAt: now(), state: 'received' });
  return inbox.get(id);
}
