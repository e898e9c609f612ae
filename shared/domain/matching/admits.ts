import type { EligibilityFacts } from './snapshot/listing-facts.ts';

/**
 * Whom a listing may take, as far as is known: a bit for each group that it may be only for (or one for "anybody, or
 * another group"), and one for each band of ages. A node of a tree holds the OR of all below it.
 */

const GROUPS = ['veterans', 'women', 'men', 'families', 'youth', 'older-adults', 'lgbtq'] as const;
const ANYBODY = 1 << 15;
const BANDS_FROM = 16;
/** The first age of each band; the last has no end. */
const BANDS = [0, 3, 5, 6, 12, 13, 16, 18, 21, 25, 30, 50, 55, 60, 62, 65] as const;

export function admitsOf({ ages, audience }: EligibilityFacts): number {
  const groups = audience.filter(({ known }) => known === 'stated').map(({ code }) => groupBit(code));
  let mask = groups.length === 0 ? ANYBODY : groups.reduce((all, one) => all | one, 0);
  for (const [band, first] of BANDS.entries()) {
    const last = (BANDS[band + 1] ?? Infinity) - 1;
    if ((ages?.from ?? 0) <= last && (ages?.to ?? Infinity) >= first) mask |= 1 << (BANDS_FROM + band);
  }
  return mask >>> 0;
}

function groupBit(code: string): number {
  const group = GROUPS.findIndex((name) => name === code);
  return group === -1 ? ANYBODY : 1 << group;
}

/** Two masks: a listing is out of the question where it shares no bit with one of them. */
export function clientMasks(
  age: number | undefined,
  belongs: (group: string) => boolean | undefined,
): { groups: number; band: number } {
  const possible = GROUPS.map((code, index) => (belongs(code) === false ? 0 : 1 << index));
  const groups = possible.reduce((all, one) => all | one, ANYBODY);
  if (age === undefined) return { groups, band: 0xffff << BANDS_FROM };
  const band = BANDS.findLastIndex((first) => first <= age);
  return { groups, band: 1 << (BANDS_FROM + Math.max(0, band)) };
}
