import { CHILD_EN, MEDICAL_EN, THIRD_PARTY_EN, VIOLENCE_EN } from './danger-en.ts';
import { DISTRESS } from './distress.ts';
import { readEmoji } from './emoji-rules.ts';
import type { NormalisedReply } from './normalise.ts';
import type { About, Safety } from './reply-reading.ts';
import { anyOf, inGroups, type Rule, type RuleGroup } from './rule.ts';
import { OVERDOSE_EN, SELF_HARM_EN } from './urgent-en.ts';
import { URGENT_ES } from './urgent-es.ts';

export type SafetyReading = { safety: Safety; about: About; because: readonly string[] };

const URGENT = inGroups([
  ...OVERDOSE_EN,
  ...MEDICAL_EN,
  ...CHILD_EN,
  ...VIOLENCE_EN,
  ...THIRD_PARTY_EN,
  ...SELF_HARM_EN,
  ...URGENT_ES,
]);

const LOW = inGroups(DISTRESS);

/** Of several, the one that needs 911 first names what the reply is about. */
const ABOUT_ORDER: readonly About[] = [
  'overdose',
  'medical',
  'child',
  'violence',
  'third-party',
  'self-harm',
  'other',
];

/** Everyday wordings that carry an alarming word and mean nothing by it. They never touch the urgent rules. */
const IDIOMS = new RegExp(
  anyOf(
    '(?:phone|battery|car|laptop|tablet|charger|wifi|internet|truck|computer)(?: \\w+)? (?:died|dead|dying)',
    'dying (?:to|of laughter|laughing)|dead (?:tired|serious|line)|(?:im|i am) dead$|drop dead gorgeous|died laughing',
    '(?:not|wasnt|isnt) (?:too |so |that |all |half )*bad|too bad|no pain no gain|hang(?:ing)? in there|hard work(?:ing)?|work(?:ing|ed)? hard|trying hard|hardly',
    '(?:thanks|thank you|thx|gracias|grateful) (?:\\w+ ){0,3}(?:for|por) (?:\\w+ ){0,3}(?:help|ayuda|helping|ayudarme)|you (?:really )?help(?:ed)?|(?:been|so|very|was|is|are) helpful|menos mal|slow(?:ed|ing)? down|calm(?:ed|ing)? down|down (?:the|there|here|town)',
    'no (?:pain|drinking|panic)|scared of (?:spiders|heights)|voice ?mails?|dolor de cabeza|home alone|let alone|solo (?:queria|quiero|un|una|para|era|les|te)',
  ),
  'g',
);

/** Whether this reply says that someone is in danger. Judged without looking at consent; nothing here lowers anything. */
export function readSafety(reply: NormalisedReply): SafetyReading {
  const { readings, emoji, words } = reply;
  const found = matching(URGENT, readings);
  const signs = readEmoji(emoji, words);
  const because = [...found.map(({ id }) => id), ...(signs.because ? [signs.because] : [])];
  if (found.length > 0) return { safety: 'urgent', about: aboutOf(found), because };
  if (signs.safety === 'urgent') return { safety: 'urgent', about: 'self-harm', because };
  const low = matching(LOW, readings).length === 0 ? [] : matching(LOW, readings.map(withoutIdioms));
  if (low.length > 0)
    return { safety: 'distress', about: 'other', because: [...low.map(({ id }) => id), ...because] };
  return { safety: signs.safety, about: 'other', because };
}

/** Plain loops: this is the hottest line of the reader. */
function matching(groups: readonly RuleGroup[], readings: readonly string[]): readonly Rule[] {
  const found: Rule[] = [];
  for (const { any, rules } of groups) {
    if (!matches(any, readings)) continue;
    for (const rule of rules) if (matches(rule.pattern, readings)) found.push(rule);
  }
  return found;
}

function matches(pattern: RegExp, readings: readonly string[]): boolean {
  for (const reading of readings) if (pattern.test(reading)) return true;
  return false;
}

function withoutIdioms(words: string): string {
  return words.replaceAll(IDIOMS, ' ');
}

function aboutOf(found: readonly Rule[]): About {
  return ABOUT_ORDER.find((about) => found.some((rule) => rule.about === about)) ?? 'other';
}
