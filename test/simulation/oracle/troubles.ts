import type { Trouble } from '../what-was-seen.ts';

export type Stretch = { readonly from: number; readonly until: number };

/** Which troubles keep a kind of work from being done. */
const KEEPS_FROM = {
  work: ['region-outage', 'poller-outage'],
  texts: ['region-outage', 'poller-outage', 'carrier-outage'],
  mail: ['region-outage', 'poller-outage', 'mail-outage'],
  alerts: ['region-outage', 'poller-outage', 'alert-outage'],
} as const satisfies Readonly<Record<string, readonly Trouble[]>>;

export type Work = keyof typeof KEEPS_FROM;

/** The times in which parts of the world stood still. */
export type Troubles = {
  add(trouble: Trouble, stretch: Stretch): void;
  /** A message about this document, or about nobody knows what, was given up by its queue. */
  addDeadLetter(stretch: Stretch, document?: string): void;
  /** The instant by which `time` milliseconds without trouble have passed since `at`. */
  after(at: number, time: number, work: Work, document?: string): number;
};

export function troublesOf(): Troubles {
  const seen: { trouble: Trouble; stretch: Stretch }[] = [];
  const deadOfAnybody: Stretch[] = [];
  const deadOf = new Map<string, Stretch[]>();
  const merged = new Map<Work, readonly Stretch[]>();

  function stretchesOf(work: Work): readonly Stretch[] {
    const known = merged.get(work);
    if (known) return known;
    const kinds: readonly Trouble[] = KEEPS_FROM[work];
    const made = merge([
      ...seen.filter(({ trouble }) => kinds.includes(trouble)).map(({ stretch }) => stretch),
      ...deadOfAnybody,
    ]);
    merged.set(work, made);
    return made;
  }

  return {
    add(trouble, stretch) {
      seen.push({ trouble, stretch });
    },
    addDeadLetter(stretch, document) {
      if (document === undefined) deadOfAnybody.push(stretch);
      else deadOf.set(document, [...(deadOf.get(document) ?? []), stretch]);
    },
    after(at, time, work, document) {
      const own = document === undefined ? undefined : deadOf.get(document);
      const stretches = stretchesOf(work);
      return passed(at, time, own ? merge([...stretches, ...own]) : stretches);
    },
  };
}

function passed(at: number, time: number, stretches: readonly Stretch[]): number {
  let end = at + time;
  for (const { from, until } of stretches) {
    if (until <= at) continue;
    if (from > end) break;
    end += until - Math.max(from, at);
  }
  return end;
}

/** In order and apart. */
function merge(stretches: readonly Stretch[]): Stretch[] {
  const apart: { from: number; until: number }[] = [];
  for (const { from, until } of stretches.toSorted((one, other) => one.from - other.from)) {
    const last = apart.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else apart.push({ from, until });
  }
  return apart;
}
