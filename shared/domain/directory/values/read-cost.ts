import type { Listing } from '../listing.ts';

const FREE =
  /^(?:none|free|no (?:fees?|cost|charge)s?|\$?0(?:\.00)?|gratis|gratuito|free of charge)\b(?!\s+for\s+\w+\s+(?:days|weeks|months))/i;
const SLIDING =
  /\bsliding\b|\b(?:based|depend\w*|var(?:y|ies))\s+(?:on|upon|according to|with|by)\s+(?:\w+\s+){0,3}(?:income|ability)/i;
const FEE =
  /\$\s*\d|\bfees?\s+(?:var(?:y|ies)|apply|charged|required)|\b(?:fixed|set|flat)\s+(?:fees?|rate)|\bmember\w*\s+(?:fee|dues)|\brent\b|%\s+of/i;

/** What it costs, as far as words about fees tell. */
export function readCost(text: string): Listing['cost'] {
  if (SLIDING.test(text)) return 'sliding-scale';
  if (FREE.test(text) && !/\$\s*[1-9]/.test(text)) return 'free';
  return FEE.test(text) ? 'fee' : undefined;
}
