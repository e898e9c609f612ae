const STOPS = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']);
const STARTS = new Set(['START', 'UNSTOP']);
const HELPS = new Set(['HELP', 'INFO']);

/** What the carrier's own keyword service does with a body: it acts on one keyword and nothing else, in any case. */
export function isCarrierKeyword(body: string): 'STOP' | 'START' | 'HELP' | undefined {
  const word = body.trim().toUpperCase();
  if (STOPS.has(word)) return 'STOP';
  if (STARTS.has(word)) return 'START';
  return HELPS.has(word) ? 'HELP' : undefined;
}
