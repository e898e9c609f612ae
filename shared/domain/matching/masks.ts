import type { Listing } from '../directory/listing.ts';
import { languageFactor, primaryLanguage } from './judge-language.ts';
import type { MatchQuery } from './match-query.ts';
import { WEIGHTS } from './weights.ts';

/**
 * A word for each listing; a node of a tree holds the OR of all below it. It only says "there may be such a listing
 * here": what a search leaves out because of it could not have been among the best.
 */

/** Those most spoken in the United States have a bit of their own; of all others some share one. */
const COMMON = 'en es zh vi tl ar fr ko ru ht pt hi pl de so am'.split(' ');
const SHARED_BITS = 5;
const NO_LANGUAGE = 1 << 21;
const INTERPRETERS = 1 << 22;
const QUALITIES_FROM = 23;

/** For each quality what a listing without it scores at best, from the low bit. */
const WITHOUT = [
  ['statedNeed', WEIGHTS.need.inferred],
  ['hours', WEIGHTS.hours.notSaid],
  ['capacity', WEIGHTS.capacity.notSaid],
  ['free', Math.max(WEIGHTS.cost['sliding-scale'], WEIGHTS.cost.notSaid)],
  ['verified', WEIGHTS.verified.notSaid],
  ['phone', WEIGHTS.reached.otherwise],
  ['area', WEIGHTS.area.notSaid],
  ['ages', WEIGHTS.age.notSaid],
  ['audience', WEIGHTS.audience.open],
] as const;

const bit = (quality: (typeof WITHOUT)[number][0]) =>
  1 << (QUALITIES_FROM + WITHOUT.findIndex(([name]) => name === quality));

export const STATED_NEED = bit('statedNeed');
const CAPACITY = bit('capacity');

/** The best product of those weights, for each set of qualities. */
const QUALITY_BOUNDS = Float64Array.from({ length: 1 << WITHOUT.length }, (_, has) =>
  WITHOUT.reduce((bound, [, without], index) => bound * (has & (1 << index) ? 1 : without), 1),
);

/** What a listing offers; whether its need is stated is added for each need. */
export function offersOf(listing: Listing): number {
  let mask = listing.interpreters === true ? INTERPRETERS : 0;
  if (listing.languages.length === 0) mask |= NO_LANGUAGE;
  for (const code of listing.languages) mask |= languageClass(code);
  if (listing.hours) mask |= bit('hours');
  if (listing.capacity?.state === 'capacity') mask |= CAPACITY;
  if (listing.cost === 'free') mask |= bit('free');
  if (listing.verifiedAt !== undefined) mask |= bit('verified');
  if (listing.phones.length > 0) mask |= bit('phone');
  if (listing.areas.length > 0 || listing.place.kind === 'statewide') mask |= bit('area');
  if (listing.ages) mask |= bit('ages');
  if (listing.audience.length > 0) mask |= bit('audience');
  return mask;
}

/** The best that a client of this language can score with anything that offers at most what a mask says. */
export function offerBound(
  { language, needs }: Pick<MatchQuery, 'language' | 'needs'>,
  hasOverlay: boolean,
): (mask: number) => number {
  const spoken = language === undefined ? 0 : languageClass(language);
  const factors = [
    languageFactor('others', language),
    languageFactor('notSaid', language),
    languageFactor('interpreters', language),
    languageFactor('spoken', language),
  ] as const;
  // An overlay may know of places where the snapshot does not; another of several needs may be the stated one.
  const given = (hasOverlay ? CAPACITY : 0) | (needs.length > 1 ? STATED_NEED : 0);
  return (mask) => {
    const [others, notSaid, interpreters, own] = factors;
    let best: number = others;
    if (mask & NO_LANGUAGE && notSaid > best) best = notSaid;
    if (mask & INTERPRETERS && interpreters > best) best = interpreters;
    if (mask & spoken || spoken === 0) best = own;
    return best * (QUALITY_BOUNDS[((mask | given) >>> QUALITIES_FROM) & (QUALITY_BOUNDS.length - 1)] ?? 1);
  };
}

function languageClass(code: string): number {
  const language = primaryLanguage(code);
  const common = COMMON.indexOf(language);
  if (common !== -1) return 1 << common;
  let sum = 0;
  for (const letter of language) sum = sum * 7 + (letter.codePointAt(0) ?? 0);
  return 1 << (COMMON.length + (sum % SHARED_BITS));
}
