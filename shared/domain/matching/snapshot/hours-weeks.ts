import type { Hours, HoursRule } from '#shared/domain/directory/listing.ts';

/** A bit for each five minutes of a week from Monday 00:00, set where it is open at their start. */
export const SLOT_MINUTES = 5;
const SLOTS_A_DAY = (24 * 60) / SLOT_MINUTES;
const SLOTS_A_WEEK = 7 * SLOTS_A_DAY;
export const WORDS_A_WEEK = SLOTS_A_WEEK / 32;

/** Which days of a month a row holds for: first to fifth, then the last one. */
const NTH = [1, 2, 3, 4, 5, -1] as const;

/**
 * The rows of a pattern: every week; and where some rules hold for single weeks of a month, six rows for the first to
 * the fifth such day and the last, then six for what runs over midnight from such a day into the next.
 */
export function weeksOf({ rules }: Hours): Uint32Array[] {
  const everyWeek = rules.filter(({ nth }) => nth === undefined);
  const weekly = row();
  for (const rule of everyWeek) open(weekly, rule, 'whole');
  if (everyWeek.length === rules.length) return [weekly];
  const of = (nth: (typeof NTH)[number]) => rules.filter((rule) => rule.nth?.includes(nth));
  return [
    weekly,
    ...NTH.map((nth) => filled(of(nth), 'own day')),
    ...NTH.map((nth) => filled(of(nth), 'next day')),
  ];
}

const row = () => new Uint32Array(WORDS_A_WEEK);

type Part = 'whole' | 'own day' | 'next day';

function filled(rules: readonly HoursRule[], part: Part): Uint32Array {
  const bits = row();
  for (const rule of rules) open(bits, rule, part);
  return bits;
}

function open(bits: Uint32Array, { weekday, from, to }: HoursRule, part: Part): void {
  const first = Math.ceil(from / SLOT_MINUTES);
  const end = Math.ceil(to / SLOT_MINUTES);
  const start = part === 'next day' ? Math.max(first, SLOTS_A_DAY) : first;
  const stop = part === 'own day' ? Math.min(end, SLOTS_A_DAY) : end;
  for (let slot = start; slot < stop; slot += 1) {
    const at = ((weekday - 1) * SLOTS_A_DAY + slot) % SLOTS_A_WEEK;
    bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31));
  }
}
