import type { Case } from '#shared/domain/case/case.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Instant } from '#shared/domain/record.ts';
import { documentOfMessage, isMessageId } from '#shared/domain/sending/message.ts';
import { isFinal, movesForward, type CarrierStatus } from '#shared/domain/sending/statuses.ts';
import type { Documents, Freshness, Ports } from '#shared/ports.ts';

export type Deps = Pick<Ports, 'queues'> & {
  followUps: Pick<Documents<FollowUp>, 'get'>;
  cases: Pick<Documents<Case>, 'get'>;
};

export type Receipt = { messageId: string; status: CarrierStatus; code?: string; at: Instant };

/**
 * Hands a receipt on to the document whose message it is about. Receipts come doubled and out of order; one that
 * changes nothing stops here.
 */
export async function receiveDeliveryStatus(deps: Deps, receipt: Receipt): Promise<string> {
  if (!isMessageId(receipt.messageId)) return 'nothing-waits-for-it';
  const documentId = documentOfMessage(receipt.messageId);
  const isCase = documentId.startsWith('case#');
  if (receipt.code === 'mail-complained') return complained(deps, documentId, receipt.at);
  const documents = isCase ? deps.cases : deps.followUps;
  const find = async (freshness: Freshness) =>
    (await documents.get(documentId, freshness))?.outbox.find(({ id }) => id === receipt.messageId);
  // An older copy knows an older status at most, so it stops nothing that is new.
  const message = (await find('may-be-stale')) ?? (await find('latest'));
  if (!message) return 'nothing-waits-for-it';
  if (!movesForward(message.status, receipt.status)) return 'tells-nothing-new';
  // On its way, as we know it is: nothing is decided by that, and it would be a save for every text.
  if (message.state === 'handed-over' && !isFinal(receipt.status)) return 'decides-nothing';
  const input = { kind: 'receipt' as const, ...receipt };
  await (isCase ? deps.queues.toCase(documentId, input) : deps.queues.toFollowUp(documentId, input));
  return `receipt-${receipt.status}`;
}

/** A complaint comes after the delivery, when nothing waits for a receipt any more: it takes consent back. */
async function complained({ queues }: Deps, followUpId: string, at: Instant): Promise<string> {
  await queues.toFollowUp(followUpId, {
    kind: 'consent-revoked',
    channel: 'email',
    how: 'complaint',
    at,
    by: 'carrier',
  });
  return 'complaint';
}
