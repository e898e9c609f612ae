/** Everything of a list that stands in a text, once each. */
export type Search<What> = (text: string) => What[];

type Wanted<What> = { readonly spelling: string; readonly what: What };
type Ending<What> = Wanted<What> & { readonly end: number };

const BLOCK = 4;
const SLOT_BITS = 20;

/**
 * Looks for thousands of strings at once, whatever their case, reading only every few characters: four at a time say
 * how far on the next could end (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994). `spelling` is
 * in lower case and at least four characters long.
 */
export function buildSearch<What>(wanted: readonly Wanted<What>[]): Search<What> {
  if (wanted.length === 0) return () => [];
  const shortest = wanted.reduce((least, { spelling }) => Math.min(least, spelling.length), Infinity);
  const furthest = shortest - BLOCK + 1;
  const steps = new Uint8Array(1 << SLOT_BITS).fill(Math.min(furthest, 255));
  const endings = new Map<number, Ending<What>[]>();
  for (const one of wanted) {
    for (let end = BLOCK; end <= shortest; end += 1) {
      const slot = slotOf(one.spelling, end - 1);
      steps[slot] = Math.min(steps[slot] ?? 0, shortest - end);
      if (end < shortest) continue;
      const here = endings.get(slot) ?? [];
      here.push({ ...one, end });
      endings.set(slot, here);
    }
  }

  return (text) => {
    const found = new Set<What>();
    for (let at = shortest - 1; at < text.length;) {
      const slot = slotOf(text, at);
      const step = steps[slot] ?? 1;
      if (step === 0)
        for (const { spelling, what, end } of endings.get(slot) ?? []) {
          const from = at + 1 - end;
          if (text.slice(from, from + spelling.length).toLowerCase() === spelling) found.add(what);
        }
      at += step || 1;
    }
    return [...found];
  };
}

/** Of the four characters that end at `last`; 32 makes no difference between the cases of a letter. */
function slotOf(text: string, last: number): number {
  const early = text.charCodeAt(last - 3) | 32 | ((text.charCodeAt(last - 2) | 32) << 8);
  const late = ((text.charCodeAt(last - 1) | 32) << 16) | ((text.charCodeAt(last) | 32) << 24);
  return Math.imul(early ^ late, 0x9e3779b1) >>> (32 - SLOT_BITS);
}
