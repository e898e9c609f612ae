/** Contacts that ask for nothing, in the order of a plan: the first, a stock for between, the last but one, the last. */
export const CARING_MIDDLE = [
  'caring-1',
  'caring-2',
  'caring-3',
  'caring-4',
  'caring-5',
  'caring-6',
  'caring-7',
  'caring-8',
  'caring-9',
  'caring-10',
  'caring-11',
  'caring-12',
] as const;
export const CARING_IDS = ['caring-first', ...CARING_MIDDLE, 'caring-ending', 'caring-last'] as const;
export type CaringId = (typeof CARING_IDS)[number];

/** Every text that a client can be sent. Which one goes out when is decided elsewhere. */
export const TEXT_IDS = [
  // check-ins
  'first',
  'first-discreet',
  'check',
  'check-with-stop',
  'retry',
  'retry-with-call',
  'ended',
  ...CARING_IDS,
  // answers to a text that the client just sent
  'ok-thanks',
  'so-so',
  'call-me',
  'other-words',
  'late',
  'help',
  'stop',
  'stop-discreet',
  'start',
  'discreet-ack',
  'safe-answer',
  // answers to words that worry us: `urgent…` only when a page to a person was accepted, `nobody…` when none was
  'urgent',
  'urgent-911',
  'urgent-911-overdose',
  'nobody',
  'nobody-911',
  'nobody-911-overdose',
  'unacknowledged',
] as const;
export type TextId = (typeof TEXT_IDS)[number];

/**
 * The text for the n-th of a plan's caring contacts (0-based). The last but one says that they are ending
 * (University of Washington guide); long plans use the stock again.
 */
export function caringId(index: number, count: number): CaringId {
  if (index <= 0) return 'caring-first';
  if (index >= count - 1) return 'caring-last';
  if (index === count - 2) return 'caring-ending';
  return CARING_MIDDLE[(index - 1) % CARING_MIDDLE.length] ?? 'caring-1';
}
