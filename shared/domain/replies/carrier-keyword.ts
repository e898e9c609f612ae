const CARRIER_KEYWORDS = new Map<string, 'STOP' | 'START' | 'HELP'>([
  ...['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'].map(
    (word) => [word, 'STOP'] as const,
  ),
  ...['START', 'UNSTOP'].map((word) => [word, 'START'] as const),
  ...['HELP', 'INFO'].map((word) => [word, 'HELP'] as const),
]);

/**
 * What Twilio's own keyword service does with this body before we see it: it acts on a body that is one keyword and nothing
 * else, in any case ("STOP PLEASE" is left to us). YES is taken out in our set-up, so that an answer is never an opt-in.
 * Source: Twilio, "Support for opt-out keywords" and "Advanced Opt-Out"; REVOKE and OPTOUT since 2025-04-29.
 */
export function isCarrierKeyword(text: string): 'STOP' | 'START' | 'HELP' | undefined {
  return CARRIER_KEYWORDS.get(text.trim().toUpperCase());
}
