/** Where a carrier says a message is; statuses only move forward, because receipts come doubled and out of order. */
export type CarrierStatus =
  'accepted' | 'queued' | 'sending' | 'sent' | 'delivered' | 'undelivered' | 'failed';

const RANK: Readonly<Record<CarrierStatus, number>> = {
  accepted: 0,
  queued: 1,
  sending: 2,
  sent: 3,
  undelivered: 4,
  failed: 4,
  delivered: 5,
};

/** Whether `next` tells us something that `current` did not. Delivered outranks undelivered: the phone has it. */
export function movesForward(current: CarrierStatus | undefined, next: CarrierStatus): boolean {
  return current === undefined || RANK[next] > RANK[current];
}

/** Whether the carrier will say no more about a message. */
export function isFinal(status: CarrierStatus | undefined): boolean {
  return status === 'delivered' || status === 'undelivered' || status === 'failed';
}

/** Twilio's words, mapped to ours; a word that we do not know says nothing. */
export function carrierStatus(word: string): CarrierStatus | undefined {
  if (Object.hasOwn(RANK, word)) return word as CarrierStatus; // an own key of the table
  if (word === 'scheduled') return 'accepted';
  if (word === 'read' || word === 'partially_delivered') return 'delivered';
  if (word === 'canceled') return 'failed';
  return undefined;
}
