/** What shelters from violence write about themselves, in English and Spanish. */
const VIOLENCE =
  /\b(?:domestic[\s-](?:and\s+\w+\s+)?(?:violence|abuse)|(?:family|dating|partner)\s+violence|battered|(?:abused|beaten)\s+(?:women|woman|men|spouses?|partners?|persons?|people)|(?:spouse|spousal|partner)\s+abuse|abusive\s+(?:relationships?|partners?|spouses?)|human\s+trafficking|violencia\s+(?:dom[eé]stica|familiar|de\s+g[eé]nero))/i;
const SHELTER =
  /\b(?:shelters?|safe\s*-?\s*(?:house|home|housing|haven)s?|refuge|(?:transitional|emergency|crisis|temporary)\s+hous(?:e|ing)|residential|albergues?|refugios?|casa\s+segura)\b/i;
const SECRET_PLACE =
  /\b(?:confidential|undisclosed|secret)\s+(?:(?:shelter|safe)\s+)?(?:locations?|address(?:es)?|sites?|places?)\b|\b(?:locations?|address(?:es)?)\s+(?:is|are|kept|remains?)\s+(?:kept\s+)?(?:strictly\s+)?(?:confidential|undisclosed|secret)\b/i;
/** So near each other that the one is said of the other. */
const NEAR = 160;

/**
 * Whether a place must be kept secret: its own words say so, or it shelters people from violence. Names decide more
 * easily than descriptions, which list all that a big house does. In doubt a place is secret.
 */
export function isSecretPlace(names: readonly string[], descriptions: readonly string[]): boolean {
  const named = names.join(' · ');
  if (SECRET_PLACE.test(named) || VIOLENCE.test(named)) return true;
  if (/\bsafe\s*-?\s*(?:house|haven)\b/i.test(named)) return true;
  return descriptions.some((text) => SECRET_PLACE.test(text) || sheltersFromViolence(text));
}

function sheltersFromViolence(text: string): boolean {
  for (const match of text.matchAll(new RegExp(VIOLENCE.source, 'gi'))) {
    const around = text.slice(Math.max(0, match.index - NEAR), match.index + match[0].length + NEAR);
    if (SHELTER.test(around)) return true;
  }
  return false;
}

const STREETS =
  'street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|place|pl|way|highway|hwy|pike|circle|terrace|parkway|pkwy|square|sq';
const STREET_ADDRESS = new RegExp(
  `\\b\\d{1,6}[A-Z]?(?:-\\d+)?\\s+(?:[NSEW]\\.?\\s+)?(?:[\\p{L}\\d'’.-]+\\s+){1,4}?(?:${STREETS})\\b\\.?(?:,?\\s*(?:suite|ste|unit|apt|#)\\.?\\s*\\w+)?`,
  'giu',
);

/** Takes what looks like a street address out of words about a secret place. */
export function withoutStreets(text: string): string {
  return text.replaceAll(STREET_ADDRESS, '(address withheld)');
}
